"""The drawings and the explorer of gradient descent, and the gradients that lesson 5 prints."""

from __future__ import annotations

import base64
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib import rcParams
from PIL import Image

from course.figures import animate_descent, draw_descent
from course.playground import LANDSCAPES, DescentExplorer, descent
from course.playground.descent import MAX_STEPS

LESSON = Path(__file__).parents[1] / "course" / "lessons" / "05-gradient-descent.py"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
BOX = (-3, 3, -2, 2)
PATH = np.array([[2.0, 1.0], [1.0, 0.5], [0.5, 0.25]])


def bowl(x):
    return x[0] ** 2 + x[1] ** 2


def slope(f, x, h=1e-5):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(2)])


@pytest.fixture(autouse=True)
def closed_figures():
    yield
    plt.close("all")


# The landscapes


@pytest.mark.parametrize("name", LANDSCAPES)
class TestLandscapes:
    @given(x=st.tuples(st.floats(-2, 2), st.floats(-2, 2)))
    @settings(max_examples=25)
    def test_the_gradient_is_that_of_the_function(self, name, x):
        place = LANDSCAPES[name]
        x = np.array(x)
        assert place.gradient(x) == pytest.approx(slope(place.f, x), abs=1e-6)

    def test_nothing_is_below_the_lowest_point(self, name):
        place = LANDSCAPES[name]
        left, right, bottom, top = place.box
        grid = np.meshgrid(np.linspace(left, right, 401), np.linspace(bottom, top, 401))
        heights = place.f(np.stack(grid))
        assert heights.shape == (401, 401)
        assert place.lowest <= heights.min() <= place.lowest + 1e-3

    def test_the_start_lies_in_the_view(self, name):
        left, right, bottom, top = LANDSCAPES[name].box
        x, y = LANDSCAPES[name].start
        assert left < x < right and bottom < y < top


def printed_landscapes():
    """Name, function and gradient of each landscape, as the lesson's table prints them."""
    rows = re.findall(
        r"^# \| (bowl|ravine|saddle|two valleys) \| \$(.+?)\$ \| \$\((.+?),\\ (.+?)\)\$ \|",
        LESSON.read_text("utf-8"),
        re.MULTILINE,
    )
    assert [name for name, *_ in rows] == list(LANDSCAPES)
    return rows


def value(latex, x):
    """What a formula in x_1 and x_2 says at x."""
    python = re.sub(r"\\tfrac(?:\{(\d+)\}|(\d))(?:\{(\d+)\}|(\d))", r"(\1\2/\3\4)*", latex)
    python = re.sub(r"x_(\d)(?:\^(\d))?", lambda m: f"x[{int(m[1]) - 1}]**{m[2] or 1}", python)
    python = re.sub(r"(\d) x", r"\1*x", python).replace("* x", "*x").strip()
    return float(eval(re.sub(r"\*$", "", python), {"x": x}))


@pytest.mark.parametrize("name, function, first, second", printed_landscapes())
def test_the_printed_landscapes_are_those_that_are_walked(name, function, first, second):
    for x in np.random.default_rng(5).uniform(-2, 2, (10, 2)):
        assert value(function, x) == pytest.approx(LANDSCAPES[name].f(x))
        printed = [value(first, x), value(second, x)]
        assert printed == pytest.approx(slope(LANDSCAPES[name].f, x), abs=1e-6)


# The drawings


class TestDrawDescent:
    def test_a_path_is_drawn_as_it_is_from_ring_to_square(self):
        ax = draw_descent(bowl, PATH, BOX, title="A title")
        line, ring, square = ax.lines
        assert np.array_equal(line.get_xydata(), PATH)
        assert np.array_equal(ring.get_xydata(), PATH[:1])
        assert np.array_equal(square.get_xydata(), PATH[-1:])
        assert ax.get_title(loc="left") == "A title" and ax.get_legend() is None

    def test_names_stand_in_a_legend(self):
        ax = draw_descent(bowl, {"slow": PATH, "fast": PATH[::-1]}, BOX)
        assert [text.get_text() for text in ax.get_legend().get_texts()] == ["slow", "fast"]

    @pytest.mark.parametrize("paths", [{}, []])
    def test_the_ground_can_be_drawn_alone(self, paths):
        ax = draw_descent(bowl, paths, BOX)
        assert not ax.lines and ax.collections

    def test_axes_are_equal_and_keep_to_the_box(self):
        ax = draw_descent(bowl, 10 * PATH, BOX)
        assert (*ax.get_xlim(), *ax.get_ylim()) == BOX and ax.get_aspect() == 1

    def test_a_diverging_path_can_be_drawn(self):
        path = np.array([[1.0, 1.0], [1e3, 1.0], [1e200, 1.0], [np.inf, np.nan]])
        ax = draw_descent(bowl, path, BOX)
        assert np.array_equal(ax.lines[0].get_xydata(), path[:2])
        ax.figure.canvas.draw()

    def test_level_ground_can_be_drawn(self):
        draw_descent(lambda x: 0 * x[0], PATH, BOX).figure.canvas.draw()

    @pytest.mark.parametrize("path", [np.zeros(2), np.zeros((3, 3)), {"one": np.zeros((0, 2))}])
    def test_a_path_of_another_shape_is_refused(self, path):
        with pytest.raises(ValueError, match="shape"):
            draw_descent(bowl, path, BOX)

    @pytest.mark.parametrize("box", [(1, 1, 0, 2), (0, 2, 3, 1)])
    def test_an_empty_box_is_refused(self, box):
        with pytest.raises(ValueError, match="box"):
            draw_descent(bowl, PATH, box)

    def test_a_function_that_cannot_take_a_grid_is_refused(self):
        with pytest.raises(ValueError, match="shape"):
            draw_descent(lambda x: 1.0, PATH, BOX)


