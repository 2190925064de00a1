"""Lesson 12 beyond its own tests: what its switch for a network connection would run."""

from pathlib import Path

import jupytext
import keras
import numpy as np
import pytest

LESSON = Path(__file__).parents[1] / "course" / "lessons" / "12-transfer-learning.py"


@pytest.fixture(scope="module")
def keras_backbone():
    """The function of the lesson's cell, run with the switch off, as students find it."""
    cells = jupytext.read(LESSON).cells
    (source,) = (cell.source for cell in cells if "def keras_backbone" in cell.source)
    names = {"keras": keras}
    exec(source, names)
    assert names["ONLINE"] is False
    return names["keras_backbone"]


@pytest.mark.parametrize("name, channels", [("MobileNetV2", 1280), ("EfficientNetV2B0", 1280)])
def test_a_backbone_of_keras_applications_is_built_without_its_weights(
    keras_backbone, name, channels
):
    backbone = keras_backbone(name, size=64, weights=None)
    assert backbone.output_shape == (None, 2, 2, channels)
    assert np.isfinite(backbone(np.zeros((1, 64, 64, 3), "float32"))).all()
