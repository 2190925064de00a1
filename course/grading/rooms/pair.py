"""The two rooms of one job, forked before their job is known and waiting for it."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from course.grading.jail import Limits
from course.grading.rooms.cells import Notebook, make_shell
from course.grading.rooms.forked import BareRoom, JailedRoom
from course.grading.rooms.outcomes import Reporter
from course.grading.rooms.parcels import lay_out, unpack_files
from course.grading.rooms.progress import Progress

# A cell is interrupted a little before its room is ended, and that before the examiner gives up:
# whoever stops it earlier can say more about it.
_EARLIER = 0.075  # of a cell's seconds, and
_EARLIEST = 0.5  # seconds at most


@dataclass(frozen=True)
class Settings:
    """How a pair of rooms is made."""

    limits: Limits
    jail: bool
    hidden: tuple[Path, ...]


def interrupt_after(limits: Limits) -> float:
    """Seconds after which a cell is interrupted."""
    return limits.cell_seconds - 2 * _margin(limits)


def end_after(limits: Limits) -> float:
    """Seconds after which the room is ended, if its cell could not be interrupted."""
    return limits.cell_seconds - _margin(limits)


def _margin(limits: Limits) -> float:
    return min(_EARLIER * limits.cell_seconds, _EARLIEST)


class Pair:
    """Both rooms, alive until `close`.

    Attributes
    ----------
    student, examiner : JailedRoom or BareRoom
    progress : Progress
        Which cell the student's room runs.
    warden : socket.socket
        The examiner writes here to have the student's room ended, and reads why it has ended.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        room = JailedRoom if settings.jail else BareRoom
        limits, hidden = settings.limits, settings.hidden
        with contextlib.ExitStack() as failed, contextlib.ExitStack() as theirs:
            self.progress = Progress()
            failed.callback(self.progress.close)
            student_wire, examiner_wire = map(theirs.enter_context, socket.socketpair())
            self.warden, examiner_warden = socket.socketpair()
            failed.callback(self.warden.close)
            theirs.callback(examiner_warden.close)
            self._to_student, student_door = socket.socketpair()
            failed.callback(self._to_student.close)
            theirs.callback(student_door.close)
            self._to_examiner, examiner_door = socket.socketpair()
            failed.callback(self._to_examiner.close)
            theirs.callback(examiner_door.close)

            def be_student() -> None:
                _be_student(student_door, student_wire, self.progress, limits)

            def be_examiner() -> None:
                _be_examiner(examiner_door, examiner_wire, examiner_warden, limits)

            keep = [student_door.fileno(), student_wire.fileno()]
            self.student = room(limits, hidden, be_student, keep)
            failed.callback(self.student.close)
            keep = [examiner_door.fileno(), examiner_wire.fileno(), examiner_warden.fileno()]
            self.examiner = room(limits, hidden, be_examiner, keep)
            failed.callback(self.examiner.close)
            self._resources = failed.pop_all()

    def start(self, student: list[int], examiner: list[int]) -> None:
        """Hand over the job.

        Parameters
        ----------
        student, examiner : list of int
            Open files on each room's cells and further files, and the pipe that it reports to.
        """
        for door, fds in ((self._to_student, student), (self._to_examiner, examiner)):
            # A room that has died since it was made is noticed by whoever watches it.
            with contextlib.suppress(OSError):
                socket.send_fds(door, [b"job"], fds)

    @property
    def pids(self) -> set[int]:
        """Both rooms' process ids."""
        return {self.student.entrant.pid, self.examiner.entrant.pid}

    def is_alive(self) -> bool:
        """Whether neither room has ended."""
        return all(room.entrant.wait(0) is None for room in (self.student, self.examiner))

    def close(self) -> None:
        """End both rooms and whatever they have started."""
        self._resources.close()


def _be_student(
    door: socket.socket, wire: socket.socket, progress: Progress, limits: Limits
) -> None:
    from course.grading.rooms import student

    _prepare()
    shell = make_shell()
    cells, report = _receive(door)
    reporter = Reporter(report, limits.output_bytes)
    notebook = Notebook(cells, shell, reporter, progress, limits, interrupt_after(limits))
    student.main(notebook, wire.detach())


def _be_examiner(
    door: socket.socket, wire: socket.socket, warden: socket.socket, limits: Limits
) -> None:
    from course.grading.rooms import examiner

    _prepare()
    steps, report = _receive(door, as_file=True)
    examiner.main(steps, wire.detach(), report, warden.detach(), limits.cell_seconds)


def _receive(door: socket.socket, as_file: bool = False) -> tuple:
    """Wait for the job; its cells, and where to report to. Its files are laid out here."""
    message, fds, *_ = socket.recv_fds(door, 16, 3)
    if not message:
        os._exit(0)  # there will be no job
    door.close()
    cells, files, report = fds
    with os.fdopen(files, "rb") as file:
        lay_out(unpack_files(file.read()), Path.cwd())
    # Behind all that is installed: a helpers.py is found, a numpy.py is not.
    sys.path.append(str(Path.cwd()))
    if as_file:
        return cells, report
    with os.fdopen(cells, "rb") as file:
        return json.load(file), report


def _prepare() -> None:
    """One thread and one seed a room: the same numbers every time."""
    import keras
    import tensorflow

    gc.enable()
    tensorflow.config.threading.set_intra_op_parallelism_threads(1)
    tensorflow.config.threading.set_inter_op_parallelism_threads(1)
    keras.utils.set_random_seed(0)
    # Rewriting a graph costs a fifth of a short `fit`, and gains nothing in one.
    tensorflow.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
    _leave_pipelines_untuned(tensorflow.data)
    _build_optimizers_first(keras)


def _leave_pipelines_untuned(data: ModuleType) -> None:
    """Have no dataset tune its own speed. It changes no value, and whoever drops an iterator waits
    until the tuner's thread wakes up: 40 ms for every epoch of ``fit``, doing nothing."""
    # By this method every iterator's dataset gets its last options; TensorFlow has no public way.
    before = getattr(data.Dataset, "_apply_debug_options", None)
    if before is None:  # in another TensorFlow: slower, and nothing else
        return

    def untuned(dataset: Any) -> Any:
        options = data.Options()
        options.autotune.enabled = False
        return before(dataset).with_options(options)

    data.Dataset._apply_debug_options = untuned


def _build_optimizers_first(keras: ModuleType) -> None:
    """Have a model's optimizer make its variables before `fit` traces a step, not while it does.

    TensorFlow traces a function that has made variables a second time. It changes no value, and
    tracing is most of a short training.
    """
    # Keras calls this before the first step; it has no public way either.
    before = getattr(keras.Model, "make_train_function", None)
    if before is None:  # in another Keras: slower, and nothing else
        return
    own_step = keras.Model.train_step

    def make_train_function(self: Any, force: bool = False) -> Any:
        if _waits_for_its_optimizer(self, own_step):
            with self.distribute_strategy.scope():
                self.optimizer.build(self.trainable_variables)
        return before(self, force)

    keras.Model.make_train_function = make_train_function


def _waits_for_its_optimizer(model: Any, own_step: Any) -> bool:
    """Whether a first step of training, made by Keras's own method, would build the optimizer."""
    optimizer = getattr(model, "optimizer", None)
    if optimizer is None or optimizer.built or type(model).train_step is not own_step:
        return False  # a step of the student's own may move what it likes, by any optimizer
    return bool(model.trainable_variables) and all(x.built for x in model._flatten_layers())
