"""The nursery and its warm parents, which have imported the stack and run no op and no cell.

The nursery forks warm parents, a warm parent forks two rooms a job. It never reads a job: the
coordinator hands over file descriptors, which only the rooms read, so that nothing of a test is in
the memory that a student's room is forked with. Run the nursery as
``python -P -m course.grading.rooms.parent FD``, FD being its socket to the coordinator.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from course.errors import CourseError
from course.grading.jail import Limits, kernel
from course.grading.rooms.forked import kill_strays
from course.grading.rooms.pair import Pair, Settings
from course.grading.rooms.watch import watch

_STACK = (
    *("IPython.core.interactiveshell", "IPython.core.displayhook", "numpy", "pandas"),
    *("matplotlib.pyplot", "ipywidgets", "tensorflow", "keras", "cloudpickle"),
    # What these import only where it is first used, and lessons use.
    *("sklearn.model_selection", "sklearn.preprocessing", "sklearn.metrics"),
    *("course.check", "course.datasets", "course.figures", "course.playground"),
    *("course.grading.rooms.student", "course.grading.rooms.examiner"),
)
PREPARE, GRADE, END = b"prepare", b"grade", b"end"  # what the coordinator asks for
_MOST_FDS = 7


def main(fd: int) -> None:
    """Import the stack, say so, and fork warm parents until the coordinator goes."""
    _import_stack()
    # Where a parent is killed, its rooms come here: a jail ends only when they are reaped.
    kernel.become_subreaper()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system reaps, nobody here waits
    with socket.socket(fileno=fd) as orders:
        orders.sendall(b"ready")
        while True:
            order, fds, *_ = socket.recv_fds(orders, 16, 1)
            if not order:
                return
            with socket.socket(fileno=fds[0]) as coordinator:
                pid = os.fork()
                if pid == 0:
                    _live(orders, coordinator)
                orders.sendall(str(pid).encode())


def _live(orders: socket.socket, coordinator: socket.socket) -> NoReturn:
    """In a new warm parent: do jobs until the coordinator goes."""
    code = 1
    try:
        orders.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _serve(coordinator)
        code = 0
    finally:
        os._exit(code)


def _serve(coordinator: socket.socket) -> None:
    with coordinator, contextlib.closing(Rooms(coordinator)) as rooms:
        while True:
            command, fds, *_ = socket.recv_fds(coordinator, 16, _MOST_FDS)
            if not command:
                return
            with _closed_afterwards(fds):
                if command == END:  # it came when the job had ended already
                    continue
                with os.fdopen(fds.pop(0), "rb") as file:
                    order = json.load(file)
                if command == PREPARE:
                    rooms.prepare(_settings(order))
                elif command == GRADE:
                    coordinator.sendall(json.dumps(rooms.grade(order, fds)).encode())


class Rooms:
    """The present pair of rooms, and one that waits for the next job."""

    def __init__(self, coordinator: socket.socket) -> None:
        self._coordinator = coordinator
        self._next: Pair | None = None

    def prepare(self, settings: Settings) -> None:
        """Have a pair ready; if it cannot be made, the next job will say why."""
        with contextlib.suppress(CourseError, OSError):
            self._next = Pair(settings)

    def grade(self, order: dict[str, Any], fds: list[int]) -> dict[str, Any]:
        """Do one job, and say how its rooms ended; ``fds`` are closed as soon as handed over."""
        settings = _settings(order)
        try:
            pair = self._take(settings)
        except (CourseError, OSError) as error:
            return {"failed": str(error)}
        with contextlib.closing(pair):
            pair.start(fds[:3], fds[3:])
            _close_all(fds)
            self.prepare(settings)  # while the rooms are at work
            result = watch(pair, self._coordinator, order["labels"])
        if not settings.jail:
            kill_strays(self._next.pids if self._next else ())
        return result

    def close(self) -> None:
        if self._next is not None:
            self._next.close()
            self._next = None

    def _take(self, settings: Settings) -> Pair:
        pair, self._next = self._next, None
        if pair is not None and pair.settings == settings and pair.is_alive():
            return pair
        if pair is not None:
            pair.close()
        return Pair(settings)


def _import_stack() -> None:
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["MPLBACKEND"] = "agg"
    # Some libraries make folders where they are imported: in one that is gone afterwards.
    with tempfile.TemporaryDirectory(prefix=f"warm-{os.getpid()}-") as folder:
        os.environ.update(HOME=folder, TMPDIR=folder, MPLCONFIGDIR=folder)
        for name in _STACK:
            importlib.import_module(name)
    for name in ("HOME", "TMPDIR", "MPLCONFIGDIR"):
        del os.environ[name]
    tempfile.tempdir = None
    gc.collect()
    gc.freeze()  # the collector would write into pages that children share


def _settings(order: dict[str, Any]) -> Settings:
    hidden = tuple(Path(path) for path in order["hidden"])
    return Settings(Limits(**order["limits"]), order["jail"], hidden)


@contextlib.contextmanager
def _closed_afterwards(fds: list[int]) -> Iterator[None]:
    try:
        yield
    finally:
        _close_all(fds)


def _close_all(fds: list[int]) -> None:
    while fds:
        os.close(fds.pop())


if __name__ == "__main__":
    main(int(sys.argv[1]))
