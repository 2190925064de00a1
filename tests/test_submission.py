"""What is graded is the instructor's notebook with the student's answers, whatever came in."""

import json

import nbformat
import pytest
from conftest import TOY_TEXT
from hypothesis import given
from hypothesis import strategies as st

from course.authoring.text import notebook_from_text
from course.grading.harmless import fenced, for_spreadsheet, harmless_markdown, visible
from course.grading.submission import holds_answers, read_submission, restore

SOURCE = notebook_from_text(TOY_TEXT)
ANSWER = "def double(x):\n    return x + x"


def submitted(change=None) -> bytes:
    """The source as a student's file, with ``change`` done to its cells."""
    notebook = json.loads(json.dumps(SOURCE))
    for cell in notebook["cells"]:
        if cell["id"] == "double":
            cell["source"] = ANSWER
    if change:
        notebook["cells"] = change(notebook["cells"])
    return json.dumps(notebook).encode()


def graded(content: bytes):
    return restore(read_submission(content), SOURCE)


def by_id(result) -> dict:
    return {
        cell.metadata["nbgrader"]["grade_id"]: cell
        for cell in result.notebook.cells
        if "nbgrader" in cell.metadata
    }


def marked_ids(result) -> list[str]:
    return [c.metadata["nbgrader"]["grade_id"] for c in result.notebook.cells if c.metadata]


EXPECTED_IDS = ["setup", "double", "double-values", "triple", "triple-values"]


def test_an_honest_submission_is_taken_as_it_is():
    result = graded(submitted())
    assert result.notes == ()
    assert [cell.source for cell in result.notebook.cells] == [
        ANSWER if cell.id == "double" else cell.source for cell in SOURCE.cells
    ]


def test_an_edited_test_cell_is_the_instructors_again():
    def edit(cells):
        for cell in cells:
            if cell["id"] == "double-values":
                cell["source"] = "pass"
        return cells

    original = next(cell for cell in SOURCE.cells if cell.id == "double-values")
    assert by_id(graded(submitted(edit)))["double-values"].source == original.source


def test_deleted_and_reordered_cells_are_put_back_in_order():
    def mix(cells):
        return [cell for cell in reversed(cells) if cell["id"] not in ("setup", "triple-values")]

    result = graded(submitted(mix))
    assert marked_ids(result) == EXPECTED_IDS
    assert by_id(result)["double"].source == ANSWER


def test_of_a_doubled_answer_the_last_counts_and_the_first_still_runs():
    def double(cells):
        twin = {**cells[3], "source": "def double(x):\n    return 2 * x"}
        return [*cells[:4], twin, *cells[4:]]

    result = graded(submitted(double))
    assert by_id(result)["double"].source.endswith("2 * x")
    assert ANSWER in [cell.source for cell in result.notebook.cells]
    assert result.notes == ("answer double: there more than once; the last one counts",)


def test_a_retyped_answer_is_code_again():
    def retype(cells):
        return [{**c, "cell_type": "markdown"} if c["id"] == "double" else c for c in cells]

    result = graded(submitted(retype))
    assert by_id(result)["double"].cell_type == "code"
    assert "another type of cell" in result.notes[0]


def test_an_answer_without_its_id_is_found_by_the_name_it_defines():
    def move_to_the_end(cells):
        lost = {"cell_type": "code", "source": ANSWER, "metadata": {}}
        return [*(c for c in cells if c["id"] != "double"), lost]

    result = graded(submitted(move_to_the_end))
    assert by_id(result)["double"].source == ANSWER
    assert result.notes == (
        "answer double: not in its own cell; found by the name that it defines",
    )
    assert [cell.source for cell in result.notebook.cells].count(ANSWER) == 1


def test_a_written_answer_is_never_replaced_by_another_cell_of_that_name():
    scratch = {"cell_type": "code", "source": "def double(x):\n    return 0", "metadata": {}}
    result = graded(submitted(lambda cells: [scratch, *cells]))
    assert by_id(result)["double"].source == ANSWER
    assert result.notes == ()


