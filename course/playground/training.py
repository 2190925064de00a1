"""Trains the network that a configuration describes, with Keras; it never draws.

Nothing here touches the global random state of Python, NumPy, TensorFlow or Keras: initial
weights and the order of the batches come from generators seeded by the configuration.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from course.playground.data import features, make_data, plane
from course.playground.network import build, graphs
from course.playground.state import Configuration, whole_number

SAMPLES = 500  # points of every data set, training and test together
MAX_EPOCHS = 10_000


@dataclass(frozen=True)
class Score:
    """Loss (binary cross-entropy, without the penalty) and accuracy on both sets of points."""

    train_loss: float
    test_loss: float
    train_accuracy: float
    test_accuracy: float


@dataclass(frozen=True)
class Result:
    """What `train` returns: the configuration, the losses by epoch, and the final accuracies.

    `train_loss` and `test_loss` have `epochs + 1` entries; the first is the untrained network's.
    """

    configuration: Configuration
    epochs: int
    train_loss: tuple[float, ...]
    test_loss: tuple[float, ...]
    train_accuracy: float
    test_accuracy: float


@dataclass(frozen=True)
class Snapshot:
    """One moment of a run, in NumPy arrays: all that a picture of it needs.

    With r the resolution, and grids over the plane as in `data.plane`:

    Attributes:
        configuration: the run's settings.
        score: loss and accuracy at this moment.
        train_losses, test_losses: by epoch, from epoch 0.
        train_points, test_points: pairs (X, y) of shapes (n, 2) and (n,).
        feature_grids: (number of features, r, r), the inputs on the plane.
        neuron_grids: for each hidden layer (neurons, r, r), the outputs of its neurons.
        decision: (r, r), the predicted probability of class 1.
        weights: for each layer, the output's included, its kernel of shape (inputs, outputs).
    """

    configuration: Configuration
    score: Score
    train_losses: tuple[float, ...]
    test_losses: tuple[float, ...]
    train_points: tuple[np.ndarray, np.ndarray]
    test_points: tuple[np.ndarray, np.ndarray]
    feature_grids: np.ndarray
    neuron_grids: list[np.ndarray]
    decision: np.ndarray
    weights: list[np.ndarray]

    @property
    def epoch(self) -> int:
        return len(self.train_losses) - 1


def train(configuration: Configuration | Mapping[str, Any], epochs: int) -> Result:
    """Train a configuration from the start and report how it went.

    The same configuration and number of epochs give the same result on the same machine.

    Args:
        configuration: a `Configuration`, or the dict that its `to_dict()` gives.
        epochs: 0 to 10,000.

    Raises:
        ValueError: the configuration or the number of epochs is not allowed.
        RuntimeError: Keras runs on another backend than TensorFlow.
    """
    trainer = Trainer(configuration)
    trainer.step(epochs)
    score = trainer.score()
    return Result(
        configuration=trainer.configuration,
        epochs=trainer.epoch,
        train_loss=tuple(trainer.train_losses),
        test_loss=tuple(trainer.test_losses),
        train_accuracy=score.train_accuracy,
        test_accuracy=score.test_accuracy,
    )


class Trainer:
    """A network, its points and its history; `step` trains it further.

    Args:
        configuration: a `Configuration`, or the dict that its `to_dict()` gives.

    Attributes:
        model: a `keras.Model` from features, shape (n, k), to one logit, shape (n, 1).
        train_points, test_points: pairs (X, y) of shapes (n, 2) and (n,).
        train_losses, test_losses: lists of floats, one for each epoch, from epoch 0 on.
    """

    def __init__(self, configuration: Configuration | Mapping[str, Any]) -> None:
        if not isinstance(configuration, Configuration):
            configuration = Configuration.from_dict(configuration)
        self.configuration = configuration
        X, y = make_data(configuration.data, configuration.noise, SAMPLES, configuration.seed)
        n_train = round(SAMPLES * configuration.train_share)
        self.train_points = X[:n_train], y[:n_train]
        self.test_points = X[n_train:], y[n_train:]
        self._inputs = features(X, configuration.features)
        self._labels = y[:, None].astype("float32")
        self._n_train = n_train
        self.model, self._optimizer = build(configuration)
        self._run_epoch, self._respond, self._evaluate = graphs(self.model, self._optimizer)
        variables = self.model.variables + self._optimizer.variables
        self._start = [(variable, variable.numpy().copy()) for variable in variables]
        self.reset()

    @property
    def epoch(self) -> int:
        """Epochs trained so far."""
        return len(self.train_losses) - 1

    def reset(self) -> None:
        """Go back to the untrained network; what follows repeats the first run exactly."""
        for variable, value in self._start:
            variable.assign(value)
        self._order = np.random.default_rng([self.configuration.seed, 1])
        self.train_losses: list[float] = []
        self.test_losses: list[float] = []
        self._record()

    def step(self, epochs: int = 1) -> None:
        """Train for a number of epochs and append to the losses after each.

        Raises:
            ValueError: `epochs` is no whole number from 0 to 10,000.
        """
        epochs = whole_number("epochs", epochs, 0, MAX_EPOCHS)
        inputs, labels = self._inputs[: self._n_train], self._labels[: self._n_train]
        batch_size = _tensor(self.configuration.batch_size)
        for _ in range(epochs):
            order = self._order.permutation(self._n_train)
            self._run_epoch(_tensor(inputs[order]), _tensor(labels[order]), batch_size)
            self._record()

    def score(self) -> Score:
        """Return loss and accuracy on the training and the test points."""
        return self._score

    def decision_grid(self, resolution: int = 50) -> np.ndarray:
        """Return the predicted probability of class 1 on the plane.

        float32, shape (resolution, resolution); row 0 has the lowest x2.
        """
        return self._grids(resolution)[-1][0]

    def neuron_grids(self, resolution: int = 50) -> list[np.ndarray]:
        """Return each hidden neuron's own output on the plane.

        One float32 array of shape (neurons, resolution, resolution) for each hidden layer;
        row 0 has the lowest x2.
        """
        return self._grids(resolution)[:-1]

    def snapshot(self, resolution: int = 50) -> Snapshot:
        """Return this moment of the run as arrays, independent of what is trained next."""
        *neurons, output = self._grids(resolution)
        inputs = features(plane(resolution), self.configuration.features)
        return Snapshot(
            configuration=self.configuration,
            score=self.score(),
            train_losses=tuple(self.train_losses),
            test_losses=tuple(self.test_losses),
            train_points=self.train_points,
            test_points=self.test_points,
            feature_grids=inputs.T.reshape(-1, resolution, resolution),
            neuron_grids=neurons,
            decision=output[0],
            weights=[layer.kernel.numpy().copy() for layer in self.model.layers if layer.weights],
        )

    def _record(self) -> None:
        outcome = self._evaluate(_tensor(self._inputs), _tensor(self._labels))
        losses, right = (part.numpy()[:, 0] for part in outcome)
        n = self._n_train
        self._score = Score(
            train_loss=float(losses[:n].mean()),
            test_loss=float(losses[n:].mean()),
            train_accuracy=float(right[:n].mean()),
            test_accuracy=float(right[n:].mean()),
        )
        self.train_losses.append(self._score.train_loss)
        self.test_losses.append(self._score.test_loss)

    def _grids(self, resolution: int) -> list[np.ndarray]:
        inputs = features(plane(resolution), self.configuration.features)
        outputs = self._respond(_tensor(inputs))
        return [out.numpy().T.reshape(-1, resolution, resolution) for out in outputs]


def _tensor(value):
    """A TensorFlow constant: graphs traced for one signature take nothing else."""
    import tensorflow as tf

    return tf.constant(value)
