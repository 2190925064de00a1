"""The system calls that Python's `os` lacks, through the C library; knows nothing of jails."""

from __future__ import annotations

import ctypes
import fcntl
import os
from pathlib import Path

CLONE_NEWNS = 0x0002_0000
CLONE_NEWCGROUP = 0x0200_0000
CLONE_NEWUTS = 0x0400_0000
CLONE_NEWIPC = 0x0800_0000
CLONE_NEWUSER = 0x1000_0000
CLONE_NEWPID = 0x2000_0000
CLONE_NEWNET = 0x4000_0000

MS_NOSUID = 2
MS_NODEV = 4

_NS_GET_USERNS = 0xB701
_PR_SET_DUMPABLE = 4
_PR_CAPBSET_DROP = 24
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_CLEAR_ALL = 4
_CAPABILITY_VERSION_3 = 0x2008_0522

# Loaded by name only where there is a Linux, so that this module imports anywhere.
_libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None


def setns(fd: int, kind: int) -> None:
    """Enter the namespace that ``fd`` is open on; ``kind`` is its ``CLONE_NEW*`` constant.

    Raises
    ------
    OSError
        As setns(2) does. Python has ``os.setns`` from 3.12 on; the course supports 3.11.
    """
    _check(_libc.setns(fd, kind), "setns")


def unshare(kinds: int) -> None:
    """Move this process into new namespaces of these ``CLONE_NEW*`` kinds."""
    _check(_libc.unshare(kinds), "unshare")


def namespace_owner(fd: int) -> int | None:
    """A new fd on the user namespace that owns the namespace ``fd``; None if it is our own.

    Entering one's own user namespace again is an error (EINVAL), hence the None.
    """
    owner = fcntl.ioctl(fd, _NS_GET_USERNS)
    if os.path.samestat(os.fstat(owner), os.stat("/proc/self/ns/user")):
        os.close(owner)
        return None
    os.set_inheritable(owner, False)
    return owner


def mount_tmpfs(target: str, options: str) -> None:
    """Mount a tmpfs on ``target``, without devices or setuid, with tmpfs(5) ``options``."""
    result = _libc.mount(
        b"tmpfs",
        os.fsencode(target),
        b"tmpfs",
        ctypes.c_ulong(MS_NOSUID | MS_NODEV),
        options.encode(),
    )
    _check(result, f"mounting a tmpfs on {target}")


def become_subreaper() -> None:
    """Let orphaned descendants of this process's own pid namespace become its children."""
    prctl(_PR_SET_CHILD_SUBREAPER, 1)


def set_no_new_privileges() -> None:
    """No exec of this process or its descendants can gain privileges ever again."""
    prctl(_PR_SET_NO_NEW_PRIVS, 1)


def set_dumpable() -> None:
    """Let processes of the same user, outside, read this process's entries in /proc."""
    prctl(_PR_SET_DUMPABLE, 1)


def drop_bounding_set() -> None:
    """Take every capability out of the bounding and ambient sets; needs CAP_SETPCAP."""
    prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL)
    last = int(Path("/proc/sys/kernel/cap_last_cap").read_text())
    for capability in range(last + 1):
        prctl(_PR_CAPBSET_DROP, capability)


def drop_capabilities() -> None:
    """Empty the effective, permitted and inheritable sets of this thread."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    _check(_libc.capset(header, nothing), "capset")


def capabilities() -> dict[str, int]:
    """The five capability sets of this process as bit masks: CapInh, CapPrm, CapEff, …"""
    lines = Path("/proc/self/status").read_text().splitlines()
    return {
        name: int(mask, 16)
        for name, mask in (line.split(":\t") for line in lines if line.startswith("Cap"))
    }


def wipe_environment() -> None:
    """Empty the environment, also the copy of it that /proc/self/environ reads.

    That copy, and the command line before it, are the memory that the kernel filled at exec;
    unsetting variables only drops the pointers to it.
    """
    os.environ.clear()
    _libc.clearenv()
    fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    # proc(5) numbers the fields from 1, and field 3 is the first after the name's bracket.
    arguments, arguments_end, environment, environment_end = (int(n) for n in fields[45:49])
    ctypes.memset(arguments, 0, arguments_end - arguments)
    ctypes.memset(environment, 0, environment_end - environment)


def prctl(option: int, *arguments: int) -> None:
    """Call prctl(2); arguments that are not given are 0."""
    words = [*arguments, 0, 0, 0, 0][:4]
    _check(_libc.prctl(option, *(ctypes.c_ulong(word) for word in words)), f"prctl({option})")


def _check(result: int, what: str) -> None:
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, f"{what}: {os.strerror(error)}")
