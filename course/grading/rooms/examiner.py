"""The examiner's room: runs set-up and test cells and reports verdicts; holds no solution.

Where a test names what the student was to write it gets that value, data as itself and the rest
as a stand-in. What the student's code says in an exception is never repeated in a verdict; nor is,
from the first hidden test on, what it returns.
"""

from __future__ import annotations

import ast
import builtins
import json
import os
import re
import select
import socket
import sys
import time
import types
import warnings
from collections.abc import Callable
from typing import Any

from course import check
from course.check import CheckFailed
from course.grading.rooms.job import verdict_line
from course.grading.rooms.remote import Connection, RoomLost, TookTooLong, TooLargeError
from course.grading.rooms.stand_ins import StandInError
from course.grading.wire import known_name

_WORD_SECONDS = 5  # within which the warden says why a room has ended


def main(cells: int, wire: int, report: int, warden: int, cell_seconds: float) -> None:
    """Examine one submission and report a line of JSON for every test cell.

    Parameters
    ----------
    cells, wire, report, warden : int
        File descriptors: what `Job.examiner` holds; the socket to the student's room; where
        verdicts go; the socket to whoever watches the rooms, which says why one has ended.
    cell_seconds : float
        How long the student's room may take for one cell, or to answer all of one test cell.
    """
    with os.fdopen(cells, "rb") as file:
        work = json.load(file)
    with socket.socket(fileno=wire) as to_student, socket.socket(fileno=warden) as to_warden:
        Examination(to_student, to_warden, report, cell_seconds, work["places"]).run(work["steps"])


class Examination:
    """One run through the steps, in one namespace."""

    def __init__(
        self,
        wire: socket.socket,
        warden: socket.socket,
        report: int,
        cell_seconds: float,
        places: list[tuple[str, int]],
    ) -> None:
        self._warden, self._report, self._seconds = warden, report, cell_seconds
        self._student = Connection(wire, self._why_lost)
        self._ran = 0
        self._raised: list[str] = []
        self._lines = dict(places)
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        self._names = _Names(self._fetch)
        self._names.update(vars(module))
        check.run_there = self._student.run_there

    def run(self, steps: list[dict[str, Any]]) -> None:
        self._mentioned(steps)
        for step in steps:
            if step["kind"] == "setup":
                self._execute(step)
            else:
                passed, message = self._examine(step)
                os.write(self._report, verdict_line(step["id"], passed, message))

    def _mentioned(self, steps: list[dict[str, Any]]) -> None:
        """Learn the names that tests use: a sentence may name a class of the student's by them."""
        for step in steps:
            for node in ast.walk(ast.parse(step["source"])):
                if isinstance(node, ast.Name):
                    self._student.maker.know(node.id)

    def _examine(self, step: dict[str, Any]) -> tuple[bool, str]:
        try:
            self._bring(step)
            self._execute(step)
        except RoomLost as lost:
            return False, str(lost)
        except TookTooLong as late:
            place = self._place(late)
            return False, f"{self._too_long()}, in {place}" if place else self._too_long()
        except TooLargeError as error:
            return False, str(error)
        except StandInError as error:
            return False, str(error)
        except CheckFailed as failed:
            return False, str(failed)
        except SystemExit:
            return False, "the test ended itself"
        except Exception as error:
            return False, self._in_words(error)
        return True, ""

    def _bring(self, step: dict[str, Any]) -> None:
        """Run the student's notebook up to this test; its names are asked for as they are read."""
        self._names.forget(step["names"])
        self._student.deadline = time.monotonic() + self._seconds
        if self._student.lost:
            return
        while self._ran < step["after"]:
            self._ran += 1
            self._student.deadline = time.monotonic() + self._seconds
            raised = _texts(self._student.ask("run", self._ran))
            self._raised += filter(None, map(self._as_clause, raised))
        self._student.deadline = time.monotonic() + self._seconds

    def _fetch(self, name: str) -> Any:
        """The value of a name in the student's notebook; KeyError if there is none."""
        try:
            found = self._student.ask("name", name)
        except TooLargeError:
            too_large = f"your `{name}` is too large, or nested too deeply, to be looked at"
            raise TooLargeError(too_large) from None
        if type(found) is list and len(found) == 1:
            return found[0]
        raise KeyError(name)

    def _as_clause(self, clause: str) -> str:
        """What a cell of the student's raised, in words that hold nothing of a test's inputs."""
        for label in sorted(self._lines, key=len, reverse=True):
            if clause.startswith(f"{label} "):
                rest = clause[len(label) + 1 :]
                if rest.startswith("raises "):
                    return f"{label} raises {known_name(rest[7:])}"
                return f"{label} {self._limit(rest)}"
        return ""

    def _limit(self, said: str) -> str:
        """Which limit stopped a cell; with how much only as long as no hidden input is known."""
        if said == f"was stopped, since a cell may take no longer than {self._seconds:g} s":
            return said
        for with_amount, without in _LIMITS.items():
            if re.fullmatch(with_amount, said):
                return said if check.tells_values else without
        return "did not come to its end"

    def _place(self, error: BaseException) -> str:
        """Where in the student's own code an exception arose, if it names a real place."""
        line, _, label = getattr(error, "where", "").partition(" of ")
        if not _LINE.fullmatch(line) or not 1 <= int(line[5:]) <= self._lines.get(label, 0):
            return ""
        return f"{line} of {label}"

    def _execute(self, step: dict[str, Any]) -> None:
        """Run a cell; from where it may call the student's code with hidden inputs, tell less."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            shown, hidden = _parted(step["source"])
            name = f"<{step['id']}>"
            exec(compile(shown, name, "exec"), self._names)
            if hidden.body:
                check.tells_values = False
                exec(compile(hidden, name, "exec"), self._names)

    def _in_words(self, error: Exception) -> str:
        """An exception for the student: its class and the line of their own code, not its text."""
        kind, where = type.__dict__["__name__"].__get__(type(error)), self._place(error)
        if isinstance(error, NotImplementedError):
            return "your code raises NotImplementedError: this part is still to be written"
        if isinstance(error, NameError) and not where and error.name in self._names.missing:
            cause = "; " + "; ".join(self._raised[-3:]) if self._raised else ""
            return f"your notebook does not define `{error.name}`{cause}"
        if where:
            return f"your code raises {kind} in {where}"
        return f"the test stopped with {kind}: your code returns something else than asked for"

    def _too_long(self) -> str:
        return f"your notebook took longer than {self._seconds:g} s here and was stopped"

    def _why_lost(self, why: str) -> str:
        """Have the student's room ended, and say why it was."""
        if why == "time":
            self._warden.sendall(b"end\n")
            return self._too_long()
        if why:
            self._warden.sendall(b"end\n")
            return why
        told = b""
        while not told.endswith(b"\n") and select.select([self._warden], [], [], _WORD_SECONDS)[0]:
            if not (part := self._warden.recv(1000)):
                break
            told += part
        words = told.decode(errors="replace").strip()
        if not check.tells_values:
            words = _NUMBERED.sub("", words)
        return f"your notebook ended while it ran: {words or 'it closed its connection'}"


