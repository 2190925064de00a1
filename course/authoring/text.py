"""A lesson as text and as a notebook: exact inverses of each other. Reads and writes no file.

The text is jupytext's percent format without a file header. A cell's header holds only what
differs from the defaults::

    # %% nbgrader={"grade_id": "relu", "solution": true}       an answer cell
    # %% nbgrader={"grade_id": "relu-values", "points": 1}     a test cell
    # %% tags=["setup"] nbgrader={"grade_id": "setup"}         a locked cell

The notebook holds nbgrader's schema 3 in full, and a readable id for each cell.
"""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata

import jupytext
import nbformat
from nbformat import NotebookNode

from course.errors import CourseError

NOTEBOOK_METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
LINE_LENGTH = 100
_MAKERS = {
    "code": nbformat.v4.new_code_cell,
    "markdown": nbformat.v4.new_markdown_cell,
    "raw": nbformat.v4.new_raw_cell,
}
_HEADING = re.compile(r"^#{1,6}\s+(.+)$", re.MULTILINE)


def notebook_from_text(text: str, name: str = "lesson") -> NotebookNode:
    """The instructor's notebook that a lesson's text stands for.

    Parameters
    ----------
    text : str
        Percent format, as described above.
    name : str
        The lesson's name, for messages.

    Raises
    ------
    CourseError
        If a cell's header is no valid metadata or two cells share a ``grade_id``.
    """
    notebook = jupytext.reads(text, fmt="py:percent")
    cells = []
    for cell in notebook.cells:
        metadata = {k: v for k, v in cell.metadata.items() if k != "lines_to_next_cell"}
        if "nbgrader" in metadata:
            metadata["nbgrader"] = _full(metadata["nbgrader"], name)
        cells.append(_MAKERS[cell.cell_type](cell.source, metadata=metadata))
    for cell, cell_id in zip(cells, _ids(cells, name), strict=True):
        cell.id = cell_id
    return nbformat.v4.new_notebook(cells=cells, metadata=NOTEBOOK_METADATA, nbformat_minor=5)


def text_from_notebook(notebook: NotebookNode) -> str:
    """The text of a notebook, compact and formatted.

    Ids and outputs are left behind, and so are spaces at the ends of lines.
    """
    cells = []
    for cell in notebook.cells:
        metadata = {k: cell.metadata[k] for k in ("tags", "nbgrader") if cell.metadata.get(k)}
        if "nbgrader" in metadata:
            metadata["nbgrader"] = _compact(metadata["nbgrader"])
        cells.append(_MAKERS[cell.cell_type](cell.source, metadata=metadata))
    filters = {"notebook_metadata_filter": "-all", "cell_metadata_filter": "tags,nbgrader,-all"}
    bare = nbformat.v4.new_notebook(cells=cells, metadata={"jupytext": filters})
    text = jupytext.writes(bare, fmt="py:percent")
    return _formatted(re.sub(r"\n{3,}(?=# %%)", "\n\n", text))


def dump_notebook(notebook: NotebookNode) -> str:
    """A notebook as the text of an .ipynb file, always the same for the same notebook."""
    return nbformat.writes(notebook, version=4) + "\n"


def _full(compact: dict, name: str) -> dict:
    """nbgrader's metadata, schema 3, with what the lesson's text leaves to the defaults."""
    if not isinstance(compact, dict) or not isinstance(compact.get("grade_id"), str):
        raise CourseError(f"{name}: a cell header's nbgrader metadata needs a grade_id: {compact}")
    return {**_defaults(compact), **compact}


def _compact(full: dict) -> dict:
    """The inverse of `_full`: only what differs from the defaults, in a fixed order."""
    defaults = _defaults(full)
    order = ("grade_id", "solution", "points", "task", "grade", "locked")
    dropped = ("checksum", "cell_type")  # added by nbgrader on release
    kept = {k: v for k, v in full.items() if k not in dropped and defaults.get(k) != v}
    return {k: kept[k] for k in (*order, *sorted(kept)) if k in kept}


def _defaults(given: dict) -> dict:
    solution, task = given.get("solution", False), given.get("task", False)
    return {
        "grade": "points" in given and not task,
        "locked": not solution,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }


def _ids(cells: list[NotebookNode], name: str) -> list[str]:
    """Readable ids: the grade_id, the heading, or the section's slug with a number."""
    grade_ids = [c.metadata["nbgrader"]["grade_id"] for c in cells if "nbgrader" in c.metadata]
    if doubled := {g for g in grade_ids if grade_ids.count(g) > 1}:
        raise CourseError(f"{name}: grade_id {sorted(doubled)[0]!r} stands in two cells")
    taken, ids, section = set(grade_ids), [], "opening"
    for cell in cells:
        if "nbgrader" in cell.metadata:
            ids.append(cell.metadata["nbgrader"]["grade_id"])
            continue
        heading = _HEADING.search(cell.source) if cell.cell_type == "markdown" else None
        if heading:
            section = _slug(heading.group(1))
        ids.append(_untaken(section if heading else f"{section}-1", taken))
        taken.add(ids[-1])
    return ids


def _slug(heading: str) -> str:
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].strip("-") or "section"


def _untaken(wanted: str, taken: set[str]) -> str:
    stem, _, number = wanted.rpartition("-")
    if not number.isdigit():
        stem, number = wanted, "1"
    candidate, count = wanted, int(number)
    while candidate in taken:
        count += 1
        candidate = f"{stem}-{count}"
    return candidate


def _formatted(text: str) -> str:
    command = [sys.executable, "-m", "ruff", "format", "--isolated"]
    command += ["--line-length", str(LINE_LENGTH), "--stdin-filename", "lesson.py", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CourseError(f"ruff cannot format the lesson: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout
