"""The way into a jail: a forked child walks in, gives up all it holds, and runs one function.

What the child inherits in memory it keeps: a process that calls `enter` must hold no secret, and
should have been started with `clean_environment`.
"""

from __future__ import annotations

import contextlib
import os
import resource
import select
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NoReturn

from course.errors import CourseError
from course.grading.jail import kernel
from course.grading.jail.holder import Jail
from course.grading.jail.seccomp import install_filter
from course.grading.jail.view import ROOM, SHARED_MEMORY, TEMPORARY, WORK

OPEN_FILES = 256

_PID, _READY = "pid ", "ready"  # what the processes on their way in tell the caller

_NAMESPACES = (
    ("ipc", kernel.CLONE_NEWIPC),
    ("uts", kernel.CLONE_NEWUTS),
    ("net", kernel.CLONE_NEWNET),
    ("cgroup", kernel.CLONE_NEWCGROUP),
    ("pid", kernel.CLONE_NEWPID),
    ("mnt", kernel.CLONE_NEWNS),
)
_DEFAULT_SIGNALS = (
    signal.SIGTERM,
    signal.SIGHUP,
    signal.SIGCHLD,
    signal.SIGALRM,
    signal.SIGUSR1,
    signal.SIGUSR2,
)


class Entrant:
    """The process inside, seen from outside.

    Attributes
    ----------
    pid : int
        Its process id outside.
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._status: int | None = None
        self._pidfd = os.pidfd_open(pid)

    def fileno(self) -> int:
        """A file descriptor that becomes readable when the process ends (for `select`)."""
        return self._pidfd

    def wait(self, timeout: float | None = None) -> int | None:
        """Its exit code, or minus the number of the signal that ended it.

        Parameters
        ----------
        timeout : float or None
            Seconds to wait; None waits for ever.

        Returns
        -------
        int or None
            None if it is still running after ``timeout``.
        """
        if self._status is None:
            if not select.select([self._pidfd], [], [], timeout)[0]:
                return None
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def close(self) -> None:
        """Close the file descriptor; the process itself ends with its jail."""
        if self._pidfd != -1:
            os.close(self._pidfd)
            self._pidfd = -1


def enter(
    jail: Jail,
    main: Callable[[], int | None],
    *,
    keep: Iterable[int] = (),
    environment: Mapping[str, str] | None = None,
) -> Entrant:
    """Fork a child, let it walk into the jail, and run ``main`` there; return once it runs.

    Inside, the child has process 1's view of files, no capability, no network, an id that owns
    nothing outside, ``/room/work`` as its folder, and three standard streams to ``/dev/null``.
    Modules that were imported before the call are there; others are imported from what the jail
    shows. The caller becomes a child subreaper (prctl(2)), and the child its own child.

    Parameters
    ----------
    jail : Jail
        One that nobody has entered yet: a jail is for one room.
    main : callable
        Called without arguments; what it returns is the exit code (None is 0). An exception is
        printed to stderr inside and makes the exit code 1.
    keep : iterable of int
        File descriptors that stay open, at the same numbers; all others are closed.
    environment : mapping or None
        Variables to add to `clean_environment`.

    Raises
    ------
    ValueError
        If somebody has entered the jail already.
    CourseError
        If the kernel refuses a step; the message says which.
    """
    if jail.entrant is not None:
        raise ValueError("this jail has been entered already")
    kernel.become_subreaper()
    report, report_end = os.pipe()
    try:
        middle = os.fork()
        if middle == 0:
            _walk_in(jail, main, tuple(keep), dict(environment or {}), report_end)
        os.close(report_end)
        with os.fdopen(report, "rb", closefd=False) as lines:
            told = lines.read().decode(errors="replace").splitlines()
        os.waitpid(middle, 0)
    finally:
        os.close(report)
    # The middle process is gone: what it forked is our child now.
    # It and the child speak in any order.
    for pid in (line for line in told if line.startswith(_PID)):
        jail.entrant = Entrant(int(pid.removeprefix(_PID)))
    words = [line for line in told if not line.startswith(_PID)]
    if jail.entrant is None or words != [_READY]:
        raise CourseError(f"the jail could not be entered: {' '.join(words) or 'no word why'}")
    return jail.entrant


def clean_environment() -> dict[str, str]:
    """The environment of a room, and the one to start a warm parent with: nothing of the caller's.

    The warm parent has to start with it, since what it was started with stays in its memory.
    """
    return {
        "PATH": f"{Path(sys.prefix) / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(WORK),
        "TMPDIR": str(TEMPORARY),
        "USER": "student",
        "LOGNAME": "student",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }


def _walk_in(
    jail: Jail, main: Callable, keep: tuple[int, ...], environment: dict[str, str], report: int
) -> NoReturn:
    """In the middle process: enter the namespaces, and fork once more for that of the pids."""
    try:
        if jail.cgroup is not None:
            jail.cgroup.join()
        _enter_namespaces(jail)
        child = os.fork()  # setns(2) puts only children into a pid namespace
        if child == 0:
            _live(jail, main, keep, environment, report)
        os.write(report, f"{_PID}{child}\n".encode())
    except BaseException as error:
        _tell(report, error)
    finally:
        os._exit(0)


def _enter_namespaces(jail: Jail) -> None:
    """Enter the owner of the namespaces first: only in it may this process enter the others."""
    fds = {kind: jail.open(f"ns/{name}") for name, kind in _NAMESPACES}
    owner = kernel.namespace_owner(fds[kernel.CLONE_NEWIPC])
    # Bubblewrap may have put process 1 into a second user namespace, inside the owner. To be
    # compared now: in the jail's /proc this process, still outside, has no entry.
    user = jail.open("ns/user")
    outer = os.stat("/proc/self/ns/user") if owner is None else os.fstat(owner)
    is_nested = not os.path.samestat(os.fstat(user), outer)
    if owner is not None:
        kernel.setns(owner, kernel.CLONE_NEWUSER)
    for kind, fd in fds.items():
        kernel.setns(fd, kind)
    if is_nested:
        kernel.setns(user, kernel.CLONE_NEWUSER)


def _live(
    jail: Jail, main: Callable, keep: tuple[int, ...], environment: dict[str, str], report: int
) -> NoReturn:
    """In the process inside: give everything up, say so, and run."""
    try:
        os.setsid()
        _furnish(jail)
        _close_all_but({*keep, report})
        _forget(environment)
        # Before the limits: a new namespace hands its maker's limits on to the one above it.
        if jail.has_user_namespace:
            _leave_the_holder_behind(jail.uid)
        _restrict(jail)
        _give_up_privileges(jail)
        _settle()
        os.write(report, f"{_READY}\n".encode())
        os.close(report)
    except BaseException as error:
        _tell(report, error)
        os._exit(1)
    code = 1
    try:
        code = main() or 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:
        with contextlib.suppress(BaseException):
            sys.excepthook(*sys.exc_info())
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code & 0xFF if isinstance(code, int) else 1)


def _furnish(jail: Jail) -> None:
    """Mount the room's one writable file system, bounded in bytes and in files."""
    limits = jail.limits
    kernel.mount_tmpfs(
        str(ROOM),
        f"size={limits.disk_bytes},nr_inodes={limits.files},mode=0700,"
        f"uid={jail.uid},gid={jail.uid}",
    )


