"""The warm parent: has imported the stack, runs no op and no cell, and forks two rooms a job.

It never reads a job: the coordinator hands over file descriptors, which only the rooms read, so
that nothing of a test is in the memory that a student's room is forked with. Run it as
``python -P -m course.grading.rooms.parent FD``, FD being its socket to the coordinator.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from course.grading.jail import Entrant, Jail, Limits, MemoryWatcher, enter, kernel

_STACK = (
    *("IPython.core.interactiveshell", "numpy", "pandas", "matplotlib.pyplot"),
    *("ipywidgets", "tensorflow", "keras", "cloudpickle"),
    *("course.check", "course.datasets", "course.figures", "course.playground"),
    *("course.grading.rooms.student", "course.grading.rooms.examiner"),
)
END = b"end\n"  # what the coordinator sends to have the present job ended
_LOOK = 0.2  # seconds between two looks at a room's memory
_PDEATHSIG = 1  # prctl: the signal to get when the parent dies


def main(fd: int) -> None:
    """Import the stack, say so, and do jobs until the coordinator goes."""
    _import_stack()
    with socket.socket(fileno=fd) as coordinator:
        coordinator.sendall(b"ready\n")
        while True:
            message, fds, *_ = socket.recv_fds(coordinator, 65536, 3)
            if not message:
                return
            if message == END:  # it came when the job had ended already
                continue
            outcome = _do(json.loads(message), fds, coordinator)
            coordinator.sendall(json.dumps(outcome).encode() + b"\n")


def _import_stack() -> None:
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["MPLBACKEND"] = "agg"
    for name in _STACK:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()  # the collector would write into pages that children share


def _do(order: dict[str, Any], fds: list[int], coordinator: socket.socket) -> dict[str, Any]:
    """Fork both rooms, watch them until the examiner has ended; say how it ended."""
    student_cells, examiner_cells, report = fds
    limits = Limits(**order["limits"])
    hidden = [Path(path) for path in order["hidden"]]
    student_wire, examiner_wire = socket.socketpair()
    warden, examiner_warden = socket.socketpair()
    with contextlib.ExitStack() as stack:
        for end in (student_wire, examiner_wire, warden, examiner_warden):
            stack.enter_context(end)
        stack.callback(_close_all, fds)
        make = _jailed if order["jail"] else _unjailed

        def be_student() -> None:
            from course.grading.rooms import student

            _prepare()
            student.main(student_cells, student_wire.detach())

        def be_examiner() -> None:
            from course.grading.rooms import examiner

            _prepare()
            examiner.main(
                examiner_cells,
                examiner_wire.detach(),
                report,
                examiner_warden.detach(),
                limits.cell_seconds,
            )

        student = make(limits, hidden, be_student, [student_cells, student_wire.fileno()])
        stack.callback(student.close)
        keep = [examiner_cells, examiner_wire.fileno(), report, examiner_warden.fileno()]
        examiner = make(limits, hidden, be_examiner, keep)
        stack.callback(examiner.close)
        for end in (student_wire, examiner_wire, examiner_warden):
            end.close()
        _close_all(fds)  # the coordinator sees the report's end when the examiner closes it
        return _watch(student, examiner, warden, coordinator, limits)


def _watch(
    student: _Room, examiner: _Room, warden: socket.socket, coordinator: socket.socket, limits: Any
) -> dict[str, Any]:
    end = time.monotonic() + limits.submission_seconds
    why = ""
    told = False
    while True:
        waiting = [examiner.entrant, warden, coordinator]
        waiting += [] if told else [student.entrant]
        ready = select.select(waiting, [], [], _LOOK)[0]
        if examiner.entrant in ready:
            return {"code": examiner.entrant.wait(), "why": why}
        if warden in ready and warden.recv(1000):
            student.kill()
        if coordinator in ready:  # it wants this job to end, or has gone
            why = "cell_seconds"
            coordinator.recv(1000)
            examiner.kill()
        over = student.over()
        if not told and (student.entrant in ready or over):
            code = student.entrant.wait(0 if not over else None)
            if code is not None:
                told = True
                with contextlib.suppress(OSError):
                    warden.sendall(_cause(code, over, limits).encode() + b"\n")
        if examiner.over():
            why = "memory"
        if time.monotonic() > end:
            why = "submission_seconds"
            examiner.kill()


def _cause(code: int, over: str | None, limits: Limits) -> str:
    if over == "memory":
        return f"it held more than {limits.memory_bytes // 2**20:,} MiB of memory"
    if over == "processes":
        return f"it started more than {limits.processes} processes and threads"
    if code < 0:
        return f"signal {signal.Signals(-code).name}"
    return f"it left with exit code {code}"


class _Room:
    """A room as its parent sees it."""

    def __init__(self, entrant: Entrant, kill: Callable, over: Callable, close: Callable) -> None:
        self.entrant, self.kill, self.over, self.close = entrant, kill, over, close


def _jailed(limits: Limits, hidden: list[Path], run: Callable, keep: list[int]) -> _Room:
    jail = Jail(limits, hidden=hidden)
    try:
        entrant = enter(jail, run, keep=keep, environment=_ENVIRONMENT)
        watcher = MemoryWatcher(jail)
    except BaseException:
        jail.close()
        raise

    def close() -> None:
        watcher.close()
        jail.close()

    return _Room(entrant, jail.kill, watcher.check, close)


_ENVIRONMENT = {"TF_CPP_MIN_LOG_LEVEL": "3", "MPLBACKEND": "agg", "PYTHONHASHSEED": "0"}


def _unjailed(limits: Limits, hidden: list[Path], run: Callable, keep: list[int]) -> _Room:
    """A plain child in a session and folder of its own: limits on time alone, and no wall."""
    folder = tempfile.mkdtemp(prefix="room-")
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.setsid()
            kernel.prctl(_PDEATHSIG, signal.SIGKILL)
            _close_all_but(keep)
            os.environ.update(HOME=folder, TMPDIR=folder)
            tempfile.tempdir = None
            os.chdir(folder)
            run()
            code = 0
        finally:
            os._exit(code)
    entrant = Entrant(pid)

    def kill() -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)

    def close() -> None:
        kill()
        entrant.wait()
        entrant.close()
        shutil.rmtree(folder, ignore_errors=True)

    return _Room(entrant, kill, lambda: None, close)


def _close_all_but(kept: Iterable[int]) -> None:
    for fd in {int(name) for name in os.listdir("/proc/self/fd")} - {*kept, 0, 1, 2}:
        _close(fd)
    nothing = os.open("/dev/null", os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(nothing, fd)
    os.close(nothing)


def _prepare() -> None:
    """One thread and one seed a room: the same numbers every time."""
    import keras
    import tensorflow

    gc.enable()
    tensorflow.config.threading.set_intra_op_parallelism_threads(1)
    tensorflow.config.threading.set_inter_op_parallelism_threads(1)
    keras.utils.set_random_seed(0)


def _close_all(fds: list[int]) -> None:
    while fds:
        _close(fds.pop())


def _close(fd: int) -> None:
    with contextlib.suppress(OSError):
        os.close(fd)


if __name__ == "__main__":
    main(int(sys.argv[1]))
