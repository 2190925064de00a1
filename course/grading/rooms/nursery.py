"""The process that warm parents are forked from: it has imported the stack, which they share."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import threading

from course.errors import CourseError
from course.grading.jail import clean_environment

_START_SECONDS = 120
_END_SECONDS = 10
# A process with threads must not fork; OpenBLAS starts its own on import.
_SINGLE_THREADED = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class RoomError(CourseError):
    """The rooms could not be set up: the submission has not been judged."""


class Nursery:
    """Starts with TensorFlow's import, some seconds; each fork then costs milliseconds.

    Any number of threads may fork from it; the first one waits for the import.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            command = [sys.executable, "-P", "-m", "course.grading.rooms.parent"]
            self._process = subprocess.Popen(
                [*command, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("COURSE_DEBUG_ROOMS") else subprocess.DEVNULL,
                env={**clean_environment(), **_SINGLE_THREADED, "PYTHONHASHSEED": "0"},
                cwd="/",
                start_new_session=True,  # Ctrl-C in a terminal is for the coordinator
            )
        self._is_ready = False

    def fork(self) -> tuple[socket.socket, Forked]:
        """A new warm parent: the socket to it, and its process.

        Raises
        ------
        RoomError
            If the nursery did not start, or has died.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, self._lock:
            if not self._is_ready and self._hear(_START_SECONDS) != b"ready":
                ours.close()
                self._process.kill()
                raise RoomError("the process that forks the rooms did not start")
            self._is_ready = True
            try:
                socket.send_fds(self._orders, [b"fork"], [theirs.fileno()])
                pid = int(self._hear(_END_SECONDS))
                return ours, Forked(pid)
            except (OSError, ValueError) as error:
                ours.close()
                raise RoomError("the process that forks warm parents has died") from error

    def is_alive(self) -> bool:
        """Whether it can fork."""
        return self._process.poll() is None

    def close(self) -> None:
        """End it; the parents that it has forked live on."""
        self._orders.close()
        if not self._is_ready:
            return  # it ends by itself, when it has cleaned up after its import
        try:
            self._process.wait(timeout=_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _hear(self, seconds: float) -> bytes:
        if not select.select([self._orders], [], [], seconds)[0]:
            return b""
        with contextlib.suppress(OSError):
            return self._orders.recv(100)
        return b""


class Forked:
    """A process that is nobody's child here, by a file descriptor of its own.

    Attributes
    ----------
    pid : int
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._pidfd = os.pidfd_open(pid)

    def is_alive(self) -> bool:
        return self._pidfd != -1 and not select.select([self._pidfd], [], [], 0)[0]

    def end(self) -> None:
        """Wait for its end, for which it has been given the reason; kill it if it does not come."""
        if self._pidfd == -1:
            return
        if not select.select([self._pidfd], [], [], _END_SECONDS)[0]:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            select.select([self._pidfd], [], [], _END_SECONDS)
        os.close(self._pidfd)
        self._pidfd = -1