def _close_all_but(kept: set[int]) -> None:
    """Close every other file descriptor; the standard ones that are not kept lead to nothing."""
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    for fd in {int(name) for name in os.listdir("/proc/self/fd")} - kept:
        with contextlib.suppress(OSError):  # the listing's own, closed already
            os.close(fd)
    for fd in {0, 1, 2} - kept:
        nothing = os.open("/dev/null", os.O_RDWR)
        if nothing != fd:
            os.dup2(nothing, fd)
            os.close(nothing)
        os.set_inheritable(fd, True)
    sys.stdin = sys.__stdin__ = open(0, closefd=False)  # noqa: SIM115
    sys.stdout = sys.__stdout__ = open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.__stderr__ = open(  # noqa: SIM115
        2, "w", closefd=False, errors="backslashreplace", buffering=1
    )


def _forget(environment: dict[str, str]) -> None:
    """Leave nothing of the caller's environment, command line, signal handlers and umask."""
    kernel.wipe_environment()
    os.environ.update(clean_environment() | environment)
    sys.argv = [""]
    tempfile.tempdir = None  # the caller may have asked for its folder, which is not here
    signal.set_wakeup_fd(-1)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in _DEFAULT_SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    os.umask(0o077)


def _leave_the_holder_behind(uid: int) -> None:
    """Enter a user namespace below that of process 1, under the same id.

    The holding processes have the room's id; from below, their memory is out of reach, and
    RLIMIT_NPROC counts the room alone.
    """
    kernel.set_dumpable()  # a change of user namespace makes /proc/self read-only
    kernel.unshare(kernel.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{uid} {uid} 1")


def _restrict(jail: Jail) -> None:
    """Set the resource limits, and offer this process first when the machine runs out of memory."""
    limits = jail.limits
    seconds = int(limits.submission_seconds * (os.cpu_count() or 1)) + 1
    bounds = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: limits.file_bytes,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        # 1, not 0: core(5) pipes a core to a program whatever the limit, unless it is 1.
        resource.RLIMIT_CORE: 1,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    if _counts_processes_by_room(jail):
        bounds[resource.RLIMIT_NPROC] = limits.processes
    for name, bound in bounds.items():
        hard = resource.getrlimit(name)[1]
        bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(name, (bound, bound))
    Path("/proc/self/oom_score_adj").write_text("1000")


def _counts_processes_by_room(jail: Jail) -> bool:
    """Whether RLIMIT_NPROC counts this room alone.

    It counts by user id: the room has its own, or since Linux 5.14 is counted by its own user
    namespace. On an older one the watcher counts.
    """
    version = tuple(int(part) for part in os.uname().release.split("-")[0].split(".")[:2])
    return not jail.has_user_namespace or version >= (5, 14)


def _give_up_privileges(jail: Jail) -> None:
    kernel.drop_bounding_set()
    if not jail.has_user_namespace:
        os.setgroups([])
        os.setresgid(jail.uid, jail.uid, jail.uid)
        os.setresuid(jail.uid, jail.uid, jail.uid)
    kernel.drop_capabilities()
    kernel.set_no_new_privileges()
    # A change of id hides a process's entries in /proc; the watcher reads them.
    kernel.set_dumpable()
    if any(kernel.capabilities().values()):
        raise CourseError("a capability is left")
    install_filter()


def _settle() -> None:
    for folder in (WORK, TEMPORARY, SHARED_MEMORY):
        folder.mkdir()
    os.chdir(WORK)


def _tell(report: int, error: BaseException) -> None:
    with contextlib.suppress(OSError):
        os.write(report, f"{type(error).__name__}: {error}\n".encode()[:2000])
