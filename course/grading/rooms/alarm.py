"""Interrupts what runs for too long in the student's room, from within; ends no room."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class TimeLimit(BaseException):
    """Raised in what has run for too long; no ``except Exception`` catches it."""


class Alarm:
    """An alarm clock of the process: use it in the main thread, and no second one beside it.

    What catches everything, or blocks signals, is not stopped by it: somebody outside must.

    Attributes
    ----------
    rang : int
        How often it has interrupted.
    """

    def __init__(self) -> None:
        self.rang = 0
        self._end: float | None = None  # of the innermost `within`, on `time.monotonic`'s clock
        self._is_held = self._is_due = False

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Raise `TimeLimit` once in what runs here, after ``seconds``; they may be nested."""
        outer = self._end, self._is_held, self._is_due
        self._is_held = self._is_due = False
        signal.signal(signal.SIGALRM, self._ring)
        self._set(time.monotonic() + seconds)
        try:
            yield
        finally:
            self._set(outer[0])
            _, self._is_held, self._is_due = outer

    @contextmanager
    def held(self) -> Iterator[None]:
        """Interrupt nothing that runs here; what comes due is interrupted on leaving."""
        before, self._is_held = self._is_held, True
        try:
            yield
        finally:
            self._is_held = before
        if self._is_due and not self._is_held:
            self._interrupt()

    def _set(self, end: float | None) -> None:
        self._end = end
        left = 0 if end is None else max(end - time.monotonic(), 0.001)
        signal.setitimer(signal.ITIMER_REAL, left)

    def _ring(self, *_: Any) -> None:
        if self._is_held:
            self._is_due = True
        else:
            self._interrupt()

    def _interrupt(self) -> None:
        self.rang += 1
        self._end, self._is_due = None, False
        raise TimeLimit