class _Names(dict):
    """The names of set-up and test cells, and of the student's notebook as they are read."""

    def __init__(self, fetch: Callable[[str], Any]) -> None:
        super().__init__()
        self._fetch = fetch
        self._own: set[str] = set()
        self._fetched: set[str] = set()
        self.missing: set[str] = set()

    def forget(self, names: list[str]) -> None:
        """Ask again for these, which the student is to write, and for all that was fetched."""
        self._own.update(names)
        for name in self._fetched.union(names):
            self.pop(name, None)
        self._fetched.clear()
        self.missing.clear()

    def __missing__(self, name: str) -> Any:
        if type(name) is not str or name in self.missing:
            raise KeyError(name)
        if hasattr(builtins, name) and name not in self._own:
            raise KeyError(name)
        try:
            self[name] = self._fetch(name)
        except KeyError:
            self.missing.add(name)
            raise
        self._fetched.add(name)
        return self[name]

    def get(self, name: str, default: Any = None) -> Any:
        try:
            return self[name]
        except KeyError:
            return default

    def __contains__(self, name: object) -> bool:
        try:
            self[name]
        except KeyError:
            return False
        return True


_NUMBERED = re.compile(r" with (exit code|signal) \S+$")  # which could be a hidden test's input
_LINE = re.compile(r"line [1-9][0-9]{0,4}")
# What the student's room may say of limits, and the same without a number.
_LIMITS = {
    "asked for more memory than there is": "asked for more memory than there is",
    "started more than [0-9]{1,5} processes and threads": "started too many processes and threads",
    "wrote more than the [0-9.,]{1,6} [A-Za-z]{1,5} that all its files may take": (
        "wrote more than all its files may take"
    ),
    "wrote a file larger than [0-9.,]{1,6} [A-Za-z]{1,5}": "wrote too large a file",
}


def _parted(source: str) -> tuple[ast.Module, ast.Module]:
    """A cell up to its first hidden test, and from there on."""
    tree = ast.parse(source)
    lines = source.split("\n")
    marked = next((n for n, line in enumerate(lines, 1) if _HIDDEN in line), len(lines) + 1)
    for position, node in enumerate(tree.body):
        if (node.end_lineno or 0) >= marked or _is_hidden(node):
            return (
                ast.Module(tree.body[:position], []),
                ast.Module(tree.body[position:], []),
            )
    return tree, ast.Module([], [])


_HIDDEN = "### BEGIN HIDDEN TESTS"


def _is_hidden(statement: ast.stmt) -> bool:
    """Whether a statement runs a hidden check, or defines what does."""
    nodes = ast.walk(statement)
    return any(isinstance(node, ast.Attribute) and node.attr == "hidden" for node in nodes)


def _texts(found: Any) -> list[str]:
    """Short texts of a list that the student's room has sent."""
    return [text[:300] for text in found if type(text) is str] if type(found) is list else []
