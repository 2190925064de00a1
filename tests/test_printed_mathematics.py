"""The derivatives that lesson 2 prints are the derivatives of the functions that it prints.

Reads the formulas out of the lesson's own table, so that a sign lost in the prose fails a test.
"""

import re
from pathlib import Path

import numpy as np
import pytest

LESSON = Path(__file__).parents[1] / "course" / "lessons" / "02-neurons.py"
WORDS = {  # LaTeX as the table writes it → Python
    r"\max(0, z)": "np.maximum(0, z)",
    r"\alpha": "0.1*",
    r"1 - \tanh^2(z)": "1 - np.tanh(z)**2",
    r"\tanh(z)": "np.tanh(z)",
    r"\sigma(z)\,": "sigma(z)*",
    r"\sigma(z)": "sigma(z)",
    "e^{-z}": "np.exp(-z)",
    "e^z": "np.exp(z)",
}


def rows():
    """Name, function and derivative of each activation, as LaTeX."""
    table = re.findall(
        r"^# \| (ReLU|leaky ReLU|sigmoid|tanh) \| (.+?) \| (.+?) \|",
        LESSON.read_text("utf-8"),
        re.M,
    )
    assert [name for name, *_ in table] == ["ReLU", "leaky ReLU", "sigmoid", "tanh"]
    return table


def value(latex, z):
    """What a cell of the table says at z > 0 or z < 0."""
    cases = re.findall(r"\$([^$]+)\$ (?:if \$z ([<>]) 0\$)?", latex + " ")
    if len(cases) > 1 or "else" in latex:
        parts = re.split(r",\s*(?:else )?", latex)
        latex = parts[0] if z > 0 else parts[1]
    expression = re.match(r"\$([^$]+)\$", latex).group(1).split("=")[-1].strip()
    for word, python in WORDS.items():
        expression = expression.replace(word, python)
    expression = re.sub(r"\*\s*$", "", expression.replace("0.1* ", "0.1*"))
    return float(eval(expression, {"np": np, "z": z, "sigma": lambda t: 1 / (1 + np.exp(-t))}))


@pytest.mark.parametrize("name, function, derivative", rows())
@pytest.mark.parametrize("z", [-3.0, -1.2, -0.1, 0.1, 0.7, 2.5])
def test_the_printed_derivative_is_that_of_the_printed_function(name, function, derivative, z):
    h = 1e-6
    slope = (value(function, z + h) - value(function, z - h)) / (2 * h)
    assert value(derivative, z) == pytest.approx(slope, abs=1e-6), name
