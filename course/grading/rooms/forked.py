"""One room as its parent sees it: a forked child in a jail of its own, or without one."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from course.grading.jail import Entrant, Jail, Limits, MemoryWatcher, enter, kernel

_ENVIRONMENT = {"TF_CPP_MIN_LOG_LEVEL": "3", "MPLBACKEND": "agg", "PYTHONHASHSEED": "0"}
_PDEATHSIG = 1  # prctl: the signal to get when the parent dies


class JailedRoom:
    """A child in a jail; `entrant` is its process.

    Parameters
    ----------
    limits : Limits
        The room's bounds.
    hidden : iterable of Path
        Folders that it must not see.
    main : callable
        What it runs.
    keep : list of int
        File descriptors that it keeps.
    """

    def __init__(
        self, limits: Limits, hidden: Iterable[Path], main: Callable, keep: list[int]
    ) -> None:
        self._jail = Jail(limits, hidden=hidden)
        try:
            self.entrant = enter(self._jail, main, keep=keep, environment=_ENVIRONMENT)
            self._watcher = MemoryWatcher(self._jail)
        except BaseException:
            self._jail.close()
            raise

    def kill(self) -> None:
        """Kill everything in it."""
        self._jail.kill()

    def over(self) -> str | None:
        """The limit that the room is over, ``"memory"`` or ``"processes"``; it is killed for it."""
        return self._watcher.check()

    def close(self) -> None:
        """Kill everything in it and wait until nothing is left."""
        self._watcher.close()
        self._jail.close()


class BareRoom:
    """A child without a jail, in a session and a folder of its own; the same interface.

    Its end, a file's size and, from outside, time are limited, and what it starts is killed with
    it. Nothing keeps it from reading, changing or sending what its user may, or from using all
    memory, processes and disk; and where its parent is killed, a process of its own that has left
    its session lives on.
    """

    def __init__(
        self, limits: Limits, hidden: Iterable[Path], main: Callable, keep: list[int]
    ) -> None:
        kernel.become_subreaper()  # what leaves the room's session comes to us when the room ends
        self._folder = tempfile.mkdtemp(prefix=f"room-{os.getpid()}-")
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._live(limits, main, keep, parent)
        self.entrant = Entrant(pid)

    def kill(self) -> None:
        """Kill it and its session."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.entrant.fileno(), signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.entrant.pid, signal.SIGKILL)

    def over(self) -> None:
        """No limit is watched."""

    def close(self) -> None:
        """Kill its session, wait for its end and remove its folder."""
        self.kill()
        self.entrant.wait()
        self.entrant.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _live(self, limits: Limits, main: Callable, keep: list[int], parent: int) -> None:
        code = 1
        try:
            os.setsid()
            kernel.prctl(_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != parent:
                return
            _close_all_but(keep)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_bytes, limits.file_bytes))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            os.environ.update(_ENVIRONMENT, HOME=self._folder, TMPDIR=self._folder)
            tempfile.tempdir = None
            work = Path(self._folder) / "work"
            work.mkdir()
            os.chdir(work)
            code = main() or 0
        except SystemExit:
            code = 1
        finally:
            os._exit(code)


def kill_strays(known: Iterable[int]) -> None:
    """Kill and reap every child of this process but the known ones, until there is none.

    What a room without a jail has started in another session becomes a child of the parent, a
    subreaper, once the room has ended.
    """
    known = set(known)
    while strays := _children() - known:
        for pid in strays:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        for pid in strays:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)


def _children() -> set[int]:
    found: set[int] = set()
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with contextlib.suppress(OSError, ValueError, IndexError):
                stat = Path(f"/proc/{entry}/stat").read_text()
                if int(stat.rpartition(")")[2].split()[1]) == os.getpid():
                    found.add(int(entry))
    return found


def _close_all_but(kept: Iterable[int]) -> None:
    for fd in {int(name) for name in os.listdir("/proc/self/fd")} - {*kept, 0, 1, 2}:
        with contextlib.suppress(OSError):
            os.close(fd)
    nothing = os.open("/dev/null", os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(nothing, fd)
    os.close(nothing)
