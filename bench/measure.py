"""Measures a command: wall time, CPU time and peak memory of it and all that it starts.

Memory is proportional set size, so that a page which N processes share counts once in all.
Linux only; changes nothing of the command.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
# Reading a process's memory costs CPU time of the machine under test: at most this share of it.
_SHARE = 0.03
_SHORTEST = 0.2  # seconds between two looks


@dataclass(frozen=True)
class Measured:
    """What a command has used.

    Attributes
    ----------
    started, ended : float
        Seconds since the epoch, to be compared with the times of files that it wrote.
    cpu : float
        Seconds of CPU, user and system, of the command and everything that it started.
    peak_pss : int
        Bytes; the largest sum over its processes that was seen.
    looks : int
        How often memory was looked at.
    hidden : int
        The most processes at one look whose memory this user may not read, and which are missing
        in ``peak_pss``.
    """

    started: float
    ended: float
    cpu: float
    peak_pss: int
    looks: int
    hidden: int

    @property
    def wall(self) -> float:
        return self.ended - self.started


class CommandFailed(Exception):
    """A command that had to succeed did not; the text says where its output stands."""


def run(
    command: Sequence[str],
    cwd: Path,
    log: Path,
    environment: Mapping[str, str],
    accept: bool = False,
) -> Measured:
    """Run a command to its end and measure it.

    Parameters
    ----------
    command : sequence of str
    cwd : Path
        Where it runs.
    log : Path
        What it prints is appended to this file.
    environment : mapping
        All its environment variables.
    accept : bool
        Whether an exit code other than 0 is a result like any other.

    Raises
    ------
    CommandFailed
        If it leaves with another exit code than 0, unless accepted.
    """
    # What the command leaves behind, or starts in a session of its own, stays below this process.
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before = _children_cpu()
    with log.open("ab") as file, _Memory() as memory:
        started = time.time()
        process = subprocess.Popen(
            list(command),
            cwd=cwd,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        code = process.wait()
        ended = time.time()
    _reap()
    if code and not accept:
        raise CommandFailed(f"{' '.join(map(str, command))} left with {code}; see {log}")
    cpu = _children_cpu() - before
    return Measured(started, ended, cpu, memory.peak, memory.looks, memory.hidden)


def descendants(parents: Mapping[int, int], root: int) -> list[int]:
    """All processes below one.

    Parameters
    ----------
    parents : mapping
        Process id → its parent's id.
    root : int
        The process that is not counted itself.
    """
    children: dict[int, list[int]] = {}
    for pid, parent in parents.items():
        children.setdefault(parent, []).append(pid)
    found, waiting = [], [root]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return sorted(found)


def parse_pss(rollup: str) -> int:
    """The bytes of ``Pss:`` in the text of a ``/proc/PID/smaps_rollup``."""
    for line in rollup.splitlines():
        name, _, rest = line.partition(":")
        if name == "Pss":
            return int(rest.split()[0]) * 1024
    raise ValueError("no line of this text begins with Pss:")


class _Memory:
    """Looks at the memory of all processes below this one until the block ends."""

    def __init__(self) -> None:
        self.peak, self.looks, self.hidden = 0, 0, 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> _Memory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        pause = _SHORTEST
        while not self._over.wait(pause):
            before = time.thread_time()
            total, hidden = _pss_below(os.getpid())
            self.peak, self.hidden = max(self.peak, total), max(self.hidden, hidden)
            self.looks += 1
            pause = max(_SHORTEST, (time.thread_time() - before) / _SHARE)


def _pss_below(root: int) -> tuple[int, int]:
    """The bytes of all processes below one, and how many of them may not be read."""
    total, hidden = 0, 0
    for pid in descendants(_parents(), root):
        try:
            total += parse_pss(Path(f"/proc/{pid}/smaps_rollup").read_text())
        except PermissionError:
            hidden += 1
        except (OSError, ValueError):  # it has ended
            continue
    return total, hidden


def _parents() -> dict[int, int]:
    parents = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError):
                stat = Path(f"/proc/{name}/stat").read_text()
                parents[int(name)] = int(stat.rpartition(")")[2].split()[1])
    return parents


def _children_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _reap() -> None:
    """Wait for what the command has left behind and has ended; what still runs is not ours."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