class Elements(HTMLParser):
    """Names and attributes of all elements."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


class TestFilm:
    def test_pictures_are_as_many_as_asked_for_and_differ(self):
        film = animate_descent(bowl, PATH, BOX, frames=3, title="Step {step}")
        pictures = [Image.open(io.BytesIO(frame)) for frame in film.frames]
        assert len(set(film.frames)) == 3
        assert {picture.format for picture in pictures} == {"PNG"}
        assert len({picture.size for picture in pictures}) == 1

    def test_headless_it_is_the_last_picture_in_words_too(self):
        film = animate_descent(bowl, PATH, BOX, frames=2, words="It ends at 0.")
        bundle, metadata = film._repr_mimebundle_()
        assert base64.b64decode(bundle["image/png"]) == film.frames[-1]
        assert metadata["image/png"]["alt"] == "It ends at 0."
        assert bundle["text/plain"] == "Film of 2 frames: It ends at 0."

    def test_the_player_carries_all_it_needs_and_fetches_nothing(self):
        film = animate_descent(bowl, PATH, BOX, frames=3, words='a "quoted" <word>')
        page = film._repr_mimebundle_()[0]["text/html"]
        elements = Elements(page).found
        assert [tag for tag, _ in elements] == ["figure", "img", "div", "button", "input"]
        image, slider = elements[1][1], elements[4][1]
        assert image["alt"] == 'a "quoted" <word>'
        assert image["src"].startswith("data:image/png;base64,")
        frames = image["data-frames"].split()
        assert [base64.b64decode(frame) for frame in frames] == film.frames
        assert (slider["min"], slider["max"], slider["value"]) == ("0", "2", "2")
        assert "http" not in re.sub(r"[A-Za-z0-9+/=]{200,}", "", page)

    def test_a_film_of_the_lesson_is_small(self):
        saddle = LANDSCAPES["saddle"]
        path = DescentExplorer("saddle", steps=40).path
        film = animate_descent(saddle.f, {"one": path, "two": path}, saddle.box, frames=21)
        assert len(film._repr_mimebundle_()[0]["text/html"]) < 1_000_000

    def test_figures_of_the_notebook_are_left_alone(self):
        animate_descent(bowl, PATH, BOX, frames=2)
        assert plt.get_fignums() == []

    def test_one_frame_is_no_film(self):
        with pytest.raises(ValueError, match="2 frames"):
            animate_descent(bowl, PATH, BOX, frames=1)


# The explorer


class TestPath:
    @given(rate=st.floats(0.01, 3), x=st.tuples(st.floats(-3, 3), st.floats(-2, 2)))
    @settings(max_examples=25)
    def test_in_the_bowl_every_step_multiplies_by_the_same_factor(self, rate, x):
        path = DescentExplorer("bowl", learning_rate=rate, start=x, steps=20).path
        assert path == pytest.approx((1 - rate) ** np.arange(21)[:, None] * np.array(x), rel=1e-9)

    def test_momentum_follows_its_recurrence(self):
        path = DescentExplorer("ravine", learning_rate=0.05, momentum=0.7, steps=30).path
        moves = np.diff(path, axis=0)
        slopes = np.array([LANDSCAPES["ravine"].gradient(x) for x in path])
        assert moves[0] == pytest.approx(-0.05 * slopes[0])
        assert moves[1:] == pytest.approx(0.7 * moves[:-1] - 0.05 * slopes[1:-1])

    def test_a_diverging_path_is_told_and_drawn(self):
        explorer = DescentExplorer("saddle", learning_rate=3, start=(1, 1.5), steps=MAX_STEPS)
        assert not np.isfinite(explorer.path).all()
        assert explorer.summary == f"after {MAX_STEPS} steps: diverged"
        assert Image.open(io.BytesIO(explorer.still()[0])).format == "PNG"

    def test_the_summary_says_where_it_ends(self):
        explorer = DescentExplorer("bowl", learning_rate=1, steps=1)
        assert explorer.summary == (
            "after 1 step: at (0.000, 0.000), 0 above the lowest point of the bowl"
        )


class TestSettings:
    @pytest.mark.parametrize(
        "wrong, word",
        [
            ({"landscape": "hill"}, "landscape"),
            ({"learning_rate": 0}, "learning_rate"),
            ({"learning_rate": float("nan")}, "learning_rate"),
            ({"momentum": 1}, "momentum"),
            ({"momentum": -0.1}, "momentum"),
            ({"steps": 0}, "steps"),
            ({"steps": MAX_STEPS + 1}, "steps"),
            ({"start": (1, 2, 3)}, "start"),
            ({"start": (1, float("inf"))}, "start"),
        ],
    )
    def test_what_is_not_allowed_is_named_and_changes_nothing(self, wrong, word):
        with pytest.raises(ValueError, match=word):
            DescentExplorer(**wrong)
        explorer = DescentExplorer()
        before = explorer.settings
        with pytest.raises(ValueError, match=word):
            explorer.change(**wrong)
        assert explorer.settings == before

    def test_an_unknown_setting_is_refused(self):
        with pytest.raises(TypeError):
            DescentExplorer().change(speed=3)

    def test_a_new_landscape_brings_its_own_start(self):
        explorer = DescentExplorer("bowl", start=(1, 1))
        explorer.change(landscape="saddle")
        assert explorer.settings.start == LANDSCAPES["saddle"].start
        explorer.change(landscape="bowl", start=(2, 0.5))
        assert explorer.settings.start == (2.0, 0.5)
        explorer.change(momentum=0.5)
        assert explorer.settings.start == (2.0, 0.5)


class TestControls:
    def test_every_choice_acts(self):
        explorer = DescentExplorer("bowl")
        choices = explorer.controls.choices
        choices["landscape"].value = "two valleys"
        choices["learning_rate"].value = 0.2
        choices["momentum"].value = 0.5
        choices["steps"].value = 17
        choices["x1"].value = -1.5
        choices["x2"].value = 0.75
        expected = descent.DescentSettings("two valleys", 0.2, 0.5, (-1.5, 0.75), 17)
        assert explorer.settings == expected

    def test_a_change_from_python_moves_the_sliders_and_the_picture(self):
        explorer = DescentExplorer("bowl")
        controls = explorer.controls
        before = bytes(controls._image.value)
        explorer.change(landscape="saddle", learning_rate=0.3, start=(5.0, 0.0))
        assert controls.choices["landscape"].value == "saddle"
        assert controls.choices["learning_rate"].value == 0.3
        assert (controls.choices["x1"].value, controls.choices["x2"].value) == (5.0, 0.0)
        assert bytes(controls._image.value) == explorer.still()[0] != before
        assert controls._status.value == explorer.summary

    def test_what_fails_is_shown_and_raised(self, monkeypatch):
        controls = DescentExplorer("bowl").controls
        monkeypatch.setattr(descent, "_path", lambda settings: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            controls.choices["momentum"].value = 0.5
        assert controls._status.value == "Stopped: division by zero"


class TestShow:
    def test_headless_it_is_a_picture_and_words_without_a_widget(self):
        explorer = DescentExplorer("ravine", steps=5)
        bundle, metadata = explorer._repr_mimebundle_()
        assert set(bundle) == {"text/plain", "image/png"}
        assert bundle["text/plain"] == metadata["image/png"]["alt"] == repr(explorer)
        assert explorer._controls is None

    def test_where_somebody_is_there_it_is_a_widget_too(self, monkeypatch):
        monkeypatch.setattr(descent, "somebody_is_there", lambda: True)
        bundle, _ = DescentExplorer("ravine", steps=5)._repr_mimebundle_()
        assert WIDGET_VIEW in bundle and "image/png" in bundle

    def test_what_fails_fails_the_cell(self, monkeypatch):
        monkeypatch.setattr(descent, "_path", lambda settings: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            DescentExplorer().show()

    def test_the_notebooks_style_and_figures_stay(self):
        before = dict(rcParams)
        DescentExplorer().still()
        assert dict(rcParams) == before and plt.get_fignums() == []
