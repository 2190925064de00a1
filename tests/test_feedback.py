"""No page that a student gets holds a line of a hidden test or of a solution, in any lesson."""

import html
import re

import nbformat
import pytest
from conftest import LESSONS, REPOSITORY, released_copy, with_answers
from test_lessons import secret_lines

from course.audit.variants import load_variants
from course.grading.batch import grade_lesson, submissions
from course.grading.feedback import write_feedback
from course.grading.jail import find_bwrap
from course.grading.report import write_report

pytestmark = pytest.mark.skipif(find_bwrap() is None, reason="bubblewrap is not installed")

KINDS = ("released", "hard_coded_example", "memorised_visible", "mistaken")


def wrong_answers(lesson: str, kind: str) -> dict[str, str]:
    """Exercise → a wrong answer: a cheat of this name, or else the first mistake."""
    answers: dict[str, str] = {}
    for variant in load_variants(REPOSITORY.root / "tests" / "variants" / lesson):
        cheat = variant.name in KINDS
        if variant.expect == "fail" and (variant.name == kind if cheat else kind == "mistaken"):
            answers.setdefault(variant.exercise, variant.code)
    return answers


@pytest.mark.parametrize("lesson", LESSONS)
def test_feedback_and_report_hold_no_hidden_line(lesson, tmp_path):
    course = released_copy(tmp_path, lesson)
    for kind in KINDS:
        answers = {} if kind == "released" else wrong_answers(lesson, kind)
        notebook = with_answers(course.workspace.release(lesson), answers)
        path = tmp_path / "submitted" / kind / lesson / f"{lesson}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)
    graded = list(grade_lesson(course, lesson, submissions(course, lesson)))
    assert {done.status for done in graded} == {"graded"}
    assert {done.student: done.score for done in graded}["released"] == 0
    pages = dict(write_feedback(course, lesson))
    texts = {student: page.read_text("utf-8") for student, page in pages.items()}
    texts["the report"] = write_report(course, lesson).page.read_text("utf-8")
    secrets = secret_lines(lesson)
    assert len(secrets) > 50
    for reader, text in texts.items():
        own = "\n".join(wrong_answers(lesson, reader).values())  # a student may know a line
        plain = html.unescape(re.sub(r"<[^>]+>", "", text))  # colours split code into tags
        shown = {line.strip() for line in plain.splitlines()}
        leaked = [line for line in secrets if line in shown and line not in own]
        leaked += [line for line in secrets if len(line) > 40 and line in plain and line not in own]
        assert not leaked, reader
