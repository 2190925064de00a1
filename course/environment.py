"""Checks that an installed environment can do what a course needs, before anybody relies on it."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys

from course.errors import CourseError
from course.kernels import require_kernel

_TRAIN = """
import keras, numpy as np
keras.utils.set_random_seed(0)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
x = np.ones((8, 2), "float32")
before, after = model.evaluate(x, x[:, :1], verbose=0), None
model.fit(x, x[:, :1], epochs=5, verbose=0)
after = model.evaluate(x, x[:, :1], verbose=0)
assert after < before, "a model did not learn"
"""


def check_environment() -> dict[str, str]:
    """Start a fresh Python, train a tiny Keras model in it, and look for Jupyter's kernel.

    Returns
    -------
    dict of str to str
        Package → version, of the packages that matter.

    Raises
    ------
    CourseError
        If something is missing or does not work; the message gives the last line of the error.
    """
    require_kernel()
    done = subprocess.run(
        [sys.executable, "-c", "import course\n" + _TRAIN],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        raise CourseError(f"Keras does not work in {sys.prefix}: {last}")
    names = ("tensorflow", "keras", "nbgrader", "jupyterlab")
    versions = {name: importlib.metadata.version(name) for name in names}
    return {"python": sys.version.split()[0], **versions}
