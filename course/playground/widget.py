"""The playground in a notebook: choices, buttons and a live picture; it decides nothing of a run.

Where somebody is there, a cell shows the live widget. Where nobody is (nbclient, nbconvert, a
script), it shows a still picture of the trained network and no widget exists, so a notebook that
was run for print needs no widget state and no JavaScript. As with every widget, a notebook that is
opened again without its kernel has lost it: run the cell anew.
"""

from __future__ import annotations

import asyncio
import base64
import threading
from collections.abc import Mapping
from typing import Any

from IPython.display import display

from course.figures.audience import somebody_is_there
from course.playground.controls import Controls
from course.playground.drawing import Picture
from course.playground.state import Configuration
from course.playground.training import Trainer

EPOCHS_AT_ONE_PRESS = 2000  # then playing stops by itself, in case the reader has gone away
BREATH = 0.02  # seconds between frames in which the kernel serves whatever else has come in


class Playground:
    """Train a small network on points in the plane, and watch it learn.

    `show()` displays it; so does a `Playground` as the last value of a cell. Everything that the
    buttons and choices do can be done from Python, by `step`, `play`, `pause`, `reset`, `change`.

    Args:
        configuration: where to start: a `Configuration`, its dict, or None for the default.
        still_epochs: epochs after which the still picture is taken where the playground was not
            trained before it was shown.

    Raises:
        ValueError: the configuration is not allowed.

    Example:
        >>> playground = Playground({"data": "xor", "hidden": [4]}).show()
        >>> playground.configuration.to_dict()  # as the reader has left it
    """

    def __init__(
        self,
        configuration: Configuration | Mapping[str, Any] | None = None,
        still_epochs: int = 200,
    ) -> None:
        self.still_epochs = still_epochs
        # Front ends may serve widgets in a thread beside the one that runs cells.
        self._lock = threading.RLock()
        self._task: asyncio.Task | None = None
        self._controls: Controls | None = None
        self._start(configuration if configuration is not None else Configuration())

    @property
    def configuration(self) -> Configuration:
        """The settings as they stand now."""
        return self._trainer.configuration

    @property
    def trainer(self) -> Trainer:
        """The network, its points and its losses as they stand now."""
        return self._trainer

    @property
    def playing(self) -> bool:
        return self._task is not None

    @property
    def controls(self) -> Controls:
        """The live part, made when it is first asked for."""
        if self._controls is None:
            self._controls = Controls(self)
            self._redraw()
        return self._controls

    @property
    def summary(self) -> str:
        """Where the run stands, in words."""
        score = self._trainer.score()
        return (
            f"epoch {self._trainer.epoch}: training loss {score.train_loss:.3f}, "
            f"test loss {score.test_loss:.3f}, test accuracy {score.test_accuracy:.3f}"
        )

    def show(self) -> Playground:
        """Display the playground. In a run that nobody watches, what fails fails the cell."""
        # As plain dicts, because IPython prints errors of `_repr_mimebundle_` and carries on.
        bundle, metadata = self._repr_mimebundle_()
        display(bundle, metadata=metadata, raw=True)
        return self

    def step(self, epochs: int = 1) -> None:
        """Train for a number of epochs and redraw."""
        with self._lock:
            self._trainer.step(epochs)
            self._redraw()

    def play(self, epochs_a_frame: int = 1) -> asyncio.Task:
        """Train on the running event loop, frame by frame, until `pause`; return at once.

        Stops by itself after 2000 epochs.

        Returns:
            The task, which ends when playing ends; awaiting it raises what training raised.

        Raises:
            RuntimeError: no event loop is running, as in a plain script: use `step(epochs)`.
        """
        if self._task is None:
            try:
                loop = asyncio.get_running_loop()
            except RuntimeError as error:
                message = "play() needs a running event loop, as in a notebook: use step(epochs)"
                raise RuntimeError(message) from error
            self._task = loop.create_task(self._run(epochs_a_frame))
            self._tell()
        return self._task

    def pause(self) -> None:
        """Stop playing; the frame that is being computed is the last."""
        self._task = None
        self._tell()

    def reset(self) -> None:
        """Pause and go back to the untrained network."""
        self.pause()
        with self._lock:
            self._trainer.reset()
            self._redraw()

    def change(self, **fields: Any) -> None:
        """Pause and start anew with some fields of the configuration changed.

        Raises:
            ValueError: a value is not allowed, and the playground stays as it was.
        """
        changed = Configuration.from_dict({**self.configuration.to_dict(), **fields})
        self.pause()
        with self._lock:
            self._start(changed)
            self._redraw()

    def still(self) -> tuple[bytes, str]:
        """Return a PNG of the network as trained so far, or else after `still_epochs`.

        With it comes the same in words, for readers who cannot see the picture.
        """
        with self._lock:
            untrained = self._trainer.epoch == 0
            if untrained:
                self._trainer.step(self.still_epochs)
            still = self._picture().png(), repr(self)
            if untrained:
                self._trainer.reset()
                self._redraw()
            return still

    def __repr__(self) -> str:
        return f"Playground at {self.summary}"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        """A still for every front end that shows no widgets, and the widget where it can live."""
        png, words = self.still()
        bundle = {"text/plain": words, "image/png": base64.b64encode(png).decode("ascii")}
        if somebody_is_there():
            bundle = {**self.controls.widget._repr_mimebundle_(), **bundle}
        return bundle, {"image/png": {"alt": words}}

    async def _run(self, epochs_a_frame: int) -> None:
        task = asyncio.current_task()
        last = self._trainer.epoch + EPOCHS_AT_ONE_PRESS
        message = ""
        try:
            while self._task is task and self._trainer.epoch < last:
                self.step(epochs_a_frame)
                await asyncio.sleep(BREATH)
        except Exception as error:
            message = f"Stopped: {error}"
            raise
        finally:
            if self._task is task:
                self._task = None
                self._tell(message)

    def _start(self, configuration: Configuration) -> None:
        self._trainer = Trainer(configuration)
        self._drawn: Picture | None = None
        if self._controls is not None:
            self._controls.show_configuration(configuration)

    def _picture(self) -> Picture:
        snapshot = self._trainer.snapshot()
        if self._drawn is None:
            self._drawn = Picture(snapshot)
        else:
            self._drawn.update(snapshot)
        return self._drawn

    def _redraw(self) -> None:
        if self._controls is not None:
            self._controls.show_frame(self._picture().png())
            self._tell()

    def _tell(self, message: str = "") -> None:
        if self._controls is not None:
            self._controls.show_state(self.playing, message or self.summary)
