"""The coordinator's side: starts a warm parent and hands it jobs; runs no student's code itself."""

from __future__ import annotations

import contextlib
import json
import os
import select
import socket
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from course.grading.jail import Limits
from course.grading.rooms.job import Examined, Job, Verdict, read_verdict
from course.grading.rooms.nursery import Nursery, RoomError
from course.grading.rooms.outcomes import Collector
from course.grading.rooms.parcels import Files, pack_files, within

_GRACE = 30  # seconds beyond a submission's own, before its parent is asked to end it
_REPORT_BYTES = 64 * 2**20  # of all verdicts of a submission


class WarmParent:
    """A process that forks the two rooms of every job; use it as a context manager.

    It may be used by one thread at a time. After a `RoomError` it is of no further use.

    Parameters
    ----------
    limits : Limits
        The bounds of each room.
    jail : bool
        False forks the rooms without any wall around them. Limits on time, on printed output and
        on the size of a file hold then, and a crash costs no more than with a jail; memory,
        processes and disk are not bounded, and whatever the grader's user may read, change or
        send, a submission may, too.
    hidden : iterable of Path
        Folders that no room may see.
    nursery : Nursery or None
        What to fork it from; None starts a nursery of its own.

    Raises
    ------
    RoomError
        If the process did not start.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        jail: bool = True,
        hidden: Iterable[Path] = (),
        nursery: Nursery | None = None,
    ) -> None:
        self._limits, self._jail = limits or Limits(), jail
        self._hidden = [str(path) for path in hidden]
        self._own_nursery = Nursery() if nursery is None else None
        # Packets, so that two messages never run together.
        self._parent, self._process = (nursery or self._own_nursery).fork()
        try:
            with _spool(self._order(self._limits, [])) as order:
                self._say(b"prepare", [order.fileno()])
        except BaseException:
            self.close()
            raise

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Whether it can take a job."""
        return self._process.is_alive()

    def grade(self, job: Job, limits: Limits | None = None) -> Examined:
        """The verdict of every test cell, and what the student's cells printed.

        Parameters
        ----------
        job : Job
        limits : Limits or None
            Other bounds than the parent's own, for this job.

        Raises
        ------
        RoomError
            If the rooms could not be set up, or their parent died.
        """
        limits = limits or self._limits
        cells = json.loads(job.student)
        collector = Collector([cell["index"] for cell in cells], limits.output_bytes)
        verdicts = _Verdicts(job.tests)
        order = self._order(limits, [cell["label"] for cell in cells])
        with contextlib.ExitStack() as stack:
            contents = (order, *_of_student(job, limits), *_of_examiner(job, limits))
            files = [stack.enter_context(_spool(content)) for content in contents]
            told, told_end = _pipe(stack)
            report, report_end = _pipe(stack)
            order_fd, cells_fd, files_fd, steps_fd, materials_fd = (f.fileno() for f in files)
            ends = [told_end.fileno(), report_end.fileno()]
            self._say(
                b"grade",
                [order_fd, cells_fd, files_fd, ends[0], steps_fd, materials_fd, ends[1]],
            )
            told_end.close()
            report_end.close()
            result = self._collect({told: collector.feed, report: verdicts.feed}, limits)
        return Examined(
            verdicts.complete(result, limits), collector.outcomes(tuple(result["stopped"]))
        )

    def close(self) -> None:
        """End the parent and, with it, whatever it has forked."""
        self._parent.close()
        self._process.end()
        if self._own_nursery is not None:
            self._own_nursery.close()

    def __enter__(self) -> WarmParent:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _order(self, limits: Limits, labels: list[str]) -> bytes:
        order = {"limits": asdict(limits), "jail": self._jail, "hidden": self._hidden}
        return json.dumps({**order, "labels": labels}).encode()

    def _collect(self, pipes: dict[BinaryIO, Callable[[bytes], bool]], limits: Limits) -> dict:
        """Feed what arrives until the parent says how the job ended; it is asked to end it late."""
        asked = False
        end = time.monotonic() + limits.submission_seconds + _GRACE
        while True:
            left = max(end - time.monotonic(), 0)
            ready = select.select([self._parent, *pipes], [], [], left)[0]
            if self._parent in ready:
                break
            if not ready:
                if asked:
                    raise RoomError("the process that forks the rooms does not answer")
                asked, end = True, time.monotonic() + _GRACE
                self._say(b"end", [])
            for pipe in ready:
                if not _feed(pipe, pipes[pipe]):
                    del pipes[pipe]
                    pipe.close()
        result = json.loads(self._hear(0) or b'{"failed": "their parent died"}')
        if "failed" in result:
            raise RoomError(f"the rooms could not be set up: {result['failed']}")
        for pipe, feed in pipes.items():  # what was written before the end is there now
            os.set_blocking(pipe.fileno(), False)
            while _feed(pipe, feed):
                pass
        return result

    def _say(self, command: bytes, fds: list[int]) -> None:
        try:
            socket.send_fds(self._parent, [command], fds)
        except OSError as error:
            raise RoomError("the process that forks the rooms has died") from error

    def _hear(self, seconds: float) -> bytes:
        """The parent's next message; empty if it has died or says nothing in time."""
        if not select.select([self._parent], [], [], seconds)[0]:
            return b""
        try:
            return self._parent.recv(65536)
        except OSError:
            return b""


