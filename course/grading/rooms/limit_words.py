"""The sentences about limits: which one, how much, and in which cell; enforces none."""

from __future__ import annotations

import errno
import signal

from course.grading.jail import Limits
from course.grading.rooms.outcomes import in_words

Stop = tuple[str, str]  # a name, such as "MemoryLimit", and what is said behind a cell's label


def cell_time(limits: Limits) -> Stop:
    """A cell was interrupted, or its room ended, for its time."""
    return (
        "TimeLimit",
        f"was stopped, since a cell may take no longer than {limits.cell_seconds:g} s",
    )


def all_time(limits: Limits) -> Stop:
    """A submission's time is over."""
    seconds = f"{limits.submission_seconds:g} s"
    return "TimeLimit", f"was stopped, since all of a notebook may take no longer than {seconds}"


def watched(limit: str, limits: Limits) -> Stop:
    """The watcher has ended a room that was over ``limit``, ``"memory"`` or ``"processes"``."""
    if limit == "memory":
        return "MemoryLimit", f"held more than {in_words(limits.memory_bytes)} of memory"
    return "ProcessLimit", f"started more than {limits.processes} processes and threads"


def ended(code: int, limits: Limits) -> Stop:
    """A room has ended by itself: by an exit code or, where negative, by a signal."""
    if code >= 0:
        return "Crash", f"left Python with exit code {code}"
    if -code == signal.SIGXCPU:
        return "TimeLimit", "used more processor time than the whole notebook may"
    if -code == signal.SIGKILL:
        return "Crash", "was killed by the machine, most likely for want of memory (SIGKILL)"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = str(-code)
    return "Crash", f"made Python crash with signal {name}"


def refused(error: BaseException, limits: Limits) -> Stop | None:
    """What an exception says about a limit that the system holds; None if it says nothing."""
    if isinstance(error, MemoryError):
        return "MemoryLimit", "asked for more memory than there is"
    if isinstance(error, RuntimeError) and "can't start new thread" in str(error):
        return watched("processes", limits)
    if not isinstance(error, OSError):
        return None
    if isinstance(error, BlockingIOError) and error.errno == errno.EAGAIN:
        return watched("processes", limits)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        size = in_words(limits.disk_bytes)
        return "DiskLimit", f"wrote more than the {size} that all its files may take"
    if error.errno == errno.EFBIG:
        return "FileLimit", f"wrote a file larger than {in_words(limits.file_bytes)}"
    return None