def test_a_notebook_is_of_this_lesson_if_it_holds_one_of_its_answers():
    one = submitted(lambda cells: [c for c in cells if c["id"] == "double"])
    none = submitted(lambda cells: [c for c in cells if c["id"] not in ("double", "triple")])
    assert holds_answers(read_submission(one), SOURCE)
    assert not holds_answers(read_submission(none), SOURCE)


def test_a_missing_answer_is_said():
    result = graded(submitted(lambda cells: [c for c in cells if c["id"] != "double"]))
    assert by_id(result)["double"].source == ""
    assert result.notes == ("answer double: missing from the notebook",)


def test_a_students_own_cells_stay_behind_the_cell_they_followed():
    helper = {"cell_type": "code", "source": "helper = 1", "metadata": {}}
    result = graded(submitted(lambda cells: [*cells[:2], helper, *cells[2:]]))
    sources = [cell.source for cell in result.notebook.cells]
    assert sources.index("helper = 1") < sources.index(ANSWER)


def test_points_and_flags_are_the_instructors():
    def inflate(cells):
        for cell in cells:
            if "nbgrader" in cell["metadata"]:
                cell["metadata"]["nbgrader"].update(points=99, schema_version=7, grade=False)
        return cells

    marks = by_id(graded(submitted(inflate)))
    assert marks["double-values"].metadata["nbgrader"]["points"] == 1
    assert marks["double-values"].metadata["nbgrader"]["schema_version"] == 3


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"  \n", "it is empty"),
        (b"hello", "no JSON from line 1"),
        (submitted()[:800], "no JSON from line"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"[]", "no Jupyter notebook"),
        (b'{"nbformat": 4}', "no Jupyter notebook"),
        (b'{"nbformat": 4, "cells": 3}', "no Jupyter notebook"),
        (b'{"nbformat": 3, "worksheets": 3}', "no Jupyter notebook"),
        (b'{"nbformat": 4, "cells": []}', "has no cells"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_an_unreadable_file_is_an_empty_notebook_with_a_reason(content, why):
    result = graded(content)
    assert why in result.notes[0]
    assert marked_ids(result) == EXPECTED_IDS
    assert by_id(result)["double"].source == ""


def test_an_old_notebook_format_is_read():
    old = nbformat.v4.downgrade(nbformat.from_dict(json.loads(submitted())))
    read = read_submission(nbformat.writes(old, version=3).encode())
    assert ANSWER in [cell.source for cell in read.notebook.cells]


def test_windows_line_ends_and_a_byte_order_mark_are_no_damage():
    content = b"\xef\xbb\xbf" + submitted().replace(b"\\n", b"\\r\\n")
    result = graded(content)
    assert result.notes == ()
    assert by_id(result)["double"].source == ANSWER


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
odd_cells = st.dictionaries(
    st.sampled_from(["cell_type", "source", "metadata", "id", "outputs"]),
    st.sampled_from(["code", "markdown", {"nbgrader": {"grade_id": "double"}}]) | json_values,
)


@given(st.binary(max_size=200) | st.lists(odd_cells | json_values, max_size=5))
def test_nothing_that_is_handed_in_crashes_the_reader(content):
    if isinstance(content, list):
        content = json.dumps({"nbformat": 4, "nbformat_minor": 5, "cells": content}).encode()
    result = graded(content)
    assert marked_ids(result) == EXPECTED_IDS
    nbformat.validate(result.notebook)


@pytest.mark.parametrize(
    "text", ["x < y and $a<b$ **so**", "[docs](https://numpy.org)", "`x[0]` (see)", "سلام"]
)
def test_harmless_markdown_is_left_as_it_is(text):
    assert harmless_markdown(text) == text.replace("<b", "< b")


def test_a_long_fence_holds_a_text_with_fences():
    assert fenced("````\n<b>").splitlines()[0].startswith("`````")


def test_control_and_format_characters_are_shown_by_number():
    assert visible("a\u202eb\x1b\tc\u200d\n") == "a⟨U+202E⟩b⟨U+001B⟩\tc\u200d\n"
    assert for_spreadsheet("=1+1") == "'=1+1" and for_spreadsheet(-1.5) == -1.5
