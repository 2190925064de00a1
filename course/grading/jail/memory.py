"""Watches what a room uses where no control group does: reads /proc from outside, kills at most."""

from __future__ import annotations

import os
import threading

from course.grading.jail.holder import Jail

INTERVAL = 0.2  # seconds between two looks


class MemoryWatcher:
    """Kills a jail whose processes together hold more memory, or are more, than its limits allow.

    Call `check` from an event loop, or use the watcher as a context manager: it then looks every
    `INTERVAL` seconds in a thread of its own. A warm parent, which forks, must not have threads.

    Parameters
    ----------
    jail : Jail
        An open one; its control group, where it has one, is asked instead of /proc.

    Attributes
    ----------
    exceeded : str or None
        ``"memory"`` or ``"processes"`` once the jail was killed for it.
    """

    def __init__(self, jail: Jail) -> None:
        self.exceeded: str | None = None
        self._jail = jail
        # The jail's own /proc: it lists the jail's processes and no others.
        self._proc = jail.open("root/proc", os.O_RDONLY | os.O_DIRECTORY)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def check(self) -> str | None:
        """Look once; kill the jail if it is over a limit, and say over which."""
        if self.exceeded is None:
            self.exceeded = self._over()
            if self.exceeded is not None:
                self._jail.kill()
        return self.exceeded

    def close(self) -> None:
        """Stop looking."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._proc != -1:
            os.close(self._proc)
            self._proc = -1

    def __enter__(self) -> MemoryWatcher:
        self._thread = threading.Thread(target=self._run, name="memory-watcher", daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self) -> None:
        while not self._stop.wait(INTERVAL) and self.check() is None:
            pass

    def _over(self) -> str | None:
        if self._jail.cgroup is not None:
            return self._jail.cgroup.exceeded()
        processes = {pid: _status(self._proc, pid) for pid in _pids(self._proc)}
        if sum(status.get("Threads", 0) for status in processes.values()) > self._most_processes:
            return "processes"
        # The resident size counts shared pages in full: a quick upper bound of the other.
        limit = self._jail.limits.memory_bytes
        if sum(_resident(status) for status in processes.values()) <= limit:
            return None
        used = sum(_proportional(self._proc, pid, status) for pid, status in processes.items())
        return "memory" if used > limit else None

    @property
    def _most_processes(self) -> int:
        return self._jail.limits.processes + 2  # process 1 and the one that holds the jail


def _pids(proc: int) -> list[str]:
    # Duplicated by opening anew: the directory's read position belongs to the open file.
    fd = os.open(".", os.O_RDONLY | os.O_DIRECTORY, dir_fd=proc)
    try:
        return [name for name in os.listdir(fd) if name.isdigit()]
    except OSError:
        return []
    finally:
        os.close(fd)


def _status(proc: int, pid: str) -> dict[str, int]:
    """The numbers of a process's ``status``: sizes in bytes, counts as they are; {} if gone."""
    numbers = {}
    for line in _read(proc, f"{pid}/status").splitlines():
        name, _, value = line.partition(":")
        words = value.split()
        if words and words[0].isdigit():
            numbers[name] = int(words[0]) * (1024 if words[1:] == ["kB"] else 1)
    return numbers


def _resident(status: dict[str, int]) -> int:
    return sum(status.get(name, 0) for name in ("VmRSS", "VmSwap", "VmPTE"))


def _proportional(proc: int, pid: str, status: dict[str, int]) -> int:
    """Bytes, shared pages divided by those who share them; in full if the process hides itself."""
    text = _read(proc, f"{pid}/smaps_rollup")
    sizes = [int(line.split()[1]) for line in text.splitlines() if line.startswith(_SHARES)]
    return 1024 * sum(sizes) + status.get("VmPTE", 0) if sizes else _resident(status)


_SHARES = ("Pss:", "SwapPss:")


def _read(proc: int, name: str) -> str:
    """The file's text; "" if the process is gone or may not be read."""
    try:
        fd = os.open(name, os.O_RDONLY | os.O_CLOEXEC, dir_fd=proc)
        with os.fdopen(fd, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
