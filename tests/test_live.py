"""The live curve: one display updated in place, one still headless, no silent failure."""

import pytest

from course.figures import draw_training_step, live


class Display:
    """Stands in for IPython's display and remembers what it was shown."""

    def __init__(self):
        self.shown, self.updated = [], []

    def __call__(self, bundle, **settings):
        self.shown.append(bundle)
        return self

    def update(self, bundle, **settings):
        self.updated.append(bundle)


@pytest.fixture
def display(monkeypatch):
    display = Display()
    monkeypatch.setattr(live, "display", display)
    return display


def run(watched, monkeypatch, epochs=3):
    monkeypatch.setattr(live, "somebody_is_there", lambda: watched)
    history = {"loss": [], "val_loss": []}
    with live.LiveCurve() as curve:
        for epoch in range(epochs):
            history["loss"].append(1 / (epoch + 1))
            history["val_loss"].append(2 / (epoch + 1))
            curve(history)


def test_headless_it_shows_the_last_state_once(display, monkeypatch):
    run(False, monkeypatch)
    assert len(display.shown) == 1 and display.updated == []
    assert display.shown[0]["text/plain"] == "epoch 3: loss 0.333, val_loss 0.667"


def test_watched_it_updates_one_display(display, monkeypatch):
    run(True, monkeypatch)
    assert len(display.shown) == 1 and len(display.updated) == 2
    assert display.updated[-1]["text/plain"].startswith("epoch 3")


def test_without_a_call_it_shows_nothing(display, monkeypatch):
    run(False, monkeypatch, epochs=0)
    assert display.shown == []


@pytest.mark.parametrize("watched", [True, False])
def test_what_cannot_be_drawn_stops_the_loop(display, monkeypatch, watched):
    monkeypatch.setattr(live, "somebody_is_there", lambda: watched)
    with pytest.raises(ValueError), live.LiveCurve(metric="accuracy") as curve:
        curve({"loss": [1.0]})


def test_the_step_has_four_parts_and_a_title():
    axes = draw_training_step(title="A ring")
    words = {text.get_text() for text in axes.texts}
    assert {"1  forward", "2  loss", "3  gradient", "4  update"} <= words
    assert axes.get_title(loc="left") == "A ring"
