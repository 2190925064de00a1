"""The machine that is attacked: canaries, listeners, a process to kill, and who looks after them.

`Host` plants, `Watch` looks on while something is graded; neither knows how grading works.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

MIB = 2**20
KINDS = ("test", "solution", "input", "gradebook", "other", "disk", "process", "command", "flag")
_CANARY = re.compile(r"canary_([a-z]+)_[0-9a-f]{16}")
_LOOK = 0.3  # seconds between two looks at processes


class Host:
    """What is outside the rooms, and can be read, written, reached or killed.

    Parameters
    ----------
    root : Path
        The folder of a course, whose own files hold canaries already.
    repository : Path
    canaries : dict of str to str
        Kind → canary, as `make_canaries` gives them.
    """

    def __init__(self, root: Path, repository: Path, canaries: dict[str, str]) -> None:
        self.root, self.canaries = root, canaries
        self.name = f"mark{secrets.token_hex(5)}"  # 14 letters: a process's name has room for 15
        self.folders = [str(root), "/tmp", "/var/tmp", "/dev/shm", "/etc", "/usr/lib", "/root"]
        self.folders += [str(repository), *(path for path in sys.path if "packages" in path)]
        (root / "secret.txt").write_text(canaries["disk"])
        self._listeners = self._listen()
        self.marker = self._start_marker()
        self.facts = {
            "root": str(root),
            "repository": str(repository),
            "folders": self.folders,
            "name": self.name,
            "cache": f"/tmp/{self.name}-cache.txt",
            "process": self.marker.pid,
            "host": socket.gethostname(),
            "tcp": self._listeners["tcp"].getsockname()[1],
            "udp": self._listeners["udp"].getsockname()[1],
            "abstract": self.name,
            "flag": canaries["flag"][::-1],
        }

    def contacted(self) -> set[str]:
        """Which listeners were reached since the last call."""
        ready = select.select(list(self._listeners.values()), [], [], 0)[0]
        found = {name for name, listener in self._listeners.items() if listener in ready}
        for name in found:
            listener = self._listeners[name]
            with contextlib.suppress(BlockingIOError):
                while True:
                    if name == "udp":
                        listener.recv(1000)
                    else:
                        listener.accept()[0].close()
        return found

    def state(self) -> dict[str, str]:
        """Every file of the course, files with the attackers' name, kernel settings, the marker."""
        found = {}
        for path in sorted(self.root.rglob("*")):
            status = path.lstat()
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            digest = hashlib.sha256(content).hexdigest()
            found[str(path)] = f"{status.st_mode} {status.st_uid} {status.st_mtime_ns} {digest}"
        for folder in self.folders:
            with contextlib.suppress(OSError):
                for name in os.listdir(folder):
                    if name.startswith(self.name):
                        found[f"{folder}/{name}"] = "was made"
        for setting in ("kernel/hostname", "kernel/core_pattern"):
            found[setting] = Path("/proc/sys", setting).read_text()
        status = Path(f"/proc/{self.marker.pid}/stat").read_text().rpartition(")")[2].split()
        # 0 is the state, 16 the nice value
        found["marker"] = f"{'gone' if status[0] in 'ZXTt' else 'there'}, nice {status[16]}"
        return found

    def clean(self) -> None:
        """Remove what an attack has left where there was no wall, and plant anew what it took."""
        for folder in self.folders:
            with contextlib.suppress(OSError):
                for name in os.listdir(folder):
                    if name.startswith(self.name):
                        Path(folder, name).unlink()
        for path in self.root.glob("*.moved"):
            path.unlink()
        (self.root / "secret.txt").unlink(missing_ok=True)
        (self.root / "secret.txt").write_text(self.canaries["disk"])
        for pid in named_processes(self.name):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self.state()["marker"] != "there, nice 0":
            self._end_marker()
            self.marker = self._start_marker()
            self.facts["process"] = self.marker.pid

    def close(self) -> None:
        self._end_marker()
        self.clean_names()
        for listener in self._listeners.values():
            listener.close()

    def clean_names(self) -> None:
        for folder in self.folders:
            for path in Path(folder).glob(f"{self.name}*"):
                with contextlib.suppress(OSError):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _listen(self) -> dict[str, socket.socket]:
        listeners = {
            "tcp": socket.create_server(("0.0.0.0", 0)),
            "udp": socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
            "abstract": socket.socket(socket.AF_UNIX),
            "path": socket.socket(socket.AF_UNIX),
        }
        listeners["udp"].bind(("0.0.0.0", 0))
        listeners["abstract"].bind(f"\0{self.name}")
        # A socket's path may have 107 bytes; pytest's folders are longer.
        here = os.getcwd()
        os.chdir(self.root)
        listeners["path"].bind("socket")
        os.chdir(here)
        for name, listener in listeners.items():
            listener.setblocking(False)
            if name != "udp":
                listener.listen(100)
        return listeners

    def _start_marker(self) -> subprocess.Popen:
        """A process with a canary in its environment, its command line and its memory."""
        command = f"wait=1; while :; do /bin/sleep 600; done; : {self.canaries['command']}"
        environment = {"CANARY": self.canaries["process"], "PATH": "/bin:/usr/bin"}
        return subprocess.Popen(
            ["/bin/sh", "-c", command], env=environment, start_new_session=True, cwd=self.root
        )

    def _end_marker(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.marker.pid, signal.SIGKILL)
        self.marker.wait()


