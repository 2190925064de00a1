"""A submission as handed in, made gradable: pure functions from bytes and notebooks to notebooks.

Whatever a student did to the file, the result is the instructor's notebook with the student's
answers in it: every test and set-up cell is the instructor's, in the instructor's order. What had
to be mended is said in one sentence each, for the student and the report. Nothing is run here.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode

CELL_MAKERS = {
    "code": nbformat.v4.new_code_cell,
    "markdown": nbformat.v4.new_markdown_cell,
    "raw": nbformat.v4.new_raw_cell,
}


@dataclass(frozen=True)
class Submission:
    """A student's notebook, and what was wrong with it."""

    notebook: NotebookNode
    notes: tuple[str, ...] = ()


def read_submission(content: bytes) -> Submission:
    """What can be read of a submitted file: sources, cell types and grade_ids, and nothing else.

    Outputs, attachments, widget state and foreign metadata stay behind. An unreadable file gives
    an empty notebook and a note, never an error.
    """
    try:
        data = json.loads(content.decode("utf-8-sig"))
        if isinstance(data, dict) and data.get("nbformat") != 4:
            data = nbformat.reads(json.dumps(data), as_version=4)
        cells = data["cells"]
        if not isinstance(cells, list):
            raise TypeError
    except UnicodeDecodeError:
        return _unreadable("it is not text in UTF-8")
    except json.JSONDecodeError as error:
        return _unreadable(
            f"it is no JSON from line {error.lineno} on" if content.strip() else "it is empty"
        )
    except RecursionError:
        return _unreadable("it is nested too deeply")
    except Exception:  # nbformat raises many kinds for what is no notebook
        return _unreadable("it is no Jupyter notebook")
    kept = [cell for cell in map(_clean, cells) if cell is not None]
    notes = () if len(kept) == len(cells) else ("some cells were damaged and have been left out",)
    return Submission(_notebook(kept), notes)


def restore(submission: Submission, source: NotebookNode) -> Submission:
    """The instructor's notebook with this student's answers and own cells.

    Parameters
    ----------
    submission : Submission
        As `read_submission` gives it.
    source : NotebookNode
        The instructor's notebook.

    Returns
    -------
    Submission
        Test and locked cells from the source, in its order; each answer found by its grade_id,
        else by the name that it defines; a student's own cells after the cell they stood behind.
    """
    skeleton = {c.metadata["nbgrader"]["grade_id"]: c for c in source.cells if _is_marked(c)}
    notes = list(submission.notes)
    answers: dict[str, list[NotebookNode]] = {grade_id: [] for grade_id in skeleton}
    own: dict[str | None, list[NotebookNode]] = {}
    anchor = None
    for cell in submission.notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in skeleton:
            anchor = grade_id
            answers[grade_id].append(cell)
        else:
            own.setdefault(anchor, []).append(cell)
    found = {
        grade_id: answers[grade_id] or _by_name(original, own)
        for grade_id, original in skeleton.items()
        if _is_answer(original)
    }
    notes += _answer_notes(found, skeleton, empty=not submission.notebook.cells)
    cells = [_own_cell(cell) for cell in own.get(None, [])]
    for grade_id, original in skeleton.items():
        if grade_id in found:
            cells += _as_answer(original, found[grade_id])
        else:
            cells.append(_copy(original, original.source))
        cells += [_own_cell(cell) for cell in own.get(grade_id, [])]
    return Submission(_notebook(_with_ids(cells)), tuple(notes))


def _unreadable(reason: str) -> Submission:
    return Submission(_notebook([]), (f"the notebook file cannot be read: {reason}",))


def _notebook(cells: list[NotebookNode]) -> NotebookNode:
    return nbformat.v4.new_notebook(cells=cells)


def _clean(cell: object) -> NotebookNode | None:
    """A cell with its source, type and grade_id alone; None if it has no readable source."""
    if not isinstance(cell, dict) or cell.get("cell_type") not in list(CELL_MAKERS):
        return None
    source = cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    metadata = cell.get("metadata")
    mark = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = mark.get("grade_id") if isinstance(mark, dict) else None
    kept = {"nbgrader": {"grade_id": grade_id}} if isinstance(grade_id, str) else {}
    source = source.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8")
    return CELL_MAKERS[cell["cell_type"]](source, metadata=kept)


def _is_marked(cell: NotebookNode) -> bool:
    return "grade_id" in cell.metadata.get("nbgrader", {})


def _is_answer(cell: NotebookNode) -> bool:
    return bool(cell.metadata["nbgrader"].get("solution"))


def _by_name(original: NotebookNode, own: dict) -> list[NotebookNode]:
    """The student's own cells that define what the missing answer was to define, taken out."""
    wanted = _defined([original])
    for cells in own.values():
        for cell in cells:
            if wanted and cell.cell_type == "code" and wanted & _defined([cell]):
                cells.remove(cell)
                return [cell]
    return []


def _defined(cells: Iterable[NotebookNode]) -> set[str]:
    """The names that cells define at their top level; none where the code does not parse."""
    names = set()
    for cell in cells:
        try:
            body = ast.parse(cell.source).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.Assign):
                names |= {t.id for t in node.targets if isinstance(t, ast.Name)}
    return names


def _answer_notes(found: dict[str, list[NotebookNode]], skeleton: dict, empty: bool) -> list[str]:
    """One sentence for each way in which answer cells were not as they were released."""
    faults = {
        "missing from the notebook": [g for g in found if not found[g] and not empty],
        "there more than once; the last one counts": [g for g in found if len(found[g]) > 1],
        "turned into another type of cell; its text was taken": [
            g for g in found if found[g] and found[g][-1].cell_type != skeleton[g].cell_type
        ],
    }
    return [f"answer {', '.join(ids)}: {fault}" for fault, ids in faults.items() if ids]


def _as_answer(original: NotebookNode, found: list[NotebookNode]) -> list[NotebookNode]:
    """The answer cell with the last answer in it, behind the earlier ones as plain cells."""
    if not found:
        return [_copy(original, "")]
    *earlier, last = found
    return [*map(_own_cell, earlier), _copy(original, last.source)]


def _copy(original: NotebookNode, source: str) -> NotebookNode:
    return CELL_MAKERS[original.cell_type](source, metadata=dict(original.metadata), id=original.id)


def _own_cell(cell: NotebookNode) -> NotebookNode:
    return CELL_MAKERS[cell.cell_type](cell.source)


def _with_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Cells with ids that do not change from one grading to the next."""
    for number, cell in enumerate(cells):
        if not _is_marked(cell):
            cell.id = f"own-{number}"
    return cells
