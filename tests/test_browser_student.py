"""A student in a real browser: start, mistake, crash, correction, Validate, hand in, feedback."""

import shutil

import pytest
from browser import Notebook, needs_browser, open_page, serving, shoot
from conftest import released_copy

from course.grading.batch import grade_lesson, submissions
from course.grading.feedback import write_feedback
from course.grading.jail import find_bwrap

LESSON = "03-keras-models"
WRONG = """def build_sequential():
    return keras.Sequential(
        [keras.Input((2,)), layers.Dense(20), layers.Dense(10), layers.Dense(1)]
    )
"""
CRASHES = "def build_sequential():\n    return keras.Sequental()\n"
RIGHT = """def build_sequential():
    hidden = [layers.Dense(20, activation="relu"), layers.Dense(10, activation="relu")]
    return keras.Sequential([keras.Input((2,)), *hidden, layers.Dense(1)])
"""
TEST = 'check.visible("build_sequential: ReLU in the hidden layers")'

pytestmark = [
    needs_browser,
    pytest.mark.skipif(find_bwrap() is None, reason="bubblewrap is not installed"),
]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course of one lesson, released."""
    return released_copy(tmp_path_factory.mktemp("course"), LESSON)


def test_from_the_start_page_to_the_feedback(course):
    root = course.workspace.root
    with serving(root, "course", "lab") as address, open_page() as page:
        page.goto(address)

        # The start page says what to do first and how far each lesson is.
        start = Notebook(page)
        table = start.run("from course.progress import progress").locator("table")
        assert "0 of 9" in table.inner_text() and "begin" in table.inner_text()
        shoot(page, "start")
        table.get_by_role("link", name=LESSON).click()
        page.locator(".lm-TabBar-tab.lm-mod-current", has_text=LESSON).wait_for()

        # A wrong answer is named in a box, without a traceback.
        lesson = Notebook(page)
        lesson.run("import keras")
        lesson.write("def build_sequential", WRONG)
        lesson.run("def build_sequential")
        said = lesson.run(TEST).locator(".jp-OutputArea").inner_text()
        assert "the hidden layers are linear" in said and "Traceback" not in said
        assert said.index("expected") < said.index("got")
        shoot(page, "wrong-answer")

        # A crash is shown by the student's own line.
        lesson.write("def build_sequential", CRASHES)
        lesson.run("def build_sequential")
        said = lesson.run(TEST).locator(".jp-OutputArea").inner_text()
        assert "AttributeError" in said and "return keras.Sequental()" in said
        assert "site-packages" not in said and len(said.splitlines()) < 20
        shoot(page, "crash")

        # Corrected, it passes; the lesson knows that it does.
        lesson.write("def build_sequential", RIGHT)
        lesson.run("def build_sequential")
        said = lesson.run(TEST).locator(".jp-OutputArea").inner_text()
        assert "✓" in said and "✗" not in said
        shoot(page, "right-answer")
        lesson.save()

        # Validate runs the whole notebook as grading will, and says what still fails.
        page.locator(".jp-NotebookPanel-toolbar:visible").get_by_text("Validate").click()
        dialog = page.locator(".jp-Dialog")
        dialog.get_by_text("failed", exact=False).first.wait_for()
        shoot(page, "validate")

        # Handed in, graded and given back.
        handed_in = root / "submitted" / "ada" / LESSON / f"{LESSON}.ipynb"
        handed_in.parent.mkdir(parents=True)
        shutil.copy(root / "my-work" / LESSON / f"{LESSON}.ipynb", handed_in)
        (graded,) = grade_lesson(course, LESSON, submissions(course, LESSON))
        assert (graded.status, graded.score) == ("graded", 3), graded
        ((_, feedback),) = write_feedback(course, LESSON)
        page.goto(feedback.as_uri())
        assert "build_sequential" in page.locator("main").inner_text()
        shoot(page, "feedback")
