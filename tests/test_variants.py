"""Right answers by other methods pass the lessons' tests; wrong ones that people write fail.

A sample of each exercise's answers: `make audit` judges them all.
"""

import hashlib
from collections import defaultdict

import nbformat
import pytest
from conftest import LESSONS, REPOSITORY

from course.audit.variants import Judge, load_variants
from course.errors import CourseError

ROOT = REPOSITORY.root / "tests" / "variants"
SAMPLE = {"pass": 4, "fail": 6}  # of each exercise, besides the reference solution


@pytest.fixture(scope="module", params=LESSONS)
def lesson(request):
    return request.param


@pytest.fixture(scope="module")
def judge(lesson):
    return Judge(nbformat.read(REPOSITORY.source(lesson), as_version=4))


def sample(variants):
    """Some right and some wrong ones of each exercise, by their names alone: the same anywhere."""
    groups = defaultdict(list)
    for variant in variants:
        groups[variant.exercise, variant.expect].append(variant)
    for those in groups.values():
        those.sort(key=lambda variant: hashlib.sha256(variant.name.encode()).digest())
    return [v for (_, expect), those in groups.items() for v in those[: SAMPLE[expect]]]


def test_variants_are_judged_as_they_should_be(lesson, judge):
    variants = [judge.reference(name) for name in judge.exercises]
    variants += sample(load_variants(ROOT / lesson))
    misjudged = [j for j in map(judge.judge, variants) if not j.as_expected]
    told = [f"{j.variant.exercise}/{j.variant.name}: {j.messages}" for j in misjudged]
    assert not told, "\n".join(told)


def test_every_exercise_has_two_right_and_four_wrong_variants(lesson, judge):
    for exercise in judge.exercises:
        of_it = [v for v in load_variants(ROOT / lesson) if v.exercise == exercise]
        assert sum(v.expect == "pass" for v in of_it) >= 2, exercise
        assert sum(v.expect == "fail" for v in of_it) >= 4, exercise


def test_every_variant_belongs_to_an_exercise(lesson, judge):
    assert {v.exercise for v in load_variants(ROOT / lesson)} <= set(judge.exercises)


@pytest.mark.parametrize("text", ["", "x = 1\n", "# expect: maybe\n# why: x\n", "# expect: pass\n"])
def test_a_variant_without_its_two_lines_is_named(tmp_path, text):
    path = tmp_path / "relu" / "odd.py"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    with pytest.raises(CourseError, match=r"relu/odd.py: must begin with"):
        load_variants(tmp_path)


def test_an_answers_source_can_be_read_as_in_a_kernel():
    answer = nbformat.v4.new_code_cell("def f():\n    return 1  # one\n")
    answer.metadata.nbgrader = {"grade_id": "f", "solution": True, "grade": False}
    test = nbformat.v4.new_code_cell("import inspect\nassert '# one' in inspect.getsource(f)")
    test.metadata.nbgrader = {"grade_id": "f-source", "solution": False, "grade": True}
    judge = Judge(nbformat.v4.new_notebook(cells=[answer, test]))
    assert judge.judge(judge.reference("f")).messages == {"f-source": None}
