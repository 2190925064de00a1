"""Reads a download of handed-in work: a folder, or a zip file, with zip files in either.

Follows no link and trusts no name in a zip: its files are laid down under numbers of our own. What
could do harm is refused in one sentence.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import time
import zipfile
import zlib
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from course.errors import CourseError
from course.grading.intake import MAX_BYTES

MAX_FILES = 20_000  # in a zip
MAX_TOTAL = 2_000_000_000  # bytes that a zip unpacks to
_CLUTTER = ("__MACOSX", ".DS_Store", "._*", "Thumbs.db", "desktop.ini")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True)
class DownloadedFile:
    """One file of a download.

    Attributes
    ----------
    name : str
        As in the download, with ``/`` between folders.
    path : pathlib.Path
        Where it can be read.
    when : float
        Its date in seconds since 1970; 0 if it has none.
    """

    name: str
    path: Path
    when: float


@dataclass(frozen=True)
class Left:
    """What was not collected, and why."""

    name: str
    reason: str


def files_of(
    source: Path, scratch: Path, ignore: tuple[str, ...] = ()
) -> tuple[list[DownloadedFile], list[Left]]:
    """All files of a download, those in zip files inside it among them.

    Parameters
    ----------
    source : pathlib.Path
        A folder or a zip file.
    scratch : pathlib.Path
        An empty folder to unpack into.
    ignore : tuple of str
        Patterns of names to pass over, beside what operating systems leave about.

    Raises
    ------
    CourseError
        If it is neither, or a zip that is damaged, too large or made to do harm.
    """
    if source.is_dir():
        found, left = _in_folder(source)
    elif source.is_file():
        found, left = unpack(source, scratch / "download", MAX_TOTAL), []
    else:
        raise CourseError(f"{source} does not exist: name a folder or a zip file")
    patterns = (*_CLUTTER, *ignore)
    files: list[DownloadedFile] = []
    for number, file in enumerate(found):
        if _is_clutter(file.name, patterns):
            continue
        if not file.name.lower().endswith(".zip"):
            files.append(file)
            continue
        try:
            inside = unpack(file.path, scratch / f"inside-{number}", MAX_BYTES)
        except CourseError as error:
            left.append(Left(file.name, str(error)))
            continue
        folder = file.name[: -len(".zip")]
        nested = (DownloadedFile(f"{folder}/{f.name}", f.path, f.when or file.when) for f in inside)
        files += [f for f in nested if not _is_clutter(f.name, patterns)]
    return files, left


def unpack(source: Path, target: Path, max_total: int) -> list[DownloadedFile]:
    """Unpack a zip file into a folder, whatever names it holds.

    Raises
    ------
    CourseError
        If it is no zip or damaged, holds a link or a name that leads out of its folder, or is
        larger than ``max_total`` bytes unpacked; nothing of it is to be used then.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            names = _require_harmless(source.name, entries, max_total)
            target.mkdir(parents=True)
            files = []
            for number, (name, entry) in enumerate(zip(names, entries, strict=True)):
                path = target / str(number)
                with archive.open(entry) as packed, path.open("wb") as file:
                    shutil.copyfileobj(packed, file)
                files.append(DownloadedFile(name, path, _date(entry)))
            return files
    except _UNREADABLE as error:
        reason = str(error) or type(error).__name__
        raise CourseError(f"{source.name} is no zip file that can be read: {reason}") from None


def _require_harmless(zip_name: str, entries: list[zipfile.ZipInfo], max_total: int) -> list[str]:
    """The names of a zip's files, with ``/`` between folders; a CourseError if any is evil."""
    names: dict[str, None] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        parts = name.split("/")
        if name.startswith("/") or _DRIVE.match(name) or ".." in parts:
            raise CourseError(f"{zip_name} is refused: {name!r} in it leads out of its folder")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise CourseError(f"{zip_name} is refused: {name!r} in it is a link")
        name = "/".join(part for part in parts if part not in ("", "."))
        if name in names:
            raise CourseError(f"{zip_name} is refused: it holds {name!r} twice")
        names[name] = None
    if len(entries) > MAX_FILES:
        raise CourseError(f"{zip_name} is refused: it holds {len(entries)} files")
    # zipfile gives no more of an entry than the size that it declares.
    total = sum(entry.file_size for entry in entries)
    if total > max_total:
        mega = f"{total / 1e6:.0f} MB, and {max_total / 1e6:.0f} MB is the most"
        raise CourseError(f"{zip_name} is refused: it unpacks to {mega}")
    return list(names)


def _date(entry: zipfile.ZipInfo) -> float:
    """A zip's dates have no zone: they are local. 1980, where they begin, stands for none."""
    if entry.date_time[0] <= 1980:
        return 0.0
    try:
        return time.mktime((*entry.date_time, 0, 0, -1))
    except (OverflowError, ValueError):
        return 0.0


def _in_folder(source: Path) -> tuple[list[DownloadedFile], list[Left]]:
    files, left = [], []
    for directory, folders, names in os.walk(source):
        links = [name for name in folders if Path(directory, name).is_symlink()]
        for name in sorted([*names, *links]):
            path = Path(directory, name)
            shown = path.relative_to(source).as_posix()
            if path.is_file() and not path.is_symlink():
                files.append(DownloadedFile(shown, path, path.stat().st_mtime))
            else:
                left.append(Left(shown, "it is a link or no plain file"))
    return sorted(files, key=lambda file: file.name), left


def _is_clutter(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(part, pattern) for part in name.split("/") for pattern in patterns)
