"""A submission as handed in, made gradable: pure functions from bytes and notebooks to notebooks.

Whatever a student did to the file, the result is the instructor's notebook with the student's
answers in it: every test and set-up cell is the instructor's, in the instructor's order. What had
to be mended is said in one sentence each, for the student and the report. Nothing is run here.
What is read is bounded, since it is read outside the rooms and their limits.
"""

from __future__ import annotations

import ast
import functools
import json
import re
import warnings
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import nbformat
from nbformat import NotebookNode

from course.exercises import STUB
from course.grading.harmless import fenced, harmless_markdown

_CELL_TYPES = ("code", "markdown", "raw")
_WINDOWS, _DAMAGED = "Windows-1252", "damaged"
_SOLUTION = re.compile(r"### BEGIN SOLUTION.*?### END SOLUTION", re.DOTALL)
_STUB = ("#", STUB)  # how the lines begin that a release has instead of a solution
_MAGIC = re.compile(r"^([ \t]*)[%!].*$", re.MULTILINE)
# A file may be many times larger in memory: these bound the values, the cells and the code in it.
_VALUES = 8_000_000
_CELLS = 2_000
_CODE = 2_000_000  # characters of all code cells together
_LONGEST_PARSED = 300_000  # characters of one: a syntax tree is hundreds of times larger


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
    notes = []
    try:
        text, encoding = _decode(content)
        if encoding == _DAMAGED:
            notes.append("some letters of the file are damaged; it could be read all the same")
        elif encoding:
            notes.append(f"the file is in {encoding}, not UTF-8; it could be read all the same")
        if sum(map(text.count, "[{,")) > _VALUES:
            return unreadable(f"it holds more than {_VALUES:,} values")
        data, rest = _parsed(text)
        if rest:
            notes.append("something stands behind the notebook's end; it was left out")
        cells = _cells_of(data)
    except json.JSONDecodeError as error:
        if not content.strip(b"\0\t\n\r "):
            return unreadable("it is empty")
        if encoding in (_WINDOWS, _DAMAGED):  # which was a guess
            return unreadable("it is not text in UTF-8")
        return unreadable(f"it is no JSON from line {error.lineno} on")
    except RecursionError:
        return unreadable("it is nested too deeply")
    except Exception:  # of many kinds, for what is not put together as a notebook
        return unreadable("it is no Jupyter notebook")
    if data.get("nbformat") != 4 and "worksheets" not in data:
        notes.append("the notebook's format number is not 4; it was read as if it were")
    if len(cells) > _CELLS:
        notes.append(f"the notebook has more than {_CELLS:,} cells; only the first were read")
    cells = cells[:_CELLS]
    kept = [cell for cell in map(_clean, cells) if cell is not None]
    if len(kept) < len(cells):
        notes.append("some cells were damaged and have been left out")
    fitting = _fitting(kept)
    if len(fitting) < len(kept):
        notes.append(f"some cells hold more code than is read, {_CODE:,} characters in all")
    return Submission(_notebook(fitting), tuple(notes))


def unreadable(reason: str) -> Submission:
    """What stands for a file of which nothing can be read: no cell, and a note that says why."""
    return Submission(_notebook([]), (f"the notebook file cannot be read: {reason}",))


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
        What a student has written in Markdown holds no HTML, pictures or raw cells any more.
    """
    skeleton = _skeleton(source)
    answers = _find_answers(submission, skeleton)
    notes = list(submission.notes)
    if submission.notebook.cells:
        notes += _answer_notes(answers, skeleton)
    elif not notes:
        notes = ["the notebook has no cells"]
    given = {c.source: c for c in source.cells if c.cell_type == "markdown"}
    own = _own_cells(submission, skeleton, answers, given)
    cells = own.get(None, [])
    for grade_id, original in skeleton.items():
        if grade_id in answers:
            cells += _as_answer(original, answers[grade_id].cells, given)
        else:
            cells.append(_copy(original, original.source))
        cells += own.get(grade_id, [])
    return Submission(_notebook(_with_ids(cells)), tuple(notes))


def holds_answers(submission: Submission, source: NotebookNode, written: bool = False) -> bool:
    """Whether a notebook is this lesson's: it holds the cell of one of its answers at least; if
    ``written``, one that is no more as it was released."""
    skeleton = _skeleton(source)
    return any(
        not (written and _is_untouched(cell, skeleton[grade_id]))
        for grade_id, answer in _find_answers(submission, skeleton).items()
        for cell in answer.cells
    )


@dataclass(frozen=True)
class _Answer:
    """The cells that were written for one answer, in order; the last one counts."""

    cells: list[NotebookNode]
    moved: bool = False  # found by the names that they define, not by their grade_id


def _decode(content: bytes) -> tuple[str, str]:
    """A file's text, and the name of its encoding if that is not UTF-8; `_DAMAGED` for none."""
    encoding = json.detect_encoding(content)  # UTF-8, -16 or -32, with or without a mark
    try:
        text = content.decode(encoding)
        return text, "" if encoding.startswith("utf-8") else encoding.upper()
    except UnicodeDecodeError:
        pass
    try:  # where nearly every byte is a letter
        return content.decode("cp1252"), _WINDOWS
    except UnicodeDecodeError:
        return content.decode(encoding, "replace"), _DAMAGED


