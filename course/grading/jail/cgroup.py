"""A control group (cgroup v2) for one room, where the machine lets us make one; else nothing."""

from __future__ import annotations

import contextlib
import os
import time
import uuid
from pathlib import Path

from course.grading.jail.limits import Limits

CONTROLLERS = ("memory", "pids")
_PREFIX = "course-room-"


class Cgroup:
    """One control group.

    Parameters
    ----------
    path : Path
        Its folder in the cgroup2 file system, which exists.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def join(self) -> None:
        """Move the calling process in; what it forks is in, too."""
        (self.path / "cgroup.procs").write_text("0")

    def exceeded(self) -> str | None:
        """``"memory"`` once the kernel has killed for want of it, else None."""
        with contextlib.suppress(OSError):
            events = dict(
                line.split() for line in (self.path / "memory.events").read_text().splitlines()
            )
            if int(events.get("oom_kill", 0)):
                return "memory"
        return None

    def remove(self) -> None:
        """Kill what is left inside and remove the group."""
        with contextlib.suppress(OSError):
            (self.path / "cgroup.kill").write_text("1")
        # Processes leave a group a moment after they die.
        for _ in range(100):
            try:
                return self.path.rmdir()
            except FileNotFoundError:
                return None
            except OSError:
                time.sleep(0.01)
        return None


def make_cgroup(
    limits: Limits, first: int, controllers: tuple[str, ...] = CONTROLLERS
) -> Cgroup | None:
    """A new group bounded by ``limits`` with process ``first`` in it, or None if that may not be.

    The group is made beside this process's own, or below it, where that folder may be written
    and hands on all of ``controllers``: so it is in a systemd user session and under
    ``systemd-run --user -p Delegate=yes``.
    """
    parent = _delegated(controllers)
    if parent is None:
        return None
    group = Cgroup(parent / f"{_PREFIX}{uuid.uuid4().hex[:12]}")
    settings = {
        "memory": {
            "memory.max": limits.memory_bytes + limits.disk_bytes,  # a tmpfs is charged, too
            "memory.swap.max": 0,
            "memory.oom.group": 1,
        },
        "pids": {"pids.max": limits.processes},
    }
    try:
        group.path.mkdir()
        for controller in controllers:
            for name, value in settings[controller].items():
                if (group.path / name).exists():
                    (group.path / name).write_text(str(value))
        # Shows here, not when a room is under way, whether processes may be moved in.
        (group.path / "cgroup.procs").write_text(str(first))
    except OSError:
        group.remove()
        return None
    return group


def _delegated(controllers: tuple[str, ...]) -> Path | None:
    try:
        own = _own_group()
        if own is None:
            return None
        for folder in (own, own.parent):
            enabled = (folder / "cgroup.subtree_control").read_text().split()
            may = os.access(folder, os.W_OK) and os.access(folder / "cgroup.procs", os.W_OK)
            if may and set(controllers) <= set(enabled):
                return folder
    except OSError:
        pass
    return None


def _own_group() -> Path | None:
    """The folder of this process's group in the mounted cgroup2 hierarchy; None if not mounted."""
    groups = Path("/proc/self/cgroup").read_text().splitlines()
    name = next((line[3:] for line in groups if line.startswith("0::")), None)
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        fields, _, kind = line.partition(" - ")
        if kind.split()[0] == "cgroup2" and name is not None:
            return Path(fields.split()[4]) / name.lstrip("/")
    return None
