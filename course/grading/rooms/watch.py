"""Watches the two rooms of a job until the examiner has ended; holds every limit from outside."""

from __future__ import annotations

import contextlib
import select
import socket
import time
from typing import Any

from course.grading.rooms import limit_words
from course.grading.rooms.limit_words import Stop
from course.grading.rooms.pair import Pair, end_after

_LOOK = 0.1  # seconds between two looks at a room's memory and progress, and
_SHORTEST = 0.005  # the least, whenever a limit is due


def watch(pair: Pair, coordinator: socket.socket, labels: list[str]) -> dict[str, Any]:
    """Wait for the examiner's end, and bring about either room's where a limit asks for it.

    Parameters
    ----------
    pair : Pair
        The rooms, which have their job.
    coordinator : socket.socket
        Readable when the coordinator wants the job ended, or has gone.
    labels : list of str
        How sentences name the student's cells.

    Returns
    -------
    dict
        ``code``, the examiner's exit code; ``why``, a limit's name if it was made to end; and
        ``stopped``, the name and sentence for a cell that did not come to its end.
    """
    return _Watch(pair, coordinator, labels).run()


class _Watch:
    def __init__(self, pair: Pair, coordinator: socket.socket, labels: list[str]) -> None:
        self._pair, self._coordinator, self._labels = pair, coordinator, labels
        self._limits = pair.settings.limits
        self._end = time.monotonic() + self._limits.submission_seconds
        self._stop: Stop | None = None  # why the student's room is being ended
        self._student_ended = False
        self._is_warden_open = True
        self._why = ""
        self._stopped: Stop = ("", "")

    def run(self) -> dict[str, Any]:
        examiner = self._pair.examiner.entrant
        while examiner not in (ready := self._wait()):
            if self._pair.warden in ready:
                self._hear_the_examiner()
            if self._coordinator in ready:
                self._end_the_examiner("asked")
            if time.monotonic() > self._end:
                name, words = limit_words.all_time(self._limits)
                self._stopped = (name, self._sentence(words))
                self._end_the_examiner("submission_seconds")
            if self._pair.examiner.over():
                self._why = self._why or "memory"
            if not self._student_ended and not self._why:
                self._look_at_the_student()
        return {"code": examiner.wait(), "why": self._why, "stopped": self._stopped}

    def _wait(self) -> list:
        """Whatever has something to say, after a short while at the latest."""
        waiting = [self._pair.examiner.entrant]
        if self._is_warden_open:
            waiting.append(self._pair.warden)
        if self._why != "asked":
            waiting.append(self._coordinator)
        if not self._student_ended and not self._why:
            waiting.append(self._pair.student.entrant)
        now = time.monotonic()
        seconds = min(_LOOK, self._end - now)
        if running := self._pair.progress.running():
            late = running[1] + end_after(self._limits) - now
            seconds = min(seconds, late) if late > 0 else seconds
        # However late the room claims to be, the parent does not spin.
        return select.select(waiting, [], [], max(seconds, _SHORTEST))[0]

    def _hear_the_examiner(self) -> None:
        """It has given up the student's room: for a late answer, or one that cannot be read."""
        try:
            asked = self._pair.warden.recv(1000)
        except ConnectionResetError:  # it has ended without having read why the other room has
            asked = b""
        if not asked:
            self._is_warden_open = False
        elif self._stop is None:
            self._stop = limit_words.cell_time(self._limits)
            self._pair.student.kill()

    def _end_the_examiner(self, why: str) -> None:
        self._why = self._why or why
        self._pair.examiner.kill()

    def _look_at_the_student(self) -> None:
        """End the student's room where it is over a limit; tell the examiner why it has ended."""
        if self._stop is None and (over := self._pair.student.over()):
            self._stop = limit_words.watched(over, self._limits)
        running = self._pair.progress.running()
        if (
            self._stop is None
            and running
            and time.monotonic() - running[1] > end_after(self._limits)
        ):
            self._stop = limit_words.cell_time(self._limits)
            self._pair.student.kill()
        code = self._pair.student.entrant.wait(None if self._stop else 0)
        if code is None:
            return
        self._student_ended = True
        name, words = self._stop or limit_words.ended(code, self._limits)
        self._stopped = (name, self._sentence(words))
        with contextlib.suppress(OSError):
            self._pair.warden.sendall(f"{self._sentence(words)}\n".encode())

    def _sentence(self, words: str) -> str:
        """A sentence about the cell that runs, or about the notebook where none does."""
        running = self._pair.progress.running()
        if running is None or running[0] >= len(self._labels):
            return f"it {words}"
        return f"{self._labels[running[0]]} {words}"
