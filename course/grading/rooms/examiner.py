"""The examiner's room: runs set-up and test cells and reports verdicts; holds no solution.

Where a test names what the student was to write it gets that value, data as itself and the rest
as a stand-in. What the student's code says in an exception is never repeated in a verdict.
"""

from __future__ import annotations

import json
import os
import select
import socket
import sys
import time
import types
import warnings
from typing import Any

from course.check import CheckFailed
from course.grading.rooms.job import verdict_line
from course.grading.rooms.remote import Connection, RoomLost

_WORD_SECONDS = 5  # within which the warden says why a room has ended


def main(cells: int, wire: int, report: int, warden: int, cell_seconds: float) -> None:
    """Examine one submission and report a line of JSON for every test cell.

    Parameters
    ----------
    cells, wire, report, warden : int
        File descriptors: the steps as JSON; the socket to the student's room; where verdicts go;
        the socket to whoever watches the rooms, which says why one has ended.
    cell_seconds : float
        How long the student's room may take for one cell, or to answer all of one test cell.
    """
    with os.fdopen(cells, "rb") as file:
        steps = json.load(file)
    with socket.socket(fileno=wire) as to_student, socket.socket(fileno=warden) as to_warden:
        Examination(to_student, to_warden, report, cell_seconds).run(steps)


class Examination:
    """One run through the steps, in one namespace."""

    def __init__(
        self, wire: socket.socket, warden: socket.socket, report: int, cell_seconds: float
    ) -> None:
        self._warden, self._report, self._seconds = warden, report, cell_seconds
        self._student = Connection(wire, self._why_lost)
        self._ran = 0
        self._raised: list[str] = []
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        self._names = vars(module)

    def run(self, steps: list[dict[str, Any]]) -> None:
        for step in steps:
            if step["kind"] == "setup":
                self._execute(step)
            else:
                passed, message = self._examine(step)
                os.write(self._report, verdict_line(step["id"], passed, message))

    def _examine(self, step: dict[str, Any]) -> tuple[bool, str]:
        try:
            missing = self._bring(step)
            self._student.deadline = time.monotonic() + self._seconds
            self._execute(step)
        except RoomLost as lost:
            return False, str(lost)
        except CheckFailed as failed:
            return False, str(failed)
        except SystemExit:
            return False, "the test ended itself"
        except Exception as error:
            return False, self._in_words(error, missing)
        return True, ""

    def _bring(self, step: dict[str, Any]) -> list[str]:
        """Run the student's notebook up to this test, and fetch the names that it needs.

        Returns
        -------
        list of str
            The names that the notebook does not define.
        """
        missing = []
        for name in step["names"]:
            self._names.pop(name, None)
        if self._student.lost:
            if step["names"]:
                raise RoomLost(self._student.lost)
            return []
        while self._ran < step["after"]:
            self._ran += 1
            self._student.deadline = time.monotonic() + self._seconds
            raised = self._student.ask("run", self._ran)
            if type(raised) is list:
                self._raised += [text[:200] for text in raised if type(text) is str]
        self._student.deadline = time.monotonic() + self._seconds
        for name in step["names"]:
            try:
                found = self._student.ask("name", name)
            except Exception:  # a value that is too large to travel
                found = None
            if type(found) is list and len(found) == 1:
                self._names[name] = found[0]
            else:
                missing.append(name)
        return missing

    def _execute(self, step: dict[str, Any]) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(step["source"], f"<{step['id']}>", "exec"), self._names)

    def _in_words(self, error: Exception, missing: list[str]) -> str:
        """An exception for the student: its class and the line of their own code, not its text."""
        kind, where = type(error).__name__, getattr(error, "where", "")
        if isinstance(error, NotImplementedError):
            return "your code raises NotImplementedError: this part is still to be written"
        if isinstance(error, NameError) and error.name in missing:
            cause = "; " + "; ".join(self._raised[-3:]) if self._raised else ""
            return f"your notebook does not define `{error.name}`{cause}"
        if kind == "WireError":
            return "what your code returns is too large, or nested too deeply, to be looked at"
        if where:
            return f"your code raises {kind} in {where}"
        return f"the test stopped with {kind}: your code returns something else than asked for"

    def _why_lost(self, why: str) -> str:
        """Have the student's room ended, and say why it was."""
        if why == "time":
            self._warden.sendall(b"end\n")
            return f"your notebook took longer than {self._seconds:g} s here and was stopped"
        if why:
            self._warden.sendall(b"end\n")
            return why
        told = b""
        while not told.endswith(b"\n") and select.select([self._warden], [], [], _WORD_SECONDS)[0]:
            if not (part := self._warden.recv(1000)):
                break
            told += part
        words = told.decode(errors="replace").strip()
        return f"your notebook ended while it ran: {words or 'it closed its connection'}"
