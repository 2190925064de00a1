"""Under many seeds the audit tells skill from luck, and how far each threshold is."""

import json

import nbformat
import pytest
from conftest import TOY
from hypothesis import given
from hypothesis import strategies as st

from course.audit.alone import judge_alone
from course.audit.page import write_page
from course.audit.run import audit_lesson
from course.audit.seeds import LEAST, Seeded, Threshold, judge_by_seeds
from course.audit.thresholds import Recorder
from course.audit.variants import Variant

SOURCE = """
check.that(low < number, "number: too small")
check.that(bool(low <= number <= high) and number is not None, "number: out of range")
unnoted = number < 100
"""


def recorded(source, **names):
    """The comparisons of a cell that runs with a check that lets everything pass."""

    class check:
        that = staticmethod(lambda condition, message: bool(condition))

    recorder = Recorder()
    names |= {"check": check}
    exec(compile(recorder.prepare(source, "cell", names), "cell", "exec"), names)
    return recorder.found, names


def test_the_conditions_of_checks_are_noted_and_nothing_else():
    found, names = recorded(SOURCE, low=1.0, number=4, high=10)
    assert [(c.test, c.text, c.margin) for c in found] == [
        ("cell", "low < number", 3),
        ("cell", "low <= number", 3),
        ("cell", "number <= high", 6),
    ]
    assert names["unnoted"] is True


@given(
    st.floats(allow_nan=False), st.floats(allow_nan=False), st.sampled_from(["<", "<=", ">", ">="])
)
def test_a_condition_is_the_same_noted_or_not(left, right, sign):
    source = f"passed = check.that(left {sign} right, '')"
    found, names = recorded(source, left=left, right=right)
    assert names["passed"] is eval(f"left {sign} right")
    assert all((c.margin > 0) <= names["passed"] for c in found)


@pytest.mark.parametrize("value", ["'a'", "[1, 2]", "float('inf')", "True"])
def test_what_is_no_finite_number_is_compared_and_not_noted(value):
    found, names = recorded(f"same = check.that({value} <= {value}, '')")
    assert found == [] and names["same"] is True


def luck(draw):
    """An answer to the toy's exercise whose tests see a number that changes with the seed."""
    return Variant("double", "luck", "pass", "draws", f"import random\ndrawn = {draw}\n{DOUBLE}")


DOUBLE = "def double(x):\n    return 2 * x\n"
BOUND = """drawn = globals().get("drawn", 1.0)  # the reference draws nothing
check.that(drawn > 0.2, "drawn: too small")"""


@pytest.fixture
def drawing(toy):
    """The toy lesson, with a test that asks for a number above 0.2."""
    path = toy.workspace.source(TOY)
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("grade") and mark["grade_id"].startswith("double"):
            cell.source += f"\n{BOUND}" if "drawn" not in cell.source else ""
    nbformat.write(notebook, path)
    return toy, path


def seeded(path, answers, seeds=12):
    return judge_by_seeds(
        path, answers, seeds, seconds=20, workers=2, report=lambda done, total: None
    )


def test_right_answers_that_pass_by_luck_are_told_from_those_that_pass_by_far(drawing):
    _, path = drawing
    answers = [luck("random.random()"), luck("5 + random.random()"), luck("7.0")]
    lucky, skilled = seeded(path, answers)  # the third depends on no seed
    assert 0 < len(lucky.failed) < 12 and "fails under" in lucky.shortfall
    assert skilled.failed == () and skilled.shortfall == ""
    (threshold,) = {t.text for t in skilled.thresholds}
    assert threshold == "drawn > 0.2"
    assert skilled.thresholds[0].deviations > LEAST
    assert 4.8 < skilled.thresholds[0].worst < skilled.thresholds[0].mean < 5.8


def test_a_seed_is_the_same_draw_every_time(drawing):
    _, path = drawing
    answer = Variant(**{**vars(luck("random.random()")), "seed": 4})
    runs = [run for _, run in judge_alone(path, [answer] * 2, seconds=20, workers=2)]
    assert runs[0].comparisons and runs[0].comparisons == runs[1].comparisons


def test_a_tight_threshold_is_below_the_bar():
    tight = Threshold("train-learns", "accuracy > 0.8", 0.02, 0.01, 0.001)
    assert "holds by 2.0 standard deviations" in Seeded("a", "b", 30, (), (tight,)).shortfall
    wide = Threshold("train-learns", "accuracy > 0.8", 0.04, 0.01, 0.02)
    assert Seeded("a", "b", 30, (), (wide,)).shortfall == ""


def test_an_audit_with_seeds_shows_them_everywhere(drawing, tmp_path):
    toy, _ = drawing
    folder = toy.workspace.root / "tests" / "variants" / TOY / "double"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "luck.py").write_text(
        "# expect: pass\n# why: draws\nimport random\ndrawn = 0.3 + random.random() / 9\n" + DOUBLE
    )
    made = audit_lesson(toy.course, TOY, "double", fast=True, seeds=4)
    (answer,) = made.seeded
    assert (answer.name, answer.seeds, answer.failed) == ("luck", 4, ())
    data = json.loads(json.dumps(made.as_json()))["seeded"][0]
    assert data["thresholds"][0]["text"] == "drawn > 0.2"
    write_page(tmp_path / "page.html", [made])
    assert "drawn &gt; 0.2" in (tmp_path / "page.html").read_text("utf-8")