def _parsed(text: str) -> tuple[Any, str]:
    """The first value in a text of JSON, and what stands behind it: a file that was written over
    by a shorter one ends with the rest of the longer."""
    # Python refuses integers of more than 4,300 digits; no number but nbformat matters here.
    decoder = json.JSONDecoder(parse_int=lambda digits: int(digits[:9]))
    start = len(text) - len(text.lstrip())
    data, end = decoder.raw_decode(text, start)
    return data, text[end:].strip()


def _cells_of(data: Any) -> list:
    """The cells of a notebook's JSON. Old formats are read here: nbformat's own conversion holds
    every cell to the schema on the way, which takes minutes for what a megabyte can hold."""
    if "worksheets" in data and data.get("nbformat") in (2, 3):
        return [_upgraded(cell) for sheet in data["worksheets"] for cell in sheet["cells"]]
    cells = data["cells"]
    if not isinstance(cells, list):
        raise TypeError
    return cells


def _upgraded(cell: Any) -> Any:
    """A cell of format 2 or 3 with the names of format 4."""
    if not isinstance(cell, dict):
        return cell
    if cell.get("cell_type") == "heading":
        return {**cell, "cell_type": "markdown"}
    return {**cell, "source": cell["input"]} if "input" in cell else cell


def _fitting(cells: list[NotebookNode]) -> list[NotebookNode]:
    """The cells without those that hold more code than is still to be read."""
    left, kept = _CODE, []
    for cell in cells:
        size = len(cell.source) if cell.cell_type == "code" or _grade_id(cell) else 0
        if size <= left:
            left -= size
            kept.append(cell)
    return kept


def _notebook(cells: list[NotebookNode]) -> NotebookNode:
    return nbformat.v4.new_notebook(cells=cells)


def _clean(cell: object) -> NotebookNode | None:
    """A cell with its source, type and grade_id alone; None if it has no readable source."""
    source = cell.get("source") if isinstance(cell, dict) else None
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        # nbformat keeps line ends in the list; some tools drop them.
        source = ("" if any("\n" in line for line in source) else "\n").join(source)
    if not isinstance(source, str):
        return None
    cell_type = cell.get("cell_type")
    cell_type = cell_type if cell_type in _CELL_TYPES else "raw"
    metadata = cell.get("metadata")
    mark = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = mark.get("grade_id") if isinstance(mark, dict) else None
    kept = {"nbgrader": {"grade_id": grade_id}} if isinstance(grade_id, str) else {}
    source = source.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8")
    return _cell(cell_type, source, metadata=kept)


def _cell(cell_type: str, source: str, **more: object) -> NotebookNode:
    """A new cell as nbformat's own makers give it. They would hold each to the schema; these are
    well-formed by the way they are made, and nbconvert looks at the whole notebook afterwards."""
    cell = NotebookNode(
        id=uuid4().hex[:8], cell_type=cell_type, metadata=NotebookNode(), source=source
    )
    if cell_type == "code":
        cell.update(execution_count=None, outputs=[])
    cell.update(more)
    return cell


def _skeleton(source: NotebookNode) -> dict[str, NotebookNode]:
    """The source's marked cells by grade_id, in order: all that a submission cannot change."""
    return {c.metadata["nbgrader"]["grade_id"]: c for c in source.cells if _is_marked(c)}


def _is_marked(cell: NotebookNode) -> bool:
    return "grade_id" in cell.metadata.get("nbgrader", {})


def _is_answer(cell: NotebookNode) -> bool:
    return bool(cell.metadata["nbgrader"].get("solution"))


def _find_answers(submission: Submission, skeleton: dict) -> dict[str, _Answer]:
    """Every answer's cells, by grade_id; those of an answer that was left as it was released
    are looked for among the student's own cells and in test cells that were written over, those of
    one whose cell is gone, or defines something else, in the other answers' cells, too."""
    found: dict[str, list[NotebookNode]] = {grade_id: [] for grade_id in skeleton}
    elsewhere = []
    for cell in submission.notebook.cells:
        grade_id = _grade_id(cell)
        if grade_id in skeleton:
            found[grade_id].append(cell)
        if not (grade_id in skeleton and _is_answer(skeleton[grade_id])):
            elsewhere.append(cell)
    return {
        grade_id: _answer(original, found[grade_id], elsewhere, submission.notebook.cells)
        for grade_id, original in skeleton.items()
        if _is_answer(original)
    }


