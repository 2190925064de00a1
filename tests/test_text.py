"""A lesson's text and its notebook are exact inverses."""

import nbformat
import pytest
from conftest import LESSONS, REPOSITORY, TOY, TOY_TEXT
from hypothesis import given, settings
from hypothesis import strategies as st

from course.authoring.build import build_notebook, build_text
from course.authoring.text import dump_notebook, notebook_from_text, text_from_notebook
from course.errors import CourseError

names = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
lines = st.text("abcxyz $_*`.,", max_size=20).map(str.strip)
markdown = st.lists(lines, min_size=1, max_size=5).map("\n".join).map(str.strip).filter(bool)
code = st.sampled_from(["x = 1", "def f(x):\n    return x", "import os", "f(\n    1,\n    2,\n)"])


@st.composite
def notebooks(draw):
    """Notebooks of code, prose, answers and tests, as an instructor may write them."""
    grade_ids = draw(st.lists(names, unique=True, min_size=1, max_size=6))
    cells = []
    for grade_id in grade_ids:
        cells.append(nbformat.v4.new_markdown_cell(draw(markdown)))
        mark = {"grade_id": grade_id, "schema_version": 3, "task": False}
        kind = draw(st.sampled_from(["plain", "answer", "test", "locked", "manual"]))
        mark["solution"] = kind in ("answer", "manual")
        mark["grade"] = kind in ("test", "manual")
        mark["locked"] = kind in ("test", "locked")
        if mark["grade"]:
            mark["points"] = draw(st.integers(0, 5))
        metadata = {} if kind == "plain" else {"nbgrader": mark}
        cells.append(nbformat.v4.new_code_cell(draw(code), metadata=metadata))
    return nbformat.v4.new_notebook(cells=cells)


@settings(max_examples=25, deadline=None)  # each starts ruff
@given(notebooks())
def test_text_and_notebook_say_the_same(notebook):
    text = text_from_notebook(notebook)
    again = notebook_from_text(text)
    assert text_from_notebook(again) == text
    assert [c.cell_type for c in again.cells] == [c.cell_type for c in notebook.cells]
    assert [c.source for c in again.cells] == [c.source for c in notebook.cells]
    assert [c.metadata for c in again.cells] == [c.metadata for c in notebook.cells]
    nbformat.validate(again)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lessons_text_is_in_the_form_that_its_notebook_gives_back(lesson):
    text = REPOSITORY.text(lesson).read_text("utf-8")
    assert text_from_notebook(notebook_from_text(text, lesson)) == text


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_committed_source_notebook_is_what_the_text_builds(lesson):
    built = dump_notebook(notebook_from_text(REPOSITORY.text(lesson).read_text("utf-8"), lesson))
    assert REPOSITORY.source(lesson).read_text("utf-8") == built, f"run `course build {lesson}`"


def test_the_toy_lesson_survives_the_round_trip():
    assert text_from_notebook(notebook_from_text(TOY_TEXT)) == TOY_TEXT


def test_cells_get_readable_ids_and_full_metadata():
    by_id = {cell.id: cell for cell in notebook_from_text(TOY_TEXT).cells}
    assert list(by_id) == [
        "a-toy-lesson",
        "setup",
        "doubling",
        "double",
        "double-values",
        "tripling",
        "triple",
        "triple-values",
    ]
    assert by_id["double-values"].metadata["nbgrader"] == {
        "grade": True,
        "grade_id": "double-values",
        "locked": True,
        "points": 1,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }


def test_an_id_taken_by_a_heading_is_numbered():
    text = "# %% [markdown]\n# ## Relu\n\n# %%\n1\n\n# %%\n2\n\n# %% [markdown]\n# ## Relu\n"
    ids = [cell.id for cell in notebook_from_text(text).cells]
    assert ids == ["relu", "relu-1", "relu-2", "relu-3"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('# %% nbgrader={"solution": true}\n1', "needs a grade_id"),
        ('# %% nbgrader={"grade_id": "a"}\n1\n\n# %% nbgrader={"grade_id": "a"}\n2', "two cells"),
    ],
)
def test_bad_headers_are_named(text, message):
    with pytest.raises(CourseError, match=message):
        notebook_from_text(text, "05-x")


class TestBuild:
    """`course build` keeps text and notebook in step and loses no edit."""

    def test_building_twice_changes_nothing(self, toy):
        assert not build_notebook(toy.workspace, TOY)

    def test_an_edit_in_the_notebook_reaches_the_text(self, toy):
        path = toy.workspace.source(TOY)
        notebook = nbformat.read(path, as_version=4)
        notebook.cells.append(nbformat.v4.new_code_cell("double(21)"))
        notebook.cells[-1].outputs = [nbformat.v4.new_output("stream", text="42")]
        nbformat.write(notebook, path)
        assert build_text(toy.workspace, TOY)
        assert toy.workspace.text(TOY).read_text("utf-8").endswith("# %%\ndouble(21)\n")
        rebuilt = nbformat.read(path, as_version=4)
        assert rebuilt.cells[-1].id == "tripling-1"
        assert rebuilt.cells[-1].outputs == []

    def test_a_notebook_edited_after_the_text_is_not_overwritten(self, toy):
        import os

        path = toy.workspace.source(TOY)
        path.write_text(path.read_text("utf-8").replace("2 * x", "x * 2"), "utf-8")
        os.utime(toy.workspace.text(TOY), (1, 1))
        with pytest.raises(CourseError, match="--from-notebook"):
            build_notebook(toy.workspace, TOY)
        assert build_notebook(toy.workspace, TOY, force=True)

    def test_a_broken_notebook_is_named(self, toy):
        toy.workspace.source(TOY).write_text("{", "utf-8")
        with pytest.raises(CourseError, match=r"01-toy.ipynb is no readable notebook"):
            build_text(toy.workspace, TOY)
