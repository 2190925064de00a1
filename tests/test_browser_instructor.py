"""An instructor's tour of the Formgrader in a real browser: release, collect, grade, feedback."""

import os
import subprocess
import time

import nbformat
import pytest
from browser import PATIENCE, needs_browser, open_page, serving, shoot
from conftest import BIN, RIGHT, TOY, ToyCourse, with_answers

from course.authoring.build import build_notebook
from course.grading.jail import find_bwrap

pytestmark = [
    needs_browser,
    pytest.mark.skipif(find_bwrap() is None, reason="bubblewrap is not installed"),
]

WRITTEN = """
# %% [markdown]
# ## In words

# %% [markdown] nbgrader={"grade_id": "words", "grade": true, "solution": true, "points": 3}
# Why is three times x not x³?
"""
ANSWER = "A product grows as x does; a power grows faster."
COURSE_ID = "dl"


@pytest.fixture
def course(tmp_path):
    """A course with a written task, an exchange folder, and nothing released."""
    folder = tmp_path / "course"
    folder.mkdir()
    toy = ToyCourse(folder)
    text = toy.workspace.text(TOY)
    text.write_text(text.read_text("utf-8") + WRITTEN, "utf-8")
    build_notebook(toy.workspace, TOY)
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    with (folder / "nbgrader_config.py").open("a") as config:
        config.write(f"c.Exchange.root = {str(exchange)!r}\n")
        config.write(f"c.CourseDirectory.course_id = {COURSE_ID!r}\n")
    return toy


class Student:
    """A student at a terminal, with a home and a folder of their own."""

    def __init__(self, name: str, folder, exchange):
        self.name, self.folder = name, folder
        folder.mkdir()
        (folder / "nbgrader_config.py").write_text(
            f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\n"
            f"c.CourseDirectory.course_id = {COURSE_ID!r}\n"
        )

    def nbgrader(self, *arguments: str) -> None:
        environment = os.environ | {"HOME": str(self.folder), "JUPYTER_NO_CONFIG": "1"}
        done = subprocess.run(
            [str(BIN / "nbgrader"), *arguments],
            cwd=self.folder,
            env=environment | {"NB_USER": self.name, "USER": self.name, "LOGNAME": self.name},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr

    def answer(self) -> None:
        path = self.folder / TOY / f"{TOY}.ipynb"
        nbformat.write(with_answers(path, RIGHT | {"words": ANSWER}), path)


# What is typed before nbgrader's page has fetched the grades and comments is not saved.
BOUND = "formgrader.grades?.loaded && formgrader.comments?.loaded"


def test_from_release_to_feedback_with_buttons_alone(course, tmp_path):
    student = Student("ada", tmp_path / "ada", tmp_path / "exchange")
    with serving(course.workspace.root, "jupyter", "lab") as address, open_page() as page:
        formgrader = address.split("/?")[0] + "/formgrader"

        def press(row: str, button: str) -> str:
            """Click a button of a row of the table, and close what it says."""
            page.locator("tr", has_text=row).locator(f".{button} a").click()
            modal = page.locator(".modal.in")
            modal.get_by_text("Success", exact=True).wait_for()
            said = modal.inner_text()
            shoot(page, f"formgrader-{button}")
            modal.get_by_role("button", name="OK").click()
            modal.wait_for(state="hidden")
            return said

        # Release and collect, as nbgrader's own buttons do.
        page.goto(f"{formgrader}?token=secret")
        press(TOY, "assign")
        press(TOY, "release")
        student.nbgrader("fetch_assignment", TOY)
        student.answer()
        student.nbgrader("submit", TOY)
        press(TOY, "collect")

        # Autograde with the button: our engine, the code's points at once.
        page.goto(f"{formgrader}/manage_submissions/{TOY}")
        handed_in = page.locator("tbody tr").first.locator(".student-id").inner_text()
        assert "autograded" in press(handed_in, "autograde")
        page.goto(f"{formgrader}/gradebook/{TOY}/{TOY}")
        row = page.locator("tbody tr").first
        row.get_by_text("3 / 6").first.wait_for()
        shoot(page, "formgrader-gradebook")

        # The written task is graded by hand.
        row.locator("a").first.click()
        page.get_by_text(ANSWER).wait_for()
        page.wait_for_function(BOUND)
        page.locator("input#words, .score.needs_manual_grade").first.fill("2")
        page.keyboard.press("Tab")
        page.locator("textarea.comment").last.fill("Say what happens for x between 0 and 1.")
        page.keyboard.press("Tab")
        deadline = time.monotonic() + PATIENCE  # the page saves by itself, when it comes to it
        while course.scores() != {handed_in: 5} and time.monotonic() < deadline:
            page.wait_for_timeout(200)
        shoot(page, "formgrader-by-hand")
        assert course.scores() == {handed_in: 5}

        # Feedback goes back, with the instructor's sentence and without a test.
        page.goto(f"{formgrader}/manage_submissions/{TOY}")
        press(handed_in, "generate-feedback")
        press(handed_in, "release-feedback")
        pages = list((course.workspace.root / "feedback").rglob("*.html"))
        assert len(pages) == 1
        page.goto(pages[0].as_uri())
        text = page.locator("main").inner_text()
        assert "5 of 6 points" in " ".join(text.split())
        assert "between 0 and 1" in text and ANSWER in text
        shoot(page, "feedback-by-hand")
