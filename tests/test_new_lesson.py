"""`course new-lesson` starts a lesson that is built, released and audited at once."""

import pytest
from conftest import course_at

from course.audit.run import audit_lesson
from course.authoring.build import build_notebook
from course.authoring.new_lesson import write_new_lesson
from course.authoring.release import write_release
from course.coursedir import open_course
from course.errors import CourseError

NAME = "16-min-max-scaling"


@pytest.fixture
def workspace(tmp_path):
    return course_at(tmp_path).workspace


def test_it_is_at_the_audits_bar_as_it_stands(workspace):
    write_new_lesson(workspace, NAME)
    build_notebook(workspace, NAME)
    course = open_course(workspace)
    write_release(course, NAME)
    assert "Min max scaling" in workspace.text(NAME).read_text("utf-8")
    audit = audit_lesson(course, NAME, fast=True)
    assert audit.shortfalls() == []
    (rescale,) = audit.exercises
    assert rescale.right.whole >= 3 and rescale.wrong.whole >= 4 and rescale.killed.whole >= 10


@pytest.mark.parametrize("name", ["scaling", "1-scaling", "16_scaling", "16-Scaling", "16-a/b", ""])
def test_a_name_of_another_form_is_refused(workspace, name):
    with pytest.raises(CourseError, match="no lesson's name"):
        write_new_lesson(workspace, name)


def test_nothing_is_overwritten(workspace):
    write_new_lesson(workspace, NAME)
    workspace.text(NAME).write_text("my work", "utf-8")
    with pytest.raises(CourseError, match="that number"):
        write_new_lesson(workspace, NAME)
    assert workspace.text(NAME).read_text("utf-8") == "my work"


def test_answers_that_are_there_are_kept(workspace):
    kept = workspace.root / "tests" / "variants" / NAME / "mine.py"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine", "utf-8")
    with pytest.raises(CourseError, match="is there already"):
        write_new_lesson(workspace, NAME)
    assert kept.read_text("utf-8") == "mine" and not workspace.text(NAME).exists()
