"""What the rooms are given beside a notebook, and their verdicts on their way back into it.

Pure but for reading the files of one folder; runs nothing.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.exercises import grade_id_of, is_test
from course.grading.rooms import Examined, Files


def further_files(folder: Path, ignore: Iterable[str] = ()) -> Files:
    """The files of a folder that are no notebooks: relative name and content, sorted by name.

    Parameters
    ----------
    folder : Path
    ignore : iterable of str
        Patterns of names to leave out, such as ``"*.pyc"``.
    """
    found = []
    for directory, folders, names in os.walk(folder):
        for group in (folders, names):  # in place, so that no such folder is entered
            group[:] = [
                name for name in group if not any(fnmatch(name, p) for p in (*ignore, "*.ipynb"))
            ]
        paths = (Path(directory, name) for name in names)
        found += [path for path in paths if _is_plain(path)]
    return tuple(sorted((path.relative_to(folder).as_posix(), path.read_bytes()) for path in found))


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and os.access(path, os.R_OK)


def write_outcomes(notebook: NotebookNode, examined: Examined) -> None:
    """Let the notebook's outputs say what the rooms found: printed text, errors and verdicts.

    A test cell that passed gets no output, so that nbgrader gives it its points; one that failed
    gets an error with the author's sentence.
    """
    for outcome in examined.cells:
        cell = notebook.cells[outcome.index]
        cell.outputs = []
        if outcome.text:
            cell.outputs.append(nbformat.v4.new_output("stream", name="stdout", text=outcome.text))
        if outcome.error_name:
            cell.outputs.append(_error(outcome.error_name, outcome.error_text))
    verdicts = {verdict.grade_id: verdict for verdict in examined.verdicts}
    for cell in notebook.cells:
        if is_test(cell):
            verdict = verdicts[grade_id_of(cell)]
            cell.outputs = [] if verdict.passed else [_error("CheckFailed", verdict.message)]


def submission_digest(notebook: bytes, files: Files) -> str:
    """The SHA-256 by which a notebook and what lies beside it are known not to have changed."""
    found = hashlib.sha256(notebook)
    for name, content in files:
        found.update(f"\0{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
    return found.hexdigest()


def _error(name: str, text: str) -> NotebookNode:
    return nbformat.v4.new_output("error", ename=name, evalue=text, traceback=[f"{name}: {text}"])
