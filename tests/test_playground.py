"""The playground: its data and settings, its pictures, its training, and the widget."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import random
import subprocess
import sys
import warnings
from dataclasses import FrozenInstanceError, replace
from types import SimpleNamespace

import nbformat
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib import rc_context
from matplotlib.collections import LineCollection
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from PIL import Image

from course.figures import audience
from course.playground import Configuration, Playground, train, widget
from course.playground.colours import palette
from course.playground.data import DATA_NAMES, FEATURE_NAMES, features, make_data, plane
from course.playground.drawing import Picture
from course.playground.state import ACTIVATIONS, MAX_LAYERS, OPTIMIZERS, REGULARISATIONS
from course.playground.training import SAMPLES, Score, Snapshot, Trainer

SPIRAL = Configuration(
    data="spiral",
    features=("x1", "x2", "sin(x1)", "sin(x2)"),
    hidden=(8, 8),
    optimizer="adam",
    learning_rate=0.01,
)
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"

seeds = st.integers(0, 1000)
configurations = st.builds(
    Configuration,
    data=st.sampled_from(DATA_NAMES),
    noise=st.floats(0, 0.5),
    train_share=st.floats(0.1, 0.9),
    features=st.lists(st.sampled_from(FEATURE_NAMES), min_size=1).map(tuple),
    hidden=st.lists(st.integers(1, 8), max_size=MAX_LAYERS).map(tuple),
    activation=st.sampled_from(ACTIVATIONS),
    optimizer=st.sampled_from(OPTIMIZERS),
    learning_rate=st.floats(0, 10, exclude_min=True),
    regularisation=st.sampled_from(REGULARISATIONS),
    regularisation_rate=st.floats(0, 10),
    batch_size=st.integers(1, 500),
    seed=seeds,
)


# The points


@given(
    st.sampled_from(DATA_NAMES), st.floats(0, 0.5), st.integers(2, 300), st.integers(0, 2**31 - 1)
)
def test_data_have_the_promised_form_and_follow_the_seed(name, noise, samples, seed):
    X, y = make_data(name, noise, samples, seed)
    assert X.shape == (samples, 2) and X.dtype == np.float32
    assert y.shape == (samples,) and set(y) <= {0, 1}
    again = make_data(name, noise, samples, seed)
    assert np.array_equal(X, again[0]) and np.array_equal(y, again[1])
    if name in ("gauss", "spiral"):
        assert y.sum() == samples // 2


@given(seeds)
def test_without_noise_every_point_obeys_its_pattern(seed):
    X, y = make_data("circle", 0, 200, seed)
    distance = np.hypot(*X.T)
    assert np.all(distance[y == 1] <= 2.5) and np.all(distance[y == 0] >= 3.499)
    X, y = make_data("xor", 0, 200, seed)
    assert np.array_equal(X[:, 0] * X[:, 1] > 0, y == 1) and np.abs(X).min() >= 0.299
    X, y = make_data("gauss", 0, 400, seed)
    for label, centre in ((1, 2), (0, -2)):
        assert np.allclose(X[y == label].mean(axis=0), centre, atol=0.3)
        assert np.allclose(X[y == label].var(axis=0), 0.5, atol=0.25)
    X, y = make_data("spiral", 0, 200, seed)
    turned = 1.75 * 2 * np.pi * np.hypot(*X.T) / 5 + np.where(y == 1, 0, np.pi)
    arms = np.hypot(*X.T)[:, None] * np.stack([np.sin(turned), np.cos(turned)], axis=1)
    assert np.allclose(X, arms, atol=1e-4)


@pytest.mark.parametrize("name", ["circle", "xor"])
def test_noise_mislabels_some_points_of_circle_and_xor_but_moves_none(name):
    clean, truth = make_data(name, 0.0, 500, 3)
    X, y = make_data(name, 0.4, 500, 3)
    order, noisy_order = np.lexsort(clean.T), np.lexsort(X.T)
    assert np.array_equal(clean[order], X[noisy_order])
    assert 0.05 < np.mean(truth[order] != y[noisy_order]) < 0.5


def test_features_are_the_functions_of_their_names_in_the_order_asked():
    X = np.array([[2.0, -3.0], [0.5, 1.0]])
    got = features(X, ("sin(x2)", "x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)"))
    assert got.dtype == np.float32
    assert np.allclose(got[0], [np.sin(-3), 2, -3, 4, 9, -6, np.sin(2)])
    assert np.allclose(got[1], [np.sin(1), 0.5, 1, 0.25, 1, 0.5, np.sin(0.5)])


def test_the_plane_runs_row_by_row_from_the_lowest_x2():
    points = plane(3)
    assert np.allclose(points, [(x1, x2) for x2 in (-4, 0, 4) for x1 in (-4, 0, 4)])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: make_data("moons", 0, 10, 0), "data is 'moons'.*'circle', 'xor'"),
        (lambda: make_data("xor", 0, 1, 0), "samples is 1"),
        (lambda: features(np.zeros((3, 2)), ["x3"]), "'x3'.*x1, x2"),
        (lambda: features(np.zeros((3, 4)), ["x1"]), r"\(3, 4\).*\(n, 2\)"),
    ],
)
def test_what_is_no_data_and_no_feature_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


# The configuration


@given(configurations)
def test_a_configuration_survives_json(configuration):
    plain = json.loads(json.dumps(configuration.to_dict()))
    assert Configuration.from_dict(plain) == configuration


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("data", "moons", "'circle', 'xor', 'gauss', 'spiral'"),
        ("data", 3, "'circle'"),
        ("noise", 0.6, "at most 0.5"),
        ("noise", float("nan"), "at least 0"),
        ("noise", True, "at least 0"),
        ("noise", "0.1", "at least 0"),
        ("train_share", 1.0, "at least 0.1 and at most 0.9"),
        ("features", (), "'x1\\^2'"),
        ("features", "x1", "'x1\\^2'"),
        ("features", ("x1", "x3"), "'x1\\^2'"),
        ("hidden", 4, "at most 6 layers"),
        ("hidden", (4,) * 7, "at most 6 layers"),
        ("hidden", (4, 0), "from 1 to 8"),
        ("hidden", (2.5,), "from 1 to 8"),
        ("activation", "softmax", "'relu', 'tanh', 'sigmoid', 'linear'"),
        ("optimizer", "lbfgs", "'sgd', 'adam'"),
        ("learning_rate", 0, "above 0 and at most 10"),
        ("learning_rate", float("inf"), "at most 10"),
        ("regularisation", None, "'none', 'l1', 'l2'"),
        ("regularisation_rate", -1, "at least 0"),
        ("batch_size", 0, "from 1 to 500"),
        ("batch_size", 10.0, "from 1 to 500"),
        ("seed", -1, "from 0"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_with_those_that_are(field, value, allowed):
    with pytest.raises(ValueError, match=f"^{field} is .*{allowed}"):
        Configuration.from_dict({field: value})


def test_unknown_fields_and_other_things_than_dicts_are_refused():
    with pytest.raises(ValueError, match="unknown field learning_rat: .*learning_rate"):
        Configuration.from_dict({"learning_rat": 0.1})
    with pytest.raises(ValueError, match="a configuration is a dict, not list"):
        Configuration.from_dict([])


def test_equal_choices_are_equal_configurations_and_cannot_be_changed():
    one = Configuration(features=["x2", "x1", "x2"], hidden=[4, np.int64(2)])
    assert one == Configuration(features=("x1", "x2"), hidden=(4, 2))
    assert hash(one) == hash(Configuration())
    with pytest.raises(FrozenInstanceError):
        one.noise = 0.1


def test_importing_the_playground_does_not_import_keras():
    code = "import sys, course.playground; sys.exit('keras' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# The picture, of a moment made up here


def moment(configuration: Configuration, value: float = 0.5, epochs: int = 3) -> Snapshot:
    rng = np.random.default_rng(0)
    sizes = [len(configuration.features), *configuration.hidden, 1]
    X, y = make_data(configuration.data, configuration.noise, 60, 0)
    return Snapshot(
        configuration=configuration,
        score=Score(0.25, 0.5, 0.9, 0.75),
        train_losses=tuple(np.linspace(1, 0.25, epochs + 1)),
        test_losses=tuple(np.linspace(1, 0.5, epochs + 1)),
        train_points=(X[:30], y[:30]),
        test_points=(X[30:], y[30:]),
        feature_grids=features(plane(9), configuration.features).T.reshape(-1, 9, 9),
        neuron_grids=[rng.normal(size=(n, 9, 9)) * value for n in configuration.hidden],
        decision=np.linspace(0, 1, 81).reshape(9, 9) * 2 * value,
        weights=[value * rng.normal(size=shape) for shape in zip(sizes, sizes[1:], strict=False)],
    )


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


@pytest.mark.parametrize(
    "configuration",
    [
        Configuration(),
        Configuration(hidden=(), features=("x1",)),
        Configuration(hidden=(8,) * 6, features=FEATURE_NAMES, activation="relu"),
    ],
)
def test_the_picture_shows_every_feature_neuron_and_weight(configuration):
    plt.close("all")  # what other tests have left open
    snapshot = moment(configuration)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = Picture(snapshot)
        png = picture.png()
    network, plane_axes, losses = picture.figure.axes
    units = len(configuration.features) + sum(configuration.hidden) + 1
    assert len(network.images) == units
    (edges,) = [part for part in network.collections if isinstance(part, LineCollection)]
    weights = np.concatenate([kernel.ravel() for kernel in snapshot.weights])
    assert len(edges.get_segments()) == weights.size
    widths = edges.get_linewidths()
    assert np.argmax(widths) == np.argmax(np.abs(weights))
    assert len({tuple(colour) for colour in edges.get_colors()}) == len(set(np.sign(weights)))
    assert "epoch 3" in plane_axes.get_title(loc="left")
    assert [line.get_ydata()[-1] for line in losses.lines] == [0.25, 0.5]
    assert opened(png).size == (1050, 520)
    assert not plt.get_fignums()


def test_no_word_of_the_picture_is_cut_off_or_lies_on_another():
    picture = Picture(moment(Configuration(hidden=(8,) * 6, features=FEATURE_NAMES), epochs=2000))
    picture.png()
    width, height = picture.figure.canvas.get_width_height()
    boxes = []
    for ax in picture.figure.axes:
        texts = [*ax.texts, ax.xaxis.label, ax.yaxis.label, ax._left_title]
        texts += ax.get_legend().get_texts() if ax.get_legend() else []
        boxes += [(text.get_text(), text.get_window_extent()) for text in texts]
    for i, (word, box) in enumerate(boxes):
        assert min(box.x0, box.y0) >= 0 and box.x1 <= width and box.y1 <= height, word
        assert not any(box.overlaps(other) for _, other in boxes[i + 1 :]), word


def test_a_picture_is_redrawn_in_place_to_what_a_new_one_would_show():
    earlier, later = moment(Configuration(), 0.2, 1), moment(Configuration(), 0.9, 8)
    picture = Picture(earlier)
    before = picture.png()
    picture.update(later)
    assert picture.png() == Picture(later).png() != before


@pytest.mark.parametrize("value", [np.nan, 0.0, 1e30])
def test_a_run_that_went_wrong_can_still_be_drawn(value):
    snapshot = replace(moment(Configuration(activation="relu"), value), train_losses=(1.0, np.nan))
    snapshot = replace(snapshot, test_losses=(1.0, np.inf))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert opened(Picture(snapshot).png()).size == (1050, 520)


def test_the_style_of_a_notebook_does_not_reach_the_picture():
    plain = Picture(moment(Configuration())).png()
    with rc_context({"font.size": 30, "axes.facecolor": "black", "figure.dpi": 30}):
        assert Picture(moment(Configuration())).png() == plain


def test_the_palette_comes_close_to_every_colour_of_the_picture():
    picture = Picture(moment(SPIRAL))
    picture.png()
    exact = np.asarray(picture.figure.canvas.buffer_rgba())[..., :3].astype(int)
    drawn = np.asarray(opened(picture.png()).convert("RGB")).astype(int)
    off = np.abs(exact - drawn).max(axis=-1)
    assert len(palette().getpalette()) <= 3 * 256
    assert off.mean() < 2 and np.quantile(off, 0.99) < 30


# Training


@pytest.fixture(scope="module")
def keras():
    import keras

    return keras


@pytest.mark.usefixtures("keras")
class TestTraining:
    def test_a_small_network_learns_the_circle(self):
        result = train(Configuration(data="circle"), 100)
        assert result.test_accuracy > 0.95
        assert result.epochs == 100 and len(result.train_loss) == len(result.test_loss) == 101
        assert result.train_loss[-1] < 0.5 * result.train_loss[0]

    def test_a_linear_model_does_not_learn_xor_but_a_network_does(self):
        assert train(Configuration(data="xor", hidden=()), 100).test_accuracy < 0.8
        linear = Configuration(data="xor", hidden=(8, 8), activation="linear")
        assert train(linear, 50).test_accuracy < 0.8
        assert train(Configuration(data="xor"), 100).test_accuracy > 0.95

    @pytest.mark.parametrize("seed", [0, 1, 2])
    def test_the_stated_configuration_separates_the_spiral(self, seed):
        assert train(replace(SPIRAL, seed=seed), 150).test_accuracy > 0.95

    def test_the_same_configuration_gives_the_same_numbers(self):
        noisy = replace(SPIRAL, noise=0.2)
        first = train(noisy, 20)
        assert train(noisy.to_dict(), 20) == first
        assert train(replace(noisy, seed=1), 20).train_loss != first.train_loss

    def test_reset_repeats_the_run_and_steps_add_up(self):
        trainer = Trainer(SPIRAL)
        trainer.step(6)
        losses = list(trainer.train_losses)
        trainer.reset()
        assert trainer.epoch == 0
        trainer.step(2)
        trainer.step(4)
        assert trainer.train_losses == losses and trainer.epoch == 6

    def test_the_global_random_state_is_left_alone(self, keras):
        def drawn(before):
            keras.utils.set_random_seed(7)
            before()
            return [random.random(), np.random.rand(), float(keras.random.normal(()))]

        assert drawn(lambda: None) == drawn(lambda: train(Configuration(), 2))

    def test_losses_and_accuracies_are_what_keras_computes(self, keras):
        configuration = Configuration(train_share=0.3, regularisation="l2", regularisation_rate=1)
        trainer = Trainer(configuration)
        trainer.step(3)
        score = trainer.score()
        parts = (
            (trainer.train_points, score.train_loss, score.train_accuracy),
            (trainer.test_points, score.test_loss, score.test_accuracy),
        )
        for (X, y), loss, accuracy in parts:
            logits = trainer.model(features(X, configuration.features))
            losses = keras.losses.binary_crossentropy(y[:, None], logits, from_logits=True)
            assert np.mean(losses) == pytest.approx(loss, rel=1e-5)
            assert np.mean((np.array(logits)[:, 0] > 0) == y) == pytest.approx(accuracy)
        assert [len(y) for (_, y), *_ in parts] == [150, SAMPLES - 150]

    @pytest.mark.parametrize(("kind", "slope"), [("none", 0), ("l1", np.sign), ("l2", 2)])
    def test_a_step_follows_the_gradient_of_loss_and_penalty(self, kind, slope):
        rate = 0.3
        trainer = Trainer(
            Configuration(
                hidden=(),
                learning_rate=0.1,
                batch_size=500,
                regularisation=kind,
                regularisation_rate=rate,
            )
        )
        w, b = (np.array(v, "float64") for v in trainer.model.get_weights())
        X, y = trainer.train_points
        wrong = 1 / (1 + np.exp(-(X @ w + b))) - y[:, None]
        penalty = rate * (slope(w) if callable(slope) else slope * w)
        trainer.step()
        new_w, new_b = trainer.model.get_weights()
        assert np.allclose(new_w, w - 0.1 * (X.T @ wrong / len(X) + penalty), atol=1e-6)
        assert np.allclose(new_b, b - 0.1 * wrong.mean(), atol=1e-6)

    @pytest.mark.parametrize("hidden", [(), (3,), (4, 1, 2)])
    def test_grids_show_each_neuron_on_the_plane(self, keras, hidden):
        trainer = Trainer(Configuration(hidden=hidden, features=("x2", "x1*x2")))
        trainer.step(2)
        grids = trainer.neuron_grids(7)
        assert [grid.shape for grid in grids] == [(n, 7, 7) for n in hidden]
        decision = trainer.decision_grid(7)
        inputs = features(plane(7), ("x2", "x1*x2"))
        expected = keras.ops.sigmoid(trainer.model(inputs))
        assert decision.shape == (7, 7)
        assert np.allclose(decision.ravel(), np.array(expected)[:, 0], atol=1e-6)
        if hidden:
            first = np.tanh(
                inputs @ trainer.model.get_weights()[0] + trainer.model.get_weights()[1]
            )
            assert np.allclose(grids[0].reshape(hidden[0], -1).T, first, atol=1e-5)

    def test_a_snapshot_is_independent_of_later_training(self):
        trainer = Trainer(Configuration())
        early = trainer.snapshot(5)
        kept = [array.copy() for array in (*early.weights, early.decision, *early.neuron_grids)]
        trainer.step(5)
        now = (*early.weights, early.decision, *early.neuron_grids)
        assert all(np.array_equal(a, b) for a, b in zip(kept, now, strict=True))
        assert early.epoch == 0 and trainer.snapshot(5).epoch == 5
        assert not np.array_equal(trainer.snapshot(5).decision, early.decision)

    @pytest.mark.parametrize("epochs", [-1, 2.0, True, 10_001, "5"])
    def test_epochs_that_are_no_count_are_refused(self, epochs):
        with pytest.raises(ValueError, match="^epochs is .*from 0 to 10000"):
            Trainer(Configuration()).step(epochs)

    def test_another_backend_is_refused_in_words(self, keras, monkeypatch):
        monkeypatch.setattr(keras.backend, "backend", lambda: "torch")
        with pytest.raises(RuntimeError, match="KERAS_BACKEND=tensorflow"):
            Trainer(Configuration())


# The widget


def breaking(*_args, **_kwargs):
    raise ArithmeticError("training broke")


@pytest.fixture
def playground(keras) -> Playground:
    return Playground({"hidden": [3]}, still_epochs=4)


class TestWidget:
    def frame(self, playground: Playground) -> bytes:
        return playground.controls._picture.value

    def test_step_trains_and_redraws(self, playground):
        before = self.frame(playground)
        playground.controls.buttons["step"].click()
        assert playground.trainer.epoch == 1
        assert self.frame(playground) == Picture(playground.trainer.snapshot()).png() != before
        assert playground.summary in playground.controls._status.value

    def test_every_choice_changes_its_field_and_starts_anew(self, playground):
        values = {
            "data": "xor",
            "noise": 0.1,
            "train_share": 0.3,
            "batch_size": 30,
            "seed": 5,
            "activation": "relu",
            "optimizer": "adam",
            "learning_rate": 0.1,
            "regularisation": "l1",
            "regularisation_rate": 0.01,
        }
        for field, value in values.items():
            playground.step()
            playground.controls.choices[field].value = value
            assert getattr(playground.configuration, field) == value
            assert playground.trainer.epoch == 0
        playground.controls.choices["hidden"].value = 2
        playground.controls.choices["neurons"][1].value = 5
        playground.controls.choices["features"][2].value = True
        assert playground.configuration == Configuration(
            **values, hidden=(3, 5), features=("x1", "x2", "x1^2")
        )
        shown = [box.layout.display for box in playground.controls.choices["neurons"]]
        assert shown == [None, None, "none", "none", "none", "none"]

    def test_choices_follow_what_python_changes_even_off_their_lists(self, playground):
        playground.change(learning_rate=0.02, hidden=(1, 2, 3), features=["x2"], batch_size=7)
        choices = playground.controls.choices
        assert choices["learning_rate"].value == 0.02 and choices["batch_size"].value == 7
        assert [box.value for box in choices["neurons"][:3]] == [1, 2, 3]
        assert [box.value for box in choices["features"]] == [
            name == "x2" for name in FEATURE_NAMES
        ]

    def test_every_control_is_described(self, playground):
        controls = playground.controls
        choices = controls.choices.values()
        boxes = [box for part in choices for box in (part if isinstance(part, list) else [part])]
        names = [box.description for box in [*boxes, *controls.buttons.values(), controls.speed]]
        assert all(names) and len(set(names)) == len(names)

    def test_taking_the_last_feature_away_is_explained_and_undone(self, playground):
        playground.change(features=["x1"])
        playground.controls.choices["features"][0].value = False
        assert playground.configuration.features == ("x1",)
        assert playground.controls.choices["features"][0].value is True
        assert "list one or more" in playground.controls._status.value

    def test_a_change_that_is_not_allowed_leaves_everything_as_it_was(self, playground):
        playground.step(2)
        before = playground.configuration
        with pytest.raises(ValueError, match="noise"):
            playground.change(noise=3)
        assert playground.configuration == before and playground.trainer.epoch == 2

    def test_playing_lets_the_loop_go_on_and_pause_stops_it(self, playground):
        async def session():
            playground.controls.buttons["play"].click()
            assert playground.playing and playground.trainer.epoch == 0
            assert playground.controls.buttons["play"].disabled
            while playground.trainer.epoch < 15:
                await asyncio.sleep(0)
            task = playground.play()
            playground.controls.buttons["pause"].click()
            epoch = playground.trainer.epoch
            await task
            return epoch

        epoch = asyncio.run(session())
        assert playground.trainer.epoch == epoch and not playground.playing
        assert playground.controls.buttons["pause"].disabled

    def test_play_after_pause_leaves_one_player(self, playground):
        async def session():
            first = playground.play()
            await asyncio.sleep(0)
            playground.pause()
            second = playground.play()
            await first
            assert playground.playing and second is not first
            playground.reset()
            await second

        asyncio.run(session())
        assert playground.trainer.epoch == 0 and not playground.playing

    def test_playing_ends_by_itself(self, playground, monkeypatch):
        monkeypatch.setattr(widget, "EPOCHS_AT_ONE_PRESS", 6)

        async def session():
            await playground.play(2)

        asyncio.run(session())
        assert playground.trainer.epoch == 6 and not playground.playing

    def test_without_a_loop_play_says_what_to_do(self, playground):
        with pytest.raises(RuntimeError, match="step"):
            playground.play()
        assert not playground.playing

    def test_what_fails_is_raised_and_told(self, playground, monkeypatch):
        controls = playground.controls
        monkeypatch.setattr(playground.trainer, "step", breaking)
        with pytest.raises(ArithmeticError):
            controls.press("step")
        assert "training broke" in controls._status.value

        async def session():
            await playground.play()

        with pytest.raises(ArithmeticError):
            asyncio.run(session())
        assert "training broke" in controls._status.value and not playground.playing
        with pytest.raises(ArithmeticError):
            playground.show()

    def test_with_nobody_there_a_trained_still_is_shown_and_no_widget_made(self, playground):
        bundle, metadata = playground._repr_mimebundle_()
        assert set(bundle) == {"text/plain", "image/png"}
        assert "epoch 4" in bundle["text/plain"] == metadata["image/png"]["alt"]
        trained = Trainer(playground.configuration)
        trained.step(4)
        assert base64.b64decode(bundle["image/png"]) == Picture(trained.snapshot()).png()
        assert playground.trainer.epoch == 0 and playground._controls is None

    def test_a_trained_playground_is_shown_as_it_stands(self, playground):
        playground.step(2)
        assert "epoch 2" in playground._repr_mimebundle_()[0]["text/plain"]
        assert playground.trainer.epoch == 2

    def test_with_somebody_there_the_widget_stands_beside_the_still(self, playground, monkeypatch):
        request = {"content": {"allow_stdin": True}}
        shell = SimpleNamespace(get_parent=lambda: request)
        monkeypatch.setattr(audience, "get_ipython", lambda: shell)
        bundle, _ = playground._repr_mimebundle_()
        assert {"text/plain", "image/png", WIDGET_VIEW} <= set(bundle)
        assert bundle[WIDGET_VIEW]["model_id"] == playground.controls.widget.model_id
        assert opened(self.frame(playground)).size == (1050, 520)


def test_in_a_notebook_that_nobody_watches_the_still_stays_and_failures_fail(tmp_path):
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_code_cell(
                "from course.playground import Playground\n"
                "playground = Playground(still_epochs=3).show()"
            ),
            nbformat.v4.new_code_cell(
                "playground.trainer.step = lambda epochs: 1 / 0\nplayground.show()"
            ),
        ]
    )
    resources = {"metadata": {"path": str(tmp_path)}}
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        NotebookClient(notebook, kernel_name="python3", resources=resources).execute()
    (still,) = [out for out in notebook.cells[0].outputs if out.output_type == "display_data"]
    assert set(still.data) == {"text/plain", "image/png"}
    assert "epoch 3" in still.metadata["image/png"]["alt"]
    assert "widgets" not in notebook.metadata
