"""The coordinator's side: starts a warm parent and hands it jobs; runs no student's code itself."""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from course.errors import CourseError
from course.grading.jail import Limits, clean_environment
from course.grading.rooms.job import Job, Verdict, read_verdict

_GRACE = 30  # seconds beyond both rooms' share of a test cell, before the examiner is given up
_START_SECONDS = 120
# A process with threads must not fork; OpenBLAS starts its own on import.
_SINGLE_THREADED = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class RoomError(CourseError):
    """The rooms could not be set up: the submission has not been judged."""


class WarmParent:
    """A process that forks the two rooms of every job; use it as a context manager.

    Parameters
    ----------
    limits : Limits
        The bounds of each room.
    jail : bool
        False forks the rooms without any wall around them.
    hidden : iterable of Path
        Folders that no room may see.
    """

    def __init__(
        self, limits: Limits | None = None, *, jail: bool = True, hidden: Iterable[Path] = ()
    ) -> None:
        self._limits, self._jail = limits or Limits(), jail
        self._hidden = [str(path) for path in hidden]
        self._commands, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-P", "-m", "course.grading.rooms.parent"]
            environment = {**clean_environment(), **_SINGLE_THREADED, "PYTHONHASHSEED": "0"}
            self._process = subprocess.Popen(
                [*command, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("COURSE_DEBUG_ROOMS") else subprocess.DEVNULL,
                env=environment,
                start_new_session=True,
            )
        self._lines = b""
        if self._line(_START_SECONDS) != b"ready":
            self.close()
            raise RoomError("the process that forks the rooms did not start")

    def grade(self, job: Job, limits: Limits | None = None) -> list[Verdict]:
        """The verdict of every test cell, in the notebook's order.

        Raises
        ------
        RoomError
            If the rooms could not be set up, or their parent died.
        """
        order = {"limits": asdict(limits or self._limits), "jail": self._jail}
        order["hidden"] = self._hidden
        report, report_end = os.pipe()
        with (
            _spool(job.student) as student,
            _spool(job.examiner) as examiner,
            os.fdopen(report, "rb", buffering=0) as reports,
        ):
            try:
                fds = [student.fileno(), examiner.fileno(), report_end]
                socket.send_fds(self._commands, [json.dumps(order).encode()], fds)
            except OSError as error:
                raise RoomError("the process that forks the rooms has died") from error
            finally:
                os.close(report_end)
            lines = self._collect(reports, limits or self._limits)
            outcome = self._line(_START_SECONDS)
        if outcome is None:
            raise RoomError("the process that forks the rooms has died")
        return self._complete(job, lines, json.loads(outcome), limits or self._limits)

    def close(self) -> None:
        """End the parent and, with it, whatever it has forked."""
        self._commands.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> WarmParent:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _collect(self, reports: BinaryIO, limits: Limits) -> list[bytes]:
        """What the examiner reports, until it ends; it is ended if it stays silent too long."""
        text, asked = b"", False
        # A silent spell may hold many of the student's cells, so only the whole is bounded there.
        end = time.monotonic() + limits.submission_seconds + _GRACE
        while True:
            left = max(end - time.monotonic(), 0)
            if not select.select([reports], [], [], left)[0]:
                if asked:
                    return text.split(b"\n")[:-1]
                asked, end = True, time.monotonic() + _GRACE
                self._commands.sendall(b"end\n")
                continue
            part = reports.read(65536)
            if not part:
                return text.split(b"\n")[:-1]
            text += part

    def _complete(
        self, job: Job, lines: list[bytes], outcome: dict, limits: Limits
    ) -> list[Verdict]:
        if not lines and outcome["code"] not in (0, None) and not outcome["why"]:
            raise RoomError(f"the examiner's room ended with {outcome['code']} before any test")
        reasons = {
            "submission_seconds": f"the notebook took longer than {limits.submission_seconds:g} s",
            "cell_seconds": "the test took too long",
            "memory": "the test ran out of memory with what your code returns",
        }
        reason = reasons.get(outcome["why"], "the examination ended early")
        found = {}
        for line in lines:
            verdict = read_verdict(line, job.tests)
            found.setdefault(verdict.grade_id, verdict)
        return [found.get(name, Verdict(name, False, reason)) for name in job.tests]

    def _line(self, seconds: float) -> bytes | None:
        end = time.monotonic() + seconds
        while b"\n" not in self._lines:
            left = max(end - time.monotonic(), 0)
            if not select.select([self._commands], [], [], left)[0]:
                return None
            if not (part := self._commands.recv(65536)):
                return None
            self._lines += part
        line, _, self._lines = self._lines.partition(b"\n")
        return line


def _spool(content: bytes) -> BinaryIO:
    """A file without a name that holds this content, to be read from its beginning."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.write(content)
    file.flush()
    file.seek(0)
    return file
