"""The pages that people get: valid, closed to the outside, accessible, and fit for a telephone."""

import html
import json
import re
from importlib.util import find_spec

import pytest
from browser import needs_browser, open_page, shoot
from conftest import RIGHT, TOY, ToyCourse
from markupsafe import escape
from test_browser_instructor import WRITTEN

from course.authoring.build import build_notebook
from course.grading.batch import grade_lesson, submissions
from course.grading.feedback import write_feedback
from course.grading.jail import find_bwrap
from course.grading.report import write_report

pytestmark = pytest.mark.skipif(find_bwrap() is None, reason="bubblewrap is not installed")
needs_html5lib = pytest.mark.skipif(find_spec("html5lib") is None, reason="needs html5lib")
needs_axe = pytest.mark.skipif(
    find_spec("axe_playwright_python") is None, reason="needs axe-playwright-python"
)

EVIL = '<script>alert(1)</script><img src="https://example.org/x.png" onerror=alert(1)>'
ANSWERS = {
    "ada": RIGHT,
    "alan": {"double": "def double(x):\n    return 2 * x + 1", "triple": RIGHT["triple"]},
    "evil": {"double": f"def double(x):\n    '''{EVIL}'''\n    return 3  # \u202e{EVIL}"},
    "forever": {**RIGHT, "double": "while True:\n    pass"},
    "wide": {"double": f"def double(x):\n    return [{'1234567890, ' * 40}]"},
    "zoe": {},
}
PAGES = ("report", *ANSWERS, "damaged")


@pytest.fixture(scope="module")
def pages(tmp_path_factory, _released_toy):
    """Name → page, of the report and of every student's feedback in a class gone wrong."""
    toy = ToyCourse(tmp_path_factory.mktemp("pages"))
    toy.release()
    for student, answers in ANSWERS.items():
        toy.hand_in(student, toy.answered(**answers))
    toy.hand_in("damaged", json.dumps(toy.answered(**RIGHT)).encode()[:900])
    with toy.course.gradebook() as gradebook:
        gradebook.update_or_create_student("evil", first_name=EVIL)
        gradebook.update_or_create_student("absent", last_name=EVIL)
    for _ in grade_lesson(toy.course, TOY, submissions(toy.course, TOY)):
        pass
    made = dict(write_feedback(toy.course, TOY))
    return {"report": write_report(toy.course, TOY).page, **made}


@needs_html5lib
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_valid_html(pages, name):
    import html5lib

    parser = html5lib.HTMLParser(strict=True)  # raises at the first error
    tree = parser.parse(pages[name].read_text("utf-8"))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = (element.get("href") or "" for element in tree.iter())
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_and_runs_nothing_of_a_students(pages, name):
    text = pages[name].read_text("utf-8")
    assert "default-src 'none'" in html.unescape(text)
    assert "<img" not in text and "\u202e" not in text
    assert text.count("<script") == (name == "report")
    assert not re.search(r'<\w[^<>]*\s(?:src|href)="?(?:https?:)?//', text)


def test_feedback_says_what_matters_first(pages):
    wrong = pages["alan"].read_text("utf-8")
    assert "1 of 2 exercises is complete" not in wrong and "1 of 2 exercises are complete" in wrong
    order = ["About your file", "Overview", "To mend", "Reread:</strong> Doubling", "Complete"]
    places = [wrong.find(text) for text in order]
    assert places[0] == -1 and places[1:] == sorted(places[1:]) and places[1] > 0
    assert "To mend" not in pages["ada"].read_text("utf-8")
    assert pages["zoe"].read_text("utf-8").count("This part is still to be written.") == 2
    damaged = pages["damaged"].read_text("utf-8")
    assert "About your file" in damaged
    assert "No answer was found in what you handed in." in damaged and "To mend" not in damaged
    assert "it took too long and was stopped" in pages["forever"].read_text("utf-8")


