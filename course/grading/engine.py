"""Examines submissions, several at a time, over warm parents that are replaced when they die.

Knows nothing of gradebooks or of folders: a job goes in, verdicts come out.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Iterable
from pathlib import Path

from course.grading.jail import Limits, require_jail
from course.grading.jail.view import is_shown
from course.grading.rooms import Examined, Job, Nursery, RoomError, WarmParent

_ATTEMPTS = 2
_IDLE_SECONDS = 300  # after which a server, such as the Formgrader's, gives back the memory


class Engine:
    """Lends a warm parent to every thread that examines; starts as many as work at the same time.

    Parameters
    ----------
    limits : Limits
        The bounds of each room.
    jail : bool
        Whether rooms stand in a jail.
    hidden : iterable of Path
        Folders that no room may see: the course's root.

    Raises
    ------
    CourseError
        If there is to be a jail and none can be built here; the message names the remedy.
    """

    def __init__(self, limits: Limits, *, jail: bool = True, hidden: Iterable[Path] = ()) -> None:
        if jail:
            require_jail()
        self._limits, self._jail, self._hidden = limits, jail, tuple(hidden)
        self._lock = threading.Lock()
        self._free: list[WarmParent] = []
        self._busy = 0
        self._timer: threading.Timer | None = None

    def examine(self, job: Job) -> Examined:
        """The verdicts on one submission; tried again once if its warm parent dies.

        Raises
        ------
        RoomError
            If the rooms broke down each time: nothing is known of the submission then.
        """
        for attempt in range(_ATTEMPTS):
            # What killed one parent may just be killing the others: try again with a new one.
            parent = self._borrow(new=attempt > 0)
            try:
                examined = parent.grade(job, self._limits)
            except BaseException as error:
                self._give_back(None)
                parent.close()
                if not isinstance(error, RoomError) or attempt == _ATTEMPTS - 1:
                    raise
            else:
                self._give_back(parent)
                return examined
        raise AssertionError("every attempt returns or raises")

    def close(self) -> None:
        """End all warm parents that nobody uses; the next job starts another."""
        with self._lock:
            free, self._free = self._free, []
            self._stop_waiting()
        for parent in free:
            parent.close()
        if not any(engine.is_warm for engine in list(_engines.values())):
            _nursery.close()

    @property
    def is_warm(self) -> bool:
        """Whether it has a warm parent, at work or free."""
        return bool(self._free or self._busy)

    def _borrow(self, new: bool) -> WarmParent:
        with self._lock:
            self._stop_waiting()
            self._busy += 1
            while self._free and not new:
                parent = self._free.pop()
                if parent.is_alive():
                    return parent
                parent.close()
        try:
            return self._start()
        except BaseException:
            self._give_back(None)
            raise

    def _start(self) -> WarmParent:
        for attempt in range(_ATTEMPTS):
            nursery = _nursery.ready()
            try:
                return WarmParent(
                    self._limits, jail=self._jail, hidden=self._hidden, nursery=nursery
                )
            except RoomError:  # it was dying, perhaps with the parent before
                _nursery.discard(nursery)
                if attempt == _ATTEMPTS - 1:
                    raise
        raise AssertionError("every attempt returns or raises")

    def _give_back(self, parent: WarmParent | None) -> None:
        with self._lock:
            self._busy -= 1
            if parent is not None:
                self._free.append(parent)
            if self._free and not self._busy:
                self._timer = threading.Timer(_IDLE_SECONDS, self.close)
                self._timer.daemon = True
                self._timer.start()

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


class _SharedNursery:
    """This process's nursery: all its engines fork from one, and share what it has imported."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._nursery: Nursery | None = None

    def ready(self) -> Nursery:
        with self._lock:
            if self._nursery is None or not self._nursery.is_alive():
                self._nursery = Nursery()
            return self._nursery

    def discard(self, nursery: Nursery) -> None:
        """Start another the next time; this one does not work."""
        with self._lock:
            if self._nursery is nursery:
                nursery.close()
                self._nursery = None

    def close(self) -> None:
        with self._lock:
            if self._nursery is not None:
                self._nursery.close()
                self._nursery = None


_nursery = _SharedNursery()
_engines: dict[tuple, Engine] = {}
_engines_lock = threading.Lock()


def engine_for(limits: Limits, *, jail: bool, hidden: Iterable[Path] = ()) -> Engine:
    """This process's engine with these settings; it stays warm for minutes after its last job."""
    key = (limits, jail, tuple(path for path in hidden if is_shown(path)))
    with _engines_lock:
        if key not in _engines:
            _engines[key] = Engine(limits, jail=jail, hidden=key[2])
        return _engines[key]


def warm_up() -> None:
    """Have what the rooms need imported from now on, by the nursery, without waiting for it."""
    _nursery.ready()


@atexit.register
def close_engines() -> None:
    """End every warm parent of this process that is not at work, and the nursery."""
    with _engines_lock:
        for engine in _engines.values():
            engine.close()
    _nursery.close()
