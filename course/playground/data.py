"""The playground's four sets of points and its seven features, in NumPy; it never draws or trains.

The patterns and their noise follow the TensorFlow Playground (github.com/tensorflow/playground,
src/dataset.ts), so that what is known of its circle, xor, gauss and spiral holds here too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

DATA_NAMES = ("circle", "xor", "gauss", "spiral")
FEATURE_NAMES = ("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)")

EXTENT = 6.0  # pictures show the plane from -EXTENT to EXTENT on both axes
RADIUS = 5.0  # noiseless points of circle, xor and spiral lie within this distance


def make_data(name: str, noise: float, samples: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw the points of one pattern, in random order.

    Args:
        name: "circle", "xor", "gauss" or "spiral".
        noise: 0 (none) to 0.5.
        samples: number of points, at least 2; half of them of each class, but for xor,
            where each point's class follows from where it fell.
        seed: the same seed gives the same points.

    Returns:
        X, float32 of shape (samples, 2), and y, int64 of shape (samples,), each 0 or 1.

    Raises:
        ValueError: an unknown name, or fewer than 2 samples.
    """
    if name not in DATA_NAMES:
        raise ValueError(f"data is {name!r}: choose one of {', '.join(map(repr, DATA_NAMES))}")
    if samples < 2:
        raise ValueError(f"samples is {samples}: at least 2 are needed")
    rng = np.random.default_rng(seed)
    X, y = _PATTERNS[name](rng, noise, samples)
    order = rng.permutation(samples)
    return X[order].astype("float32"), y[order].astype("int64")


def features(X: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """Compute the chosen features of points.

    Args:
        X: points, shape (n, 2).
        names: from `FEATURE_NAMES`.

    Returns:
        float32 array of shape (n, len(names)), its columns in the order of `names`.

    Raises:
        ValueError: an unknown name, or X is not of shape (n, 2).
    """
    X = np.asarray(X, dtype="float32")
    if X.ndim != 2 or X.shape[1] != 2:
        raise ValueError(f"X has shape {X.shape}: points have shape (n, 2)")
    unknown = [name for name in names if name not in _FEATURES]
    if unknown:
        raise ValueError(f"features has {unknown[0]!r}: choose from {', '.join(FEATURE_NAMES)}")
    columns = [_FEATURES[name](X[:, 0], X[:, 1]) for name in names]
    return np.stack(columns, axis=1) if columns else np.empty((len(X), 0), "float32")


def plane(resolution: int) -> np.ndarray:
    """Return the centres of a resolution x resolution raster over the plane.

    Shape (resolution**2, 2), float32; row by row from the lowest x2, so that values computed at
    these points and reshaped to (resolution, resolution) are drawn with `origin="lower"`.
    """
    edge = EXTENT * (1 - 1 / resolution)
    ticks = np.linspace(-edge, edge, resolution, dtype="float32")
    x1, x2 = np.meshgrid(ticks, ticks)
    return np.stack([x1.ravel(), x2.ravel()], axis=1)


def _circle(rng: np.random.Generator, noise: float, samples: int):
    """A disc of class 1 inside a ring of class 0; noise moves points across the border."""
    inner = samples // 2
    radius = np.concatenate(
        [rng.uniform(0, 0.5 * RADIUS, inner), rng.uniform(0.7 * RADIUS, RADIUS, samples - inner)]
    )
    angle = rng.uniform(0, 2 * np.pi, samples)
    X = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)
    # The point stays and its label is that of a displaced point: noise shows as wrong colours.
    displaced = X + rng.uniform(-RADIUS, RADIUS, X.shape) * noise
    return X, np.hypot(*displaced.T) < 0.5 * RADIUS


def _xor(rng: np.random.Generator, noise: float, samples: int):
    """Four squares, class 1 where x1 and x2 have the same sign, a gap along the axes."""
    X = rng.uniform(-RADIUS, RADIUS, (samples, 2))
    X += np.where(X > 0, 0.3, -0.3)
    displaced = X + rng.uniform(-RADIUS, RADIUS, X.shape) * noise
    return X, displaced[:, 0] * displaced[:, 1] >= 0


def _gauss(rng: np.random.Generator, noise: float, samples: int):
    """Two round clouds, centred on (2, 2) and (-2, -2); noise widens them."""
    variance = 0.5 + 7 * noise  # 0.5 without noise, 4 at the most
    y = np.arange(samples) < samples // 2
    centres = np.where(y[:, None], 2.0, -2.0)
    return centres + rng.normal(0, np.sqrt(variance), (samples, 2)), y


def _spiral(rng: np.random.Generator, noise: float, samples: int):
    """Two arms of one and three quarter turns, half a turn apart; noise blurs the arms."""
    first = samples // 2
    y = np.arange(samples) < first
    along = np.concatenate([np.arange(first) / first, np.arange(samples - first) / first])
    angle = 1.75 * along * 2 * np.pi + np.where(y, 0, np.pi)
    X = along[:, None] * RADIUS * np.stack([np.sin(angle), np.cos(angle)], axis=1)
    return X + rng.uniform(-1, 1, X.shape) * noise, y


_PATTERNS: dict[str, Callable] = {
    "circle": _circle,
    "xor": _xor,
    "gauss": _gauss,
    "spiral": _spiral,
}

_FEATURES: dict[str, Callable] = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1^2": lambda x1, x2: x1**2,
    "x2^2": lambda x1, x2: x2**2,
    "x1*x2": lambda x1, x2: x1 * x2,
    "sin(x1)": lambda x1, x2: np.sin(x1),
    "sin(x2)": lambda x1, x2: np.sin(x2),
}