class _Verdicts:
    """The verdicts of a job, as the examiner's lines arrive."""

    def __init__(self, tests: tuple[str, ...]) -> None:
        self._tests, self._text = tests, bytearray()

    def feed(self, data: bytes) -> bool:
        self._text += data
        return len(self._text) < _REPORT_BYTES

    def complete(self, result: dict[str, Any], limits: Limits) -> tuple[Verdict, ...]:
        """Every test's verdict; those that the examiner did not reach say why."""
        lines = bytes(self._text).split(b"\n")[:-1]
        if not lines and result["code"] != 0 and not result["why"]:
            raise RoomError(f"the examiner's room ended with {result['code']} before any test")
        reasons = {
            "submission_seconds": result["stopped"][1],
            "asked": "the test did not come to an end",
            "memory": "the test ran out of memory with what your code returns",
        }
        reason = reasons.get(result["why"], "the examination ended early")
        found: dict[str, Verdict] = {}
        for line in lines:
            try:
                verdict = read_verdict(line, self._tests)
            except ValueError as error:
                raise RoomError(f"the examiner's room reports no verdict: {error}") from error
            found.setdefault(verdict.grade_id, verdict)
        return tuple(found.get(name, Verdict(name, False, reason)) for name in self._tests)


def _of_student(job: Job, limits: Limits) -> tuple[bytes, bytes]:
    """The student's cells, and the files beside them: his own first, should not all fit."""
    own = {name for name, _ in job.files}
    files = (*job.files, *(file for file in job.materials if file[0] not in own))
    return job.student, _fitting(files, limits)


def _of_examiner(job: Job, limits: Limits) -> tuple[bytes, bytes]:
    return job.examiner, _fitting(job.materials, limits)


def _fitting(files: Files, limits: Limits) -> bytes:
    return pack_files(within(files, limits.file_bytes, limits.disk_bytes))


def _pipe(stack: contextlib.ExitStack) -> tuple[BinaryIO, BinaryIO]:
    ends = os.pipe()
    reading, writing = (os.fdopen(fd, mode, 0) for fd, mode in zip(ends, ("rb", "wb"), strict=True))
    return stack.enter_context(reading), stack.enter_context(writing)


def _feed(pipe: BinaryIO, feed: Callable[[bytes], bool]) -> bool:
    """Pass on what there is to read; False at the end, or where no more is wanted."""
    part = pipe.read(65536)
    return bool(part) and feed(part)


def _spool(content: bytes) -> BinaryIO:
    """A file without a name that holds this content, to be read from its beginning."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.write(content)
    file.flush()
    file.seek(0)
    return file