class Watch:
    """Looks at a warm parent's processes several times a second; a context manager.

    Parameters
    ----------
    parent : int
    enough : int
        Bytes below which memory is not measured exactly.

    Attributes
    ----------
    seconds : float
    processes : int
        The most processes and threads at one time.
    memory, shared : int
        The most bytes of all processes together, shared pages by their share; and the most that
        the machine's file systems in memory have grown.
    """

    def __init__(self, parent: int, enough: int) -> None:
        self._parent, self._enough = parent, enough
        self.processes = self.memory = self.shared = 0
        self.seconds = 0.0

    def __enter__(self) -> Watch:
        self._stop = threading.Event()
        self._began, self._shared = time.monotonic(), _shared_memory()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.monotonic() - self._began
        self._stop.set()
        self._thread.join()
        self.shared = max(self.shared, _shared_memory() - self._shared)

    def _run(self) -> None:
        while not self._stop.wait(_LOOK):
            family = descendants(self._parent)
            self.processes = max(self.processes, sum(map(_threads, family)))
            # Shared pages count in full here, and cost little to count.
            if sum(map(_own_memory, family)) > self._enough:
                self.memory = max(self.memory, sum(map(_proportional, family)))
            self.shared = max(self.shared, _shared_memory() - self._shared)


def make_canaries() -> dict[str, str]:
    """A fresh canary of each kind."""
    return {kind: f"canary_{kind}_{secrets.token_hex(8)}" for kind in KINDS}


def canaries_in(text: str, canaries: dict[str, str]) -> set[str]:
    """The kinds of the canaries in a text; that of an input also where it stands as a number."""
    found = {m.group(1) for m in _CANARY.finditer(text) if m.group(0) in canaries.values()}
    number = str(int(canaries["input"].rpartition("_")[2], 16))
    digits = re.sub(r"[,_'’ ]", "", text)
    return found | ({"input"} if number in digits else set())


def descendants(pid: int) -> list[int]:
    """A process and all that come from it."""
    children: dict[int, list[int]] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            words = Path("/proc", name, "stat").read_text().rpartition(")")[2].split()
            if words[0] not in "ZX":
                children.setdefault(int(words[1]), []).append(int(name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def named_processes(name: str) -> list[int]:
    """Living processes that bear this name, or have it on their command line."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            if Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()[0] in "ZX":
                continue
            command = Path("/proc", pid, "cmdline").read_bytes().decode(errors="replace")
            if name in command or name in Path("/proc", pid, "comm").read_text():
                found.append(int(pid))
    return found


def _threads(pid: int) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/task"))
    except OSError:
        return 0


def _own_memory(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return sum(1024 * int(n) for n in re.findall(r"^Rss(?:Anon|Shmem):\s+(\d+)", text, re.M))


def _proportional(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(1024 * int(n) for n in re.findall(r"^Pss:\s+(\d+)", text, re.MULTILINE))


def _shared_memory() -> int:
    text = Path("/proc/meminfo").read_text()
    return 1024 * int(re.search(r"^Shmem:\s+(\d+)", text, re.MULTILINE).group(1))
