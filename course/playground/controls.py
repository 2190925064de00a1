"""The playground's widgets: what can be chosen and pressed; it knows no Keras and keeps no state.

Every choice is a standard ipywidgets control with a description, so all of it works by keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any, Protocol

import ipywidgets as widgets

from course.playground.data import DATA_NAMES, FEATURE_NAMES
from course.playground.drawing import DPI, WIDTH
from course.playground.state import (
    ACTIVATIONS,
    MAX_LAYERS,
    MAX_NEURONS,
    MAX_NOISE,
    MAX_SEED,
    OPTIMIZERS,
    REGULARISATIONS,
    TRAIN_SHARE_RANGE,
    Configuration,
)

LEARNING_RATES = (0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
PENALTY_RATES = (0.0, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
BATCH_SIZES = (1, 5, 10, 20, 30, 50, 100)
SPEEDS = (1, 5, 25)
NEW_LAYER = 4  # neurons of a layer that has just been added

_DATA_LABELS = {"circle": "circle", "xor": "XOR", "gauss": "Gauss", "spiral": "spiral"}
_FEATURE_LABELS = dict(
    zip(FEATURE_NAMES, ("x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂"), strict=True)
)


class Player(Protocol):
    """What the controls need of the playground that they steer."""

    configuration: Configuration
    playing: bool

    def play(self, epochs_a_frame: int) -> Any: ...
    def pause(self) -> None: ...
    def step(self) -> None: ...
    def reset(self) -> None: ...
    def change(self, **fields: Any) -> None: ...


class Controls:
    """The live playground, as one widget.

    Attributes:
        widget: the whole, to be displayed.
        choices: by name of the configuration's field, the widget that sets it; "features" and
            "neurons" are lists of widgets.
        buttons: "play", "pause", "step" and "reset".
    """

    def __init__(self, player: Player) -> None:
        self._player = player
        self._syncing = False
        self.choices = _choices()
        self.buttons = _buttons()
        self.speed = _dropdown("epochs a frame", SPEEDS, 5)
        self._picture = widgets.Image(format="png", layout=widgets.Layout(width="100%"))
        self._status = widgets.HTML()
        self.widget = self._arranged()
        self._wire()
        self.show_configuration(player.configuration)

    def press(self, button: str) -> None:
        """Do what a press of a button does; what fails is shown below the buttons and raised."""
        actions: dict[str, Callable[[], Any]] = {
            "play": lambda: self._player.play(self.speed.value),
            "pause": self._player.pause,
            "step": self._player.step,
            "reset": self._player.reset,
        }
        try:
            actions[button]()
        except Exception as error:
            self.show_state(self._player.playing, f"Stopped: {error}")
            raise

    def show_frame(self, png: bytes) -> None:
        self._picture.value = png

    def show_state(self, playing: bool, message: str) -> None:
        self.buttons["play"].disabled = playing
        self.buttons["pause"].disabled = not playing
        self._status.value = escape(message)

    def show_configuration(self, configuration: Configuration) -> None:
        """Set every choice to the configuration, without acting on it."""
        self._syncing = True
        try:
            fields = configuration.to_dict()
            hidden, chosen = fields.pop("hidden"), fields.pop("features")
            for name, value in fields.items():
                _offer(self.choices[name], value)
                self.choices[name].value = value
            for name, box in zip(FEATURE_NAMES, self.choices["features"], strict=True):
                box.value = name in chosen
            self.choices["hidden"].value = len(hidden)
            for i, box in enumerate(self.choices["neurons"]):
                box.value = hidden[i] if i < len(hidden) else NEW_LAYER
                box.layout.display = None if i < len(hidden) else "none"
        finally:
            self._syncing = False

    def _arranged(self) -> widgets.VBox:
        choice = self.choices
        rows = [
            [choice[name] for name in ("data", "noise", "train_share", "batch_size", "seed")],
            [
                widgets.Label("features", layout=widgets.Layout(margin="2px 10px 2px 0")),
                *choice["features"],
            ],
            [choice["activation"], choice["hidden"], *choice["neurons"]],
            [
                choice[name]
                for name in ("optimizer", "learning_rate", "regularisation", "regularisation_rate")
            ],
            [*self.buttons.values(), self.speed],
        ]
        wrap = widgets.Layout(flex_flow="row wrap", align_items="center")
        boxes = [widgets.HBox(row, layout=wrap) for row in rows]
        return widgets.VBox(
            [*boxes, self._status, self._picture],
            layout=widgets.Layout(max_width=f"{WIDTH * DPI:.0f}px"),
        )

    def _wire(self) -> None:
        for name, choice in self.choices.items():
            for box in choice if isinstance(choice, list) else [choice]:
                box.observe(lambda _, name=name: self._changed(name), "value")
        for name, button in self.buttons.items():
            button.on_click(lambda _, name=name: self.press(name))

    def _changed(self, name: str) -> None:
        if self._syncing:
            return
        field = "hidden" if name == "neurons" else name
        try:
            self._player.change(**{field: self._chosen(field)})
        except ValueError as error:  # e.g. the last feature was taken away
            self.show_configuration(self._player.configuration)
            self.show_state(self._player.playing, str(error))

    def _chosen(self, field: str) -> Any:
        if field == "features":
            boxes = zip(FEATURE_NAMES, self.choices["features"], strict=True)
            return [name for name, box in boxes if box.value]
        if field == "hidden":
            layers = self.choices["hidden"].value
            return [box.value for box in self.choices["neurons"][:layers]]
        value = self.choices[field].value
        return round(value, 6) if isinstance(value, float) else value


def _choices() -> dict[str, Any]:
    low, high = TRAIN_SHARE_RANGE
    return {
        "data": _dropdown("data", [(_DATA_LABELS[name], name) for name in DATA_NAMES]),
        "noise": _slider(widgets.FloatSlider, "noise", 0, MAX_NOISE, 0.05),
        "train_share": _slider(widgets.FloatSlider, "train share", low, high, 0.1),
        "batch_size": _dropdown("batch size", BATCH_SIZES),
        "seed": _number("seed", 0, MAX_SEED, "120px"),
        "features": [
            widgets.Checkbox(
                description=_FEATURE_LABELS[name],
                indent=False,
                layout=widgets.Layout(width="auto", margin="2px 10px 2px 0"),
            )
            for name in FEATURE_NAMES
        ],
        "activation": _dropdown("activation", ACTIVATIONS),
        "hidden": _slider(widgets.IntSlider, "hidden layers", 0, MAX_LAYERS, 1),
        "neurons": [_number(f"layer {i + 1}", 1, MAX_NEURONS, "104px") for i in range(MAX_LAYERS)],
        "optimizer": _dropdown("optimiser", OPTIMIZERS),
        "learning_rate": _dropdown("learning rate", _numbered(LEARNING_RATES)),
        "regularisation": _dropdown("regularisation", REGULARISATIONS),
        "regularisation_rate": _dropdown("penalty rate", _numbered(PENALTY_RATES)),
    }


def _buttons() -> dict[str, widgets.Button]:
    looks = {
        "play": ("play", "Train until paused"),
        "pause": ("pause", "Stop training"),
        "step": ("step-forward", "Train for one epoch"),
        "reset": ("undo", "Back to the untrained network"),
    }
    return {
        name: widgets.Button(
            description=name.capitalize(),
            icon=icon,
            tooltip=tooltip,
            layout=widgets.Layout(width="96px", margin="2px 8px 2px 0"),
        )
        for name, (icon, tooltip) in looks.items()
    }


def _dropdown(description: str, options: Sequence[Any], value: Any = None) -> widgets.Dropdown:
    return widgets.Dropdown(
        options=options,
        description=description,
        **({} if value is None else {"value": value}),
        **_sized("auto"),
    )


def _slider(kind: type, description: str, low: float, high: float, step: float):
    # Each new value starts the run anew, so a slider reports only where it was left.
    return kind(
        min=low,
        max=high,
        step=step,
        description=description,
        continuous_update=False,
        **_sized("260px"),
    )


def _number(description: str, low: int, high: int, width: str) -> widgets.BoundedIntText:
    return widgets.BoundedIntText(
        value=low, min=low, max=high, description=description, **_sized(width)
    )


def _sized(width: str) -> dict[str, Any]:
    return {
        "layout": widgets.Layout(width=width, margin="2px 12px 2px 0"),
        "style": {"description_width": "auto"},
    }


def _numbered(values: Sequence[float]) -> list[tuple[str, float]]:
    return [(f"{value:g}", value) for value in values]


def _offer(choice: Any, value: Any) -> None:
    """Add a value that was set from Python to a list of choices that lacks it."""
    if not isinstance(choice, widgets.Dropdown):
        return
    options = [
        entry if isinstance(entry, tuple) else (str(entry), entry) for entry in choice.options
    ]
    if value not in [known for _, known in options]:
        choice.options = sorted([*options, (f"{value:g}", value)], key=lambda entry: entry[1])
