"""Builds a jail and tears it down: fresh namespaces, held open by a tiny process. Runs no code."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.grading.jail import cgroup
from course.grading.jail.bwrap import find_bwrap
from course.grading.jail.limits import Limits
from course.grading.jail.view import view

if TYPE_CHECKING:
    from course.grading.jail.door import Entrant

_END_SECONDS = 30
_CAP_SYS_ADMIN = 21
_ORDINARY_ID = 1000  # who a room is, in a user namespace of its own
_FIRST_ID, _IDS = 2_000_000_000, 100_000_000  # free by convention: above containers' ranges


class Jail:
    """Namespaces of one room, alive until `close`; enter it with `course.grading.jail.enter`.

    A process that may (root) gets namespaces without a user namespace, and the room an id of its
    own that owns nothing; any other gets a user namespace. ``cat`` holds them: it answers once,
    which shows that the jail stands, and ends when its input closes, so that a jail never
    outlives the process that built it. Build it in a thread that lives as long as the jail does.

    Parameters
    ----------
    limits : Limits
        The bounds of the room.
    hidden : iterable of Path
        Folders that must not be seen even where they lie inside a folder that is shown; the
        course's root belongs here.

    Attributes
    ----------
    limits : Limits
    pid : int
        Process 1 of the jail, as seen from outside; when it dies, everything inside dies.
    uid : int
        User and group id of the room, as seen from inside.
    cgroup : Cgroup or None
        The control group that bounds the room, where one could be made.

    Raises
    ------
    CourseError
        If bubblewrap is missing or fails; the message ends with its last words.
    """

    def __init__(self, limits: Limits | None = None, *, hidden: Iterable[Path] = ()) -> None:
        self.limits = limits or Limits()
        self.cgroup: cgroup.Cgroup | None = None
        self.entrant: Entrant | None = None
        self.has_user_namespace = not _may_do_without()
        self.uid = _ORDINARY_ID if self.has_user_namespace else _unowned_id()
        self._resources = contextlib.ExitStack()
        self._pidfd = self._proc = -1
        try:
            self._build(hidden)
            self.cgroup = cgroup.make_cgroup(self.limits, self.pid)
        except BaseException:
            self.close()
            raise

    def kill(self) -> None:
        """Kill every process in the jail, whatever signals it ignores; harmless if dead already."""
        if self._pidfd != -1:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)

    def close(self) -> None:
        """Kill the jail and wait until its processes, mounts and files are gone."""
        self.kill()
        # The namespace's process 1 ends only when the entrant, whose parent is outside, is reaped.
        if self.entrant is not None:
            self.entrant.wait()
            self.entrant.close()
        if self.cgroup is not None:
            self.cgroup.remove()
            self.cgroup = None
        self._resources.close()
        self._pidfd = self._proc = -1

    def __enter__(self) -> Jail:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self, path: str, flags: int = os.O_RDONLY) -> int:
        """Open ``path`` of process 1's folder in /proc, such as ``ns/ipc``; a new fd."""
        return os.open(path, flags | os.O_CLOEXEC, dir_fd=self._proc)

    def _build(self, hidden: Iterable[Path]) -> None:
        path = find_bwrap()
        if path is None:
            raise CourseError("no jail can be built: bubblewrap is not installed")
        with contextlib.ExitStack() as given:
            inherited: list[int] = []

            def data(content: str) -> str:
                fd = os.memfd_create("bwrap")
                given.callback(os.close, fd)
                os.write(fd, content.encode())
                os.lseek(fd, 0, os.SEEK_SET)
                inherited.append(fd)
                return str(fd)

            info, info_end = os.pipe()
            given.callback(os.close, info)
            inherited.append(info_end)
            options = [*self._namespaces(), "--info-fd", str(info_end), *self._accounts(data)]
            options += view(hidden)
            # By --args, since process 1's command line can be read from inside.
            arguments = data("".join(f"{option}\0" for option in options))
            try:
                holder = subprocess.Popen(
                    [path, "--args", arguments, "--", "/bin/cat"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    bufsize=0,
                    pass_fds=inherited,
                    env={},
                    cwd="/",
                    start_new_session=True,  # Ctrl-C in a terminal is for the grader, not for it
                )
            finally:
                os.close(info_end)
            self._resources.callback(_end, holder)
            self._wait_until_it_stands(holder)
            self.pid = json.loads(os.read(info, 4096))["child-pid"]
        self._pidfd = os.pidfd_open(self.pid)
        self._resources.callback(os.close, self._pidfd)
        self._proc = os.open(f"/proc/{self.pid}", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._resources.callback(os.close, self._proc)

    def _namespaces(self) -> list[str]:
        options = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
        options += ["--unshare-cgroup-try", "--hostname", "room", "--cap-drop", "ALL"]
        options += ["--new-session", "--die-with-parent", "--chdir", "/"]
        if self.has_user_namespace:
            options += ["--unshare-user", "--uid", str(self.uid), "--gid", str(self.uid)]
        return options

    def _accounts(self, data: Callable[[str], str]) -> list[str]:
        """The files in /etc that programs ask for names; nothing of the machine's own accounts."""
        files = {
            "/etc/passwd": f"student:x:{self.uid}:{self.uid}::/room/work:/bin/sh\n",
            "/etc/group": f"student:x:{self.uid}:\n",
            "/etc/hosts": "127.0.0.1 localhost room\n",
        }
        options: list[str] = []
        for path, content in files.items():
            # Process 1 may be root, the room is another: bubblewrap's own 0600 would hide it.
            options += ["--perms", "0644", "--ro-bind-data", data(content), path]
        return options

    def _wait_until_it_stands(self, holder: subprocess.Popen) -> None:
        with contextlib.suppress(BrokenPipeError):
            holder.stdin.write(b"\n")
        if holder.stdout.read(1) != b"\n":
            words = holder.stderr.read().decode(errors="replace").strip().splitlines()
            raise CourseError(f"the jail was not built: {words[-1] if words else 'no word why'}")


def _end(holder: subprocess.Popen) -> None:
    """Let bubblewrap end by itself, so that it reaps process 1, which would else come to us."""
    holder.stdin.close()
    try:
        holder.wait(timeout=_END_SECONDS)
    except subprocess.TimeoutExpired:
        holder.kill()
        holder.wait()
    holder.stdout.close()
    holder.stderr.close()


def _may_do_without() -> bool:
    """Whether this process can make namespaces without a user namespace, and change its id."""
    if os.geteuid() != 0:
        return False
    status = Path("/proc/self/status").read_text()
    effective = int(status.partition("CapEff:\t")[2].split()[0], 16)
    return bool(effective >> _CAP_SYS_ADMIN & 1)


def _unowned_id() -> int:
    """An id that owns nothing on this machine, another for each room."""
    wanted = _FIRST_ID + secrets.randbelow(_IDS)
    ranges = [line.split() for line in Path("/proc/self/uid_map").read_text().splitlines()]
    mapped = [range(int(first), int(first) + int(count)) for first, _, count in ranges]
    if any(wanted in ids for ids in mapped):
        return wanted
    # In a container few ids exist: the upper half of the largest range is the least used.
    largest = max(mapped, key=len)
    return largest[len(largest) // 2 + wanted % (len(largest) - len(largest) // 2)]