def test_the_report_has_every_part(pages):
    text = pages["report"].read_text("utf-8")
    for part in ("<strong>1</strong>nothing handed in", "<strong>2</strong>with an incident"):
        assert part in text
    assert "It needs 20 submissions to mean anything; here are 7." in text
    assert "double: it took too long and was stopped" in text
    exercises = text[text.index('id="exercises"') : text.index('id="failed"')]
    unbegun = re.findall(r'<td class="number">(\d+)</td><td class="number" data', exercises)
    assert unbegun == ["2", "4"]  # zoe and the damaged file; evil and wide, too
    assert "not written yet" not in text and "no answer in the file" not in text
    assert f'href="../feedback/alan/{TOY}/{TOY}.html"' in text
    assert "copied" not in text and "plagiar" not in text


def test_a_written_answer_is_text_and_code_is_code(tmp_path):
    toy = ToyCourse(tmp_path)
    lesson = toy.workspace.text(TOY)
    lesson.write_text(lesson.read_text("utf-8") + WRITTEN, "utf-8")
    build_notebook(toy.workspace, TOY)
    toy.release()
    answer = "A power grows faster for x > 1,\nand is less if x lies between 0 & 1."
    toy.hand_in("ada", toy.answered(**RIGHT, words=answer + EVIL))
    list(grade_lesson(toy.course, TOY, submissions(toy.course, TOY)))
    ((_, page),) = write_feedback(toy.course, TOY)
    text = page.read_text("utf-8")
    assert f'<p class="prose">{escape(answer)}' in text and "<img" not in text
    assert text.count('<pre class="highlight"') == 2
    assert '<span class="k">def</span>' in text


@needs_browser
@needs_axe
class TestInABrowser:
    @pytest.mark.parametrize("name", PAGES)
    def test_nothing_is_loaded_and_axe_finds_nothing_at_two_widths(self, pages, name):
        from axe_playwright_python.sync_playwright import Axe

        with open_page() as page:
            asked, said = [], []
            page.on("request", lambda request: asked.append(request.url))
            page.on("console", lambda message: said.append(message.text))
            page.on("dialog", lambda dialog: said.append(dialog.message))
            page.goto(pages[name].as_uri())
            for width in (1200, 375):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") == width
                violations = Axe().run(page).response["violations"]
                assert [v["id"] for v in violations] == []
                shoot(page, f"{'report' if name == 'report' else f'feedback-{name}'}-{width}")
            assert asked == [pages[name].as_uri()] and said == []

    def test_tables_are_sorted_by_the_column_that_is_pressed(self, pages):
        with open_page() as page:
            page.goto(pages["report"].as_uri())
            table = page.locator("table.matrix")
            first = table.locator("tbody tr th").first
            button = table.get_by_role("button", name="Score")
            button.click()
            assert table.locator("th[aria-sort=ascending]").count() == 1
            assert first.inner_text() in ("damaged", "zoe") or "evil" in first.inner_text()
            button.click()
            assert first.inner_text() == "ada"
            scores = table.locator("tbody tr td.number").all_inner_texts()
            values = [float(score.split()[0]) for score in scores]
            assert values == sorted(values, reverse=True) and len(values) == 7

    def test_a_script_in_a_page_would_not_run(self, pages, tmp_path):
        text = pages["report"].read_text("utf-8").replace("</main>", f"</main>{EVIL}")
        slipped = tmp_path / "slipped.html"
        slipped.write_text(text, "utf-8")
        with open_page() as page:
            dialogs, blocked = [], {}
            page.on("requestfailed", lambda request: blocked.update({request.url: request.failure}))
            page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
            page.goto(slipped.as_uri())
            assert page.locator("table.matrix button").count() > 0  # ours does
            page.wait_for_timeout(300)
            assert dialogs == [] and blocked == {"https://example.org/x.png": "csp"}

    def test_print_shows_all_of_the_code(self, pages):
        with open_page(width=700) as page:
            page.goto(pages["wide"].as_uri())
            code = page.locator("pre.highlight").first
            overflow = "element => element.scrollWidth - element.clientWidth"
            assert code.evaluate(overflow) > 0
            page.emulate_media(media="print")
            assert code.evaluate(overflow) <= 0
