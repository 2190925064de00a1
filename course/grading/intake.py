"""Reads what lies in a student's folder. Follows no link out of it, waits for no pipe.

Whatever cannot be read is said in one sentence; a folder without a notebook of the lesson is the
only error.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import parse_utc

from course.coursedir import OpenCourse
from course.errors import CourseError
from course.grading.submission import holds_answers, read_submission

MAX_BYTES = 100_000_000  # of a notebook, and of all that is handed in beside it
TIMESTAMP = "timestamp.txt"
_LONGEST_DATE = 100  # characters
_LONGEST_PATH = 1_000  # bytes, of which systems take four times as many
_NO_NOTEBOOK = b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}'


@dataclass(frozen=True)
class HandedIn:
    """What is in a student's folder, as far as it can be graded, and what is wrong with it."""

    folder: Path
    notebook: bytes
    timestamp: str  # in UTC, as nbgrader writes it; empty if there is none
    files: tuple[tuple[str, bytes], ...]  # beside the notebook: relative name, content
    notes: tuple[str, ...]

    def contents(self) -> tuple[tuple[str, bytes], ...]:
        """All that goes with the notebook, the timestamp among it, sorted by name."""
        stamp = ((TIMESTAMP, self.timestamp.encode()),) if self.timestamp else ()
        return tuple(sorted((*self.files, *stamp)))


def take_in(course: OpenCourse, lesson: str, student: str) -> HandedIn:
    """Read a student's folder, and follow no link out of it and wait for no pipe.

    Raises
    ------
    CourseError
        If it holds no notebook of this lesson.
    """
    folder = course.folder("submitted", student, lesson)
    if folder.resolve() != home_of(folder):
        reason = "the submission's folder is a link to another one: nothing was handed in"
        return HandedIn(folder, _NO_NOTEBOOK, "", (), (reason,))
    path, renamed = _find_notebook(course, lesson, folder)
    try:
        notebook, unread = submitted_bytes(path), ()
    except CourseError as error:
        notebook, unread = _NO_NOTEBOOK, (f"the notebook file cannot be read: {error}",)
    timestamp, undated = _read_timestamp(folder / TIMESTAMP)
    files, left_out = _further_files(path.parent)
    return HandedIn(folder, notebook, timestamp, files, (*renamed, *unread, *undated, *left_out))


def _find_notebook(course: OpenCourse, lesson: str, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """The lesson's notebook, or the only one that holds answers to it under another name, or in a
    folder that was handed in with it."""
    expected = folder / f"{lesson}.ipynb"
    source = nbformat.read(course.workspace.source(lesson), as_version=4)
    if os.path.lexists(expected):
        return expected, _beside(expected, source)
    likely: list[Path] = []
    for directory, folders, names in os.walk(folder):
        for name in sorted(names):
            if ".ipynb" in name.lower():  # browsers save NAME.ipynb.txt and NAME (1).ipynb
                path = Path(directory, name)
                if _holds_answers(path, source):
                    likely.append(path)
        folders[:] = [] if likely else sorted(n for n in folders if not n.startswith((".", "__")))
    names = ", ".join(repr(str(path.relative_to(folder))) for path in likely)
    if len(likely) == 1:
        return likely[0], (f"{names} was graded: the notebook must keep its name",)
    several = f", and {names} could each be meant" if likely else ""
    raise CourseError(f"{expected} is missing{several}: the notebook must keep its name")


def _beside(expected: Path, source: NotebookNode) -> tuple[str, ...]:
    """A note where no answer is written in the notebook, but in others beside it."""
    others = [p for p in sorted(expected.parent.glob("*.ipynb")) if p != expected]
    if not others or _holds_answers(expected, source, written=True):
        return ()
    names = [repr(p.name) for p in others if _holds_answers(p, source, written=True)]
    if not names:
        return ()
    return (f"no answer is written in it; {', '.join(names[:3])} holds answers and was not graded",)


def _holds_answers(path: Path, source: NotebookNode, written: bool = False) -> bool:
    try:
        return holds_answers(read_submission(submitted_bytes(path)), source, written)
    except CourseError:
        return False


def _read_timestamp(path: Path) -> tuple[str, tuple[str, ...]]:
    if not os.path.lexists(path):
        return "", ()
    try:
        text = submitted_bytes(path).decode().strip()
        if len(text) > _LONGEST_DATE:  # over which dateutil would take its time
            raise ValueError
        when = parse_utc(text)
        return f"{when.isoformat(sep=' ')} UTC", ()
    except Exception:  # dateutil raises many kinds for what is no date
        return "", (f"{TIMESTAMP} is no date: when this was handed in is not known",)


def _further_files(folder: Path) -> tuple[tuple[tuple[str, bytes], ...], tuple[str, ...]]:
    """The plain files beside the notebook, and a note on whatever else there is."""
    files, left_out, room = [], [], MAX_BYTES
    for directory, folders, names in os.walk(folder):
        links = [name for name in folders if Path(directory, name).is_symlink()]
        folders[:] = [
            name
            for name in folders
            if not name.endswith(".ipynb") and Path(directory, name) != folder / TIMESTAMP
        ]
        for name in sorted([*names, *links]):
            path = Path(directory, name)
            if name.endswith(".ipynb") or path == folder / TIMESTAMP:
                continue
            if _is_plain(path, folder) and path.stat().st_size <= room:
                room -= path.stat().st_size
                files.append((str(path.relative_to(folder)), path.read_bytes()))
            else:
                left_out.append(str(path.relative_to(folder)))
    if not left_out:
        return tuple(files), ()
    more = f" and {len(left_out) - 3} more" if len(left_out) > 3 else ""
    names = (name if len(name) <= 60 else f"{name[:59]}…" for name in left_out[:3])
    shown = ", ".join(map(repr, names))
    return tuple(files), (f"left out, being links, pipes, locked or too large: {shown}{more}",)


def _is_plain(path: Path, folder: Path) -> bool:
    """Whether a file can be read, and copied to where its path may be some letters longer."""
    if len(os.fsencode(path.relative_to(folder))) > _LONGEST_PATH:
        return False
    return path.is_file() and not path.is_symlink() and os.access(path, os.R_OK)


def submitted_bytes(path: Path) -> bytes:
    """A file of a submission; no link is followed out of its folder, and no pipe waited for.

    Parameters
    ----------
    path : pathlib.Path
        ``submitted/STUDENT/LESSON/FILE``; a link above these three is the instructor's own.

    Raises
    ------
    CourseError
        If there is no such file, or none to be read; the message is a reason, such as "it is a
        folder".
    """
    try:
        if not path.resolve(strict=True).is_relative_to(home_of(path.parent)):
            raise CourseError("it is a link to a file outside the submission")
        if path.is_dir():
            raise CourseError("it is a folder")
        if not path.is_file():  # to open a pipe would be to wait for who writes into it
            raise CourseError("it is a pipe or a device")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
        if path.is_symlink():
            raise CourseError("it is a link that leads nowhere") from None
        raise CourseError(getattr(error, "strerror", None) or str(error)) from None
    if len(content) > MAX_BYTES:
        raise CourseError(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    return content


def home_of(folder: Path) -> Path:
    """Where ``submitted/STUDENT/LESSON`` is if neither of the two last parts is a link."""
    return folder.parent.parent.resolve() / folder.parent.name / folder.name
