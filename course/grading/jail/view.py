"""What a room sees of the machine's files, as bubblewrap's options: by name, never by exclusion."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import course

ROOM = Path("/room")  # the writable tmpfs, mounted by the door
WORK = ROOM / "work"  # where a room starts, and its home
TEMPORARY = ROOM / "tmp"
SHARED_MEMORY = ROOM / "shm"

# What notebooks may import of this package; nothing here holds a solution or a test.
STUDENT_MODULES = (
    *("__init__.py", "check.py", "crash.py", "backbones", "datasets", "figures", "playground"),
)

_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store")
_ETC = ("/etc/alternatives", "/etc/ld.so.cache", "/etc/localtime")
_DEVICES = ("null", "full", "random", "urandom")  # no zero: mapped, it is memory without an owner
_OF_A_PREFIX = ("bin", "etc", "lib", "lib64", "share", "pyvenv.cfg")


def view(hidden: Iterable[Path] = ()) -> list[str]:
    """Bubblewrap's options for a root that holds the interpreter, its packages and little else.

    Parameters
    ----------
    hidden : iterable of Path
        Folders to cover where one of them lies inside something that is shown: a course kept
        under ``/usr/local``, say. A course from whose checkout this package is imported is
        covered by itself, all but `STUDENT_MODULES`.

    Returns
    -------
    list of str
        Options in order: outer folders first, everything read-only, ``/room`` an empty folder.
    """
    shown = set(_shown())
    package = Path(course.__file__).resolve().parent
    editable = not {"site-packages", "dist-packages"} & set(package.parts)
    covers = {Path(path).resolve() for path in hidden} | ({package.parent} if editable else set())
    covers = {path for path in covers if path.is_dir() and _inside(path, shown)}
    if editable:
        shown |= {package / name for name in STUDENT_MODULES if (package / name).exists()}
    options = []
    for path in _outermost(shown, covers):
        options += _folders_above(path)
        if path in covers:
            options += ["--tmpfs", str(path)]
        elif path.is_symlink() and path.parent == Path("/"):
            options += ["--symlink", os.readlink(path), str(path)]
        else:
            options += ["--ro-bind", str(path), str(path)]
    options += _folder("/dev")
    for name in _DEVICES:
        options += ["--dev-bind", f"/dev/{name}", f"/dev/{name}"]
    for target, link in _links():
        # Where a checkout or an environment lies in /tmp, that folder stays, and TMPDIR serves.
        if not any(path.is_relative_to(link) for path in shown):
            options += ["--symlink", target, link]
    options += [*_folder(ROOM), "--proc", "/proc"]
    for path in (*sorted(covers), Path("/")):
        options += ["--remount-ro", str(path)]
    return options


def is_shown(folder: Path) -> bool:
    """Whether a room would see this folder if nothing covered it."""
    return _inside(folder.resolve(), _shown())


def _outermost(shown: set[Path], covers: set[Path]) -> Iterator[Path]:
    """All paths in order, without those that come with a shown folder around them."""
    done: list[Path] = []
    for path in sorted(shown | covers, key=lambda path: path.parts):
        around = next((outer for outer in reversed(done) if path.is_relative_to(outer)), None)
        if path in covers or around is None or around in covers:
            done.append(path)
            yield path


def _folders_above(path: Path) -> list[str]:
    """Bubblewrap makes missing folders as closed as what it binds; the room's id must pass."""
    return [option for folder in reversed(path.parents[:-1]) for option in _folder(folder)]


def _folder(path: Path | str) -> list[str]:
    return ["--perms", "0755", "--dir", str(path)]


def _shown() -> Iterator[Path]:
    """The system's folders, and those parts of this interpreter's that hold its code.

    A prefix is never shown whole: an environment made in a course's own folder has that folder
    as its prefix.
    """
    yield from (Path(path) for path in (*_SYSTEM, *_ETC) if os.path.lexists(path))
    binary = Path(sys.executable).resolve().parent.parent
    for prefix in {sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix, binary}:
        parts = (Path(prefix) / name for name in _OF_A_PREFIX)
        yield from (path for path in parts if os.path.exists(path))  # False if unreadable, too
    packages = (Path(path) for path in sys.path if os.path.isabs(path) and os.path.isdir(path))
    yield from (path for path in packages if path.name in {"site-packages", "dist-packages"})


def _inside(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder.resolve()) for folder in folders)


def _links() -> Iterator[tuple[str, str]]:
    yield str(TEMPORARY), "/tmp"
    yield str(SHARED_MEMORY), "/dev/shm"
    yield "/proc/self/fd", "/dev/fd"
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        yield f"/proc/self/fd/{number}", f"/dev/{name}"