def _answer(original: NotebookNode, found: list, elsewhere: list, everywhere: list) -> _Answer:
    wanted = _defined(original)
    written = [cell for cell in found if not _is_untouched(cell, original)]
    if written and (not wanted or any(wanted & _defined(cell) for cell in written)):
        return _Answer(written)

    def defining(cells: list) -> list:
        return [
            cell
            for cell in cells
            if cell.cell_type == "code"
            and wanted & _defined(cell)
            and not _is_untouched(cell, original)
        ]

    moved = defining(elsewhere)
    if not moved and (written or not found):
        moved = defining(everywhere)
    return _Answer(moved, moved=True) if moved else _Answer(written or found[-1:])


def _grade_id(cell: NotebookNode) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def _is_untouched(cell: NotebookNode, original: NotebookNode) -> bool:
    """Whether all of a cell's lines stand in the release already: the student wrote none."""
    given = {line.strip() for line in _SOLUTION.sub("", original.source).splitlines()} | {""}
    lines = (line.strip() for line in cell.source.splitlines())
    return all(line in given or line.startswith(_STUB) for line in lines)


def _defined(cell: NotebookNode) -> frozenset[str]:
    """The names that a cell defines at its top level; none where the code does not parse, or is
    too long to be parsed here."""
    return _names_defined(cell.source)


@functools.lru_cache(1024)
def _names_defined(source: str) -> frozenset[str]:
    names = set()
    for node in _statements(source) or _statements(_MAGIC.sub(r"\1pass", source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return frozenset(names)


def _statements(code: str) -> list[ast.stmt]:
    if len(code) > _LONGEST_PARSED:
        return []
    try:
        with warnings.catch_warnings(action="ignore"):  # of odd escapes, say
            return ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def _answer_notes(answers: dict[str, _Answer], skeleton: dict) -> list[str]:
    """One sentence for each way in which answer cells were not as they were released."""
    faults = {
        "missing from the notebook": [g for g, a in answers.items() if not a.cells],
        "not in its own cell; found by the name that it defines": [
            g for g, a in answers.items() if a.moved
        ],
        "there more than once; the last one counts": [
            g for g, a in answers.items() if len(a.cells) > 1
        ],
        "turned into another type of cell; its text was taken": [
            g
            for g, a in answers.items()
            if a.cells and a.cells[-1].cell_type != skeleton[g].cell_type
        ],
    }
    return [f"answer {', '.join(ids)}: {fault}" for fault, ids in faults.items() if ids]


def _own_cells(
    submission: Submission, skeleton: dict, answers: dict[str, _Answer], given: dict
) -> dict:
    """The student's further cells, by the grade_id of the cell that they stand behind."""
    taken = {id(cell) for answer in answers.values() for cell in answer.cells}
    own: dict[str | None, list[NotebookNode]] = {}
    anchor = None
    for cell in submission.notebook.cells:
        if _grade_id(cell) in skeleton:
            anchor = _grade_id(cell)
        elif id(cell) not in taken:
            own.setdefault(anchor, []).append(_own_cell(cell, given))
    return own


def _as_answer(
    original: NotebookNode, found: list[NotebookNode], given: dict
) -> list[NotebookNode]:
    """The answer cell with the last answer in it, behind the earlier ones as plain cells."""
    if not found:
        return [_copy(original, "")]
    *earlier, last = found
    return [*(_own_cell(cell, given) for cell in earlier), _copy(original, last.source)]


def _copy(original: NotebookNode, source: str) -> NotebookNode:
    """The instructor's cell with this source, which may be a student's."""
    given = {"metadata": dict(original.metadata), "id": original.id, **_attachments(original)}
    cell = _cell(original.cell_type, source, **given)
    is_prose = cell.cell_type == "markdown" and source != original.source
    cell.source = harmless_markdown(source) if is_prose else source
    return cell


def _own_cell(cell: NotebookNode, given: dict[str, NotebookNode]) -> NotebookNode:
    """A cell without a mark: the lesson's own prose as it is, by its source, or a student's."""
    if cell.cell_type == "raw":  # nbconvert takes its text for HTML
        return _cell("markdown", fenced(cell.source))
    if cell.cell_type == "code":
        return _cell("code", cell.source)
    if original := given.get(cell.source):
        return _cell("markdown", cell.source, **_attachments(original))
    return _cell("markdown", harmless_markdown(cell.source))


def _attachments(original: NotebookNode) -> dict[str, NotebookNode]:
    return {"attachments": original.attachments} if original.get("attachments") else {}


def _with_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Cells with ids that do not change from one grading to the next."""
    for number, cell in enumerate(cells):
        if not _is_marked(cell):
            cell.id = f"own-{number}"
    return cells
