"""The derivatives that the lessons print are those of the functions that they print.

Reads the formulas out of the lessons' own text, so that a sign lost in the prose fails a test.
(The landscapes of lesson 5 stand in test_descent.py, beside those that are walked.)
"""

import re
from pathlib import Path

import numpy as np
import pytest

LESSONS = Path(__file__).parents[1] / "course" / "lessons"


def text(lesson):
    return (LESSONS / f"{lesson}.py").read_text("utf-8")


def prose(lesson):
    """The text with its comment marks and line breaks taken out."""
    return re.sub(r"\s*\n#? *", " ", text(lesson))


def translated(latex, words):
    """LaTeX as Python, by the pairs of `words` in their order."""
    for word, code in words:
        latex = latex.replace(word, code)
    return latex


def slope(python, names, variable):
    """The central difference of an expression by one of its names."""
    up, down = ({**names, variable: names[variable] + h} for h in (1e-6, -1e-6))
    return (eval(python, up) - eval(python, down)) / 2e-6


def sigma(z):
    return 1 / (1 + np.exp(-z))


# --- Lesson 2: activation functions -----------------------------------------------------------

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


def activations():
    """Name, function and derivative of each activation, as LaTeX."""
    table = re.findall(
        r"^# \| (ReLU|leaky ReLU|sigmoid|tanh) \| (.+?) \| (.+?) \|",
        text("02-neurons"),
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
    return float(eval(expression, {"np": np, "z": z, "sigma": sigma}))


@pytest.mark.parametrize("name, function, derivative", activations())
@pytest.mark.parametrize("z", [-3.0, -1.2, -0.1, 0.1, 0.7, 2.5])
def test_derivative_of_an_activation(name, function, derivative, z):
    h = 1e-6
    measured = (value(function, z + h) - value(function, z - h)) / (2 * h)
    assert value(derivative, z) == pytest.approx(measured, abs=1e-6), name


# --- Lesson 4: losses -------------------------------------------------------------------------

LOSS_WORDS = [
    ("e^{z}", "np.exp(z)"),
    (r"\log \sum_{l} e^{z_l}", "np.log(np.sum(np.exp(z)))"),
    (r"\log \sigma(z)", "np.log(sigma(z))"),
    (r"\log(", "np.log("),
    (r"\sigma", "sigma"),
    (r"\lvert e \rvert", "abs(e)"),
    (r"\tfrac{1}{2}", "0.5*"),
    (r"\delta", "delta"),
    (r"\,", "*"),
    ("2 e", "2*e"),
    ("2 (", "2*("),
    ("y z", "y*z"),
    ("^2", "**2"),
    ("[j = c]", "(j == c)"),
    ("p_j", "p[j]"),
    ("z_c", "z[c]"),
]
LOSSES = {  # name in the tables → the variable, and where its row holds
    "squared": [{"e": e} for e in (-2.0, -0.3, 0.7, 3.0)],
    "absolute": [{"e": e} for e in (-2.0, -0.3, 0.7, 3.0)],
    r"Huber, $\lvert e \rvert \le \delta$": [
        {"e": e, "delta": 1.5} for e in (-1.4, -0.3, 0.0, 1.2)
    ],
    r"Huber, $e > \delta$": [{"e": e, "delta": 1.5} for e in (1.6, 8.0)],
    r"Huber, $e < -\delta$": [{"e": e, "delta": 1.5} for e in (-1.6, -8.0)],
    "binary cross-entropy": [{"z": z, "y": y} for z in (-3.0, 0.4, 2.0) for y in (0, 1)],
    "squared error after the sigmoid": [{"z": z} for z in (-8.0, -1.0, 0.0, 2.0)],
    "cross-entropy after the sigmoid": [{"z": z} for z in (-8.0, -1.0, 0.0, 2.0)],
}


def losses():
    """Name, value and slope of each loss as Python."""
    tables = re.findall(
        r"^# \| loss of one .+\n# \| --- \| --- \| --- \|\n((?:# \| .+\n)+)",
        text("04-losses"),
        re.M,
    )
    rows = [line.removeprefix("# | ") for table in tables for line in table.splitlines()]
    found = [re.fullmatch(r"(.+?) \| \$(.+?)\$ \| (.+?) \|", row).groups() for row in rows]
    assert [name for name, *_ in found] == list(LOSSES)
    return [(name, translated(value, LOSS_WORDS), by_cases(cell)) for name, value, cell in found]


def by_cases(cell):
    """The slope as Python; where no case holds, None."""
    cases = re.findall(r"\$([^$]+)\$(?: if \$([^$]+)\$)?", cell)
    assert cases
    python = [f"({translated(s, LOSS_WORDS)}) if {when or True} else" for s, when in cases]
    return " ".join([*python, "None"])


@pytest.mark.parametrize("name, value, derivative", losses())
def test_slope_of_a_loss(name, value, derivative):
    for at in LOSSES[name]:
        names = {**at, "np": np, "sigma": sigma}
        variable = "e" if "e" in at else "z"
        measured = slope(value, names, variable)
        assert eval(derivative, names) == pytest.approx(measured, abs=1e-6), at


def test_the_pieces_of_the_huber_loss_meet():
    inner, above, below = [row[1:] for row in losses() if row[0].startswith("Huber")]
    for outer, e in ((above, 1.5), (below, -1.5)):
        for one, other in zip(inner, outer, strict=True):
            names = {"e": e, "delta": 1.5}
            assert eval(one, names) == pytest.approx(eval(other, names))


@pytest.mark.parametrize("j", range(3))
def test_gradient_of_cross_entropy_by_a_logit(j):
    printed = prose("04-losses")
    (value,) = re.findall(r"= (\\log \\sum_\{l\}[^,]+),", printed)
    (partial,) = re.findall(r"\\frac\{\\partial \\ell\}\{\\partial z_j\} = ([^,]+),", printed)
    z, c = np.array([0.3, -1.2, 2.0]), 1
    moved = [z + h * np.eye(3)[j] for h in (1e-6, -1e-6)]
    value = translated(value, LOSS_WORDS)
    up, down = (eval(value, {"np": np, "z": one, "c": c}) for one in moved)
    names = {"p": np.exp(z) / np.exp(z).sum(), "j": j, "c": c}
    assert eval(translated(partial, LOSS_WORDS), names) == pytest.approx((up - down) / 2e-6)


# --- Lesson 6: the tape -----------------------------------------------------------------------

POWERS = [("^", "**"), ("2w", "2*w")]


def test_the_first_gradient_of_the_tape():
    pattern = r"For \$L\(w\) = (.+?)\$ the slope is \$(.+?)\$, at \$w = (\d)\$ that is (\d+):"
    ((value, derivative, w, number),) = re.findall(pattern, prose("06-training-loops"))
    value, derivative = translated(value, POWERS), translated(derivative, POWERS)
    for at in (-1.0, 0.5, float(w)):
        measured = slope(value, {"w": at}, "w")
        assert eval(derivative, {"w": at}) == pytest.approx(measured, abs=1e-6)
    assert eval(derivative, {"w": int(w)}) == int(number)


def test_the_gradient_of_three_numbers_is_their_sum():
    pattern = r"\$\((x, .+?)\)\$ at \$x = (\d)\$, whose slopes are (\d+), (\d+) and (\d+)\."
    ((values, x, *slopes),) = re.findall(pattern, prose("06-training-loops"))
    values = translated(values, POWERS).split(", ")
    measured = [slope(value, {"x": float(x)}, "x") for value in values]
    assert [int(number) for number in slopes] == pytest.approx(measured)
    (total,) = re.findall(r"It is (\d+), the sum\.", prose("06-training-loops"))
    assert int(total) == sum(map(int, slopes))


def test_the_example_of_a_training_step():
    """Loss, gradient and moved weights in train_step's docstring, from its own rows."""
    source = text("06-training-loops")
    example = source[source.index("The model x → x1 - x2 + 0.5") :].split('"""')[0]
    number = r"(-?\d+(?:\.\d+)?)"
    X = np.array(re.findall(rf"^ +(?:X = \[)?\[{number}, {number}\]", example, re.M), float)
    y = np.array(re.findall(rf"(?:y = \[)?\[ *{number}\](?:,|\])", example), float)
    assert X.shape == (4, 2) and y.shape == (4,)
    (rate,) = re.findall(rf"learning rate {number}:", example)
    (loss,) = re.findall(rf"the loss {number},", example)
    pattern = rf"the gradient \[{number}, {number}\] by the weights and {number} by the bias"
    (gradient,) = re.findall(pattern, example)
    (moved,) = re.findall(rf"become \[{number}, {number}\], the bias {number}\.", example)

    before = np.array([1.0, -1.0, 0.5])
    rows = np.column_stack([X, np.ones(4)])
    names = {"rows": rows, "y": y, "before": before}
    mean = "((rows @ (before + step) - y) ** 2).mean()"
    assert float(loss) == pytest.approx(eval(mean, {**names, "step": 0}))
    measured = [
        (eval(mean, {**names, "step": step}) - eval(mean, {**names, "step": -step})) / 2e-6
        for step in 1e-6 * np.eye(3)
    ]
    assert np.array(gradient, float) == pytest.approx(measured)
    assert np.array(moved, float) == pytest.approx(before - float(rate) * np.array(measured))


# --- Lesson 7: local derivatives --------------------------------------------------------------

OPERATION_WORDS = [
    (r"\cdot", "*"),
    (r"\max", "np.maximum"),
    (r"\tanh^2 u", "np.tanh(u)**2"),
    (r"\tanh u", "np.tanh(u)"),
    (r"n\,u^{n-1}", "n*u**(n-1)"),
    ("u^n", "u**n"),
]


def operations():
    """An operation's value, a variable, and the derivative by it: all of the table."""
    pattern = r"^# \| (sum|product|power|tanh|ReLU) \| \$(.+?)\$ \| (.+?) \|$"
    found = re.findall(pattern, text("07-backpropagation"), re.M)
    assert [name for name, *_ in found] == ["sum", "product", "power", "tanh", "ReLU"]
    for name, value, cell in found:
        value = translated(value, OPERATION_WORDS)
        if name == "ReLU":
            above, below = re.fullmatch(r"\$(\d)\$ if \$u > 0\$, else \$(\d)\$", cell).groups()
            yield value, "u", f"{above} if u > 0 else {below}"
            continue
        for part in cell.split(", "):
            derivative, variable = re.fullmatch(r"\$(.+?)\$(?: for \$(\w)\$)?", part).groups()
            yield value, variable or "u", translated(derivative, OPERATION_WORDS)


@pytest.mark.parametrize("value, variable, derivative", list(operations()))
@pytest.mark.parametrize("sign", [-1, 1])
def test_local_derivative_of_an_operation(value, variable, derivative, sign):
    names = {"u": 0.7 * sign, "v": -1.3, "n": 3, "np": np}
    measured = slope(value, names, variable)
    assert eval(derivative, names) == pytest.approx(measured, abs=1e-6)
