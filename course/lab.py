"""A student's own copy of the released lessons, opened in JupyterLab. Never overwrites work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from course.errors import CourseError
from course.start import START, start_page
from course.workspace import Workspace

FOLDER = "my-work"


def copy_lessons(workspace: Workspace, folder: Path | None = None) -> tuple[Path, list[str]]:
    """Copy every released notebook that is not there yet, and put the start page beside them.

    Returns
    -------
    folder : pathlib.Path
        ``my-work`` in the course, unless one is given.
    copied : list of str
        The lessons that were copied now.
    """
    folder = folder or workspace.root / FOLDER
    copied = []
    for lesson in workspace.lessons():
        original, mine = workspace.release(lesson), folder / lesson / f"{lesson}.ipynb"
        if original.exists() and not mine.exists():
            mine.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(original, mine)
            copied.append(lesson)
    if not folder.exists():
        raise CourseError(f"{workspace.root / 'release'} holds no lesson: run `course release`")
    if not (folder / START).exists():
        (folder / START).write_text(start_page(), "utf-8")
    return folder, copied


def open_lab(folder: Path, arguments: list[str]) -> int:
    """Run JupyterLab on a folder, at its start page, until it is closed; returns its exit code."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0  # in a container, usually
    options = [f"--LabApp.default_url=/lab/tree/{START}", *(["--allow-root"] if as_root else [])]
    command = [sys.executable, "-m", "jupyter", "lab", *options, *arguments]
    if os.name == "posix":  # in this process's place, so that whoever ends it ends JupyterLab
        os.chdir(folder)
        os.execv(command[0], command)
    return subprocess.call(command, cwd=folder)
