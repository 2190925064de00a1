"""Starts a lesson: a small working one with right and wrong answers, to write one's own from."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from course.errors import CourseError
from course.workspace import Workspace

_TEMPLATE = resources.files("course.authoring") / "templates" / "new_lesson"


def write_new_lesson(workspace: Workspace, name: str) -> list[Path]:
    """Write a lesson's text and the variants of its one exercise.

    Parameters
    ----------
    workspace
    name : str
        ``NN-name``: two digits, a hyphen, then small letters, digits and hyphens.

    Returns
    -------
    list of pathlib.Path
        The files that were written: the text first, then the answers.

    Raises
    ------
    CourseError
        If the name has another form, or anything of such a lesson is there already.
    """
    if not re.fullmatch(r"\d\d-[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise CourseError(f"{name!r} is no lesson's name: write it like 16-clustering")
    taken = [other for other in workspace.lessons() if other[:2] == name[:2]]
    if taken:
        raise CourseError(f"{taken[0]} has that number already: choose another than {name[:2]}")
    text, variants = workspace.text(name), workspace.root / "tests" / "variants" / name
    for path in (text, variants):
        if path.exists():
            raise CourseError(f"{path} is there already: move it away first")
    number, _, words = name.partition("-")
    title = words.replace("-", " ").capitalize()
    filled = (
        (_TEMPLATE / "lesson.py.txt").read_text("utf-8").format(number=int(number), title=title)
    )
    files = {text: filled}
    for answer in sorted((_TEMPLATE / "rescale").iterdir(), key=lambda each: each.name):
        target = variants / "rescale" / answer.name.removesuffix(".txt")
        files[target] = answer.read_text("utf-8")
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return list(files)
