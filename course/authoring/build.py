"""Writes source notebooks from the lessons' text, and back. Never loses an unsynchronised edit."""

from __future__ import annotations

from pathlib import Path

import nbformat

from course.authoring.text import dump_notebook, notebook_from_text, text_from_notebook
from course.errors import CourseError
from course.workspace import Workspace


def build_notebook(workspace: Workspace, lesson: str, force: bool = False) -> bool:
    """Write ``source/NAME/NAME.ipynb`` from ``course/lessons/NAME.py``.

    Returns
    -------
    bool
        Whether the notebook changed.

    Raises
    ------
    CourseError
        If the notebook holds other content and was edited after the text (unless ``force``).
    """
    text, notebook = workspace.text(lesson), workspace.source(lesson)
    if not text.exists():
        raise CourseError(
            f"{text} does not exist; `course build --from-notebook {lesson}` makes it"
        )
    content = dump_notebook(notebook_from_text(text.read_text("utf-8"), lesson))
    remedy = f"run `course build --from-notebook {lesson}` to keep its edits, or add --force"
    return _write(notebook, content, after=text, remedy=remedy, force=force)


def build_text(workspace: Workspace, lesson: str, force: bool = False) -> bool:
    """Write ``course/lessons/NAME.py`` from ``source/NAME/NAME.ipynb``, then the notebook anew.

    The second step gives cells that were added in JupyterLab their readable ids and drops outputs.

    Returns and raises as `build_notebook` does, the other way round.
    """
    text, notebook = workspace.text(lesson), workspace.source(lesson)
    if not notebook.exists():
        raise CourseError(f"{notebook} does not exist; `course build {lesson}` makes it from text")
    try:
        content = text_from_notebook(nbformat.read(notebook, as_version=4))
    except (ValueError, KeyError, AttributeError) as error:
        raise CourseError(f"{notebook} is no readable notebook: {error}") from None
    remedy = f"run `course build {lesson}` to keep its edits, or add --force"
    changed = _write(text, content, after=notebook, remedy=remedy, force=force)
    notebook.write_text(dump_notebook(notebook_from_text(content, lesson)), "utf-8")
    return changed


def _write(path: Path, content: str, after: Path, remedy: str, force: bool) -> bool:
    if path.exists():
        if path.read_text("utf-8") == content:
            return False
        if not force and path.stat().st_mtime > after.stat().st_mtime:
            raise CourseError(f"{path} was edited after {after.name}: {remedy}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return True
