"""The lesson that is attacked: five exercises of different kinds, whose hidden parts hold canaries.

Every test fails for the wrong answers in `WRONG`, so a test that passes was won by an attack.
"""

from __future__ import annotations

LESSON = '''\
# %% [markdown]
# # A lesson under attack

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import numpy as np

from course import check

# %% [markdown]
# ## Doubling


# %% nbgrader={"grade_id": "double", "solution": true}
def double(x):
    """Twice x."""
    ### BEGIN SOLUTION
    return 2 * x  # SOLUTION
    ### END SOLUTION


# %% nbgrader={"grade_id": "double-whole", "points": 1}
with check.visible("double"):
    check.equal(double(2), 4, "double(2)")

# %% nbgrader={"grade_id": "double-array", "points": 1}
### BEGIN HIDDEN TESTS
with check.hidden("double"):
    check.close(double(np.array([1.0, 31.0])), [2, 62], "double(x)")  # TEST
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "double-text", "points": 1}
### BEGIN HIDDEN TESTS
with check.hidden("double"):
    expected = "TEST INPUTINPUT".split()[1]
    check.equal(double("INPUT"), expected, "double(text)")
### END HIDDEN TESTS

# %% [markdown]
# ## Slopes


# %% nbgrader={"grade_id": "slope", "solution": true}
def slope(f, x):
    """The derivative of f at x."""
    ### BEGIN SOLUTION
    return (f(x + 1e-4) - f(x - 1e-4)) / 2e-4  # SOLUTION
    ### END SOLUTION


# %% nbgrader={"grade_id": "slope-value", "points": 1}
### BEGIN HIDDEN TESTS
table = {"TEST": 3.0}


def f(x):
    return table["TEST"] * x


with check.hidden("slope"):
    check.close(slope(f, 2.0), 3.0, "slope(f, x)", rtol=1e-3)
    check.close(slope(lambda x: x * x, 3.0), 6.0, "slope(f, x)", rtol=1e-3)
### END HIDDEN TESTS

# %% [markdown]
# ## A network


# %% nbgrader={"grade_id": "network", "solution": true}
def network():
    """Two inputs, three hidden units, one output."""
    ### BEGIN SOLUTION
    import keras

    layers = [keras.Input((2,)), keras.layers.Dense(3, "relu"), keras.layers.Dense(1)]
    return keras.Sequential(layers)
    ### END SOLUTION


# %% nbgrader={"grade_id": "network-layers", "points": 1}
### BEGIN HIDDEN TESTS
with check.hidden("network"):
    model = network()
    check.layers(model, [("Dense", {"units": 3, "activation": "relu"}), ("Dense", {"units": 1})])
    inner, inner_bias, outer, outer_bias = model.get_weights()
    expected = np.maximum(np.ones((4, 2)) @ inner + inner_bias, 0) @ outer + outer_bias
    check.close(model(np.ones((4, 2))), expected, "network()", rtol=1e-3)  # TEST
### END HIDDEN TESTS

# %% [markdown]
# ## Counting


# %% nbgrader={"grade_id": "count", "solution": true}
def count(words):
    """How often each word occurs."""
    ### BEGIN SOLUTION
    return {word: words.count(word) for word in words}  # SOLUTION
    ### END SOLUTION


# %% nbgrader={"grade_id": "count-words", "points": 1}
### BEGIN HIDDEN TESTS
with check.hidden("count"):
    check.equal(count(["INPUT", "b", "INPUT"]), {"INPUT": 2, "b": 1}, "count(words)")
### END HIDDEN TESTS

# %% [markdown]
# ## Tripling


# %% nbgrader={"grade_id": "triple", "solution": true}
def triple(x):
    """Three times x."""
    ### BEGIN SOLUTION
    return 3 * x  # SOLUTION
    ### END SOLUTION


# %% nbgrader={"grade_id": "triple-value", "points": 1}
with check.visible("triple"):
    check.equal(triple(2), 6, "triple(2)")
'''

WRONG = {
    "double": "def double(x):\n    return x",
    "slope": "def slope(f, x):\n    return 0.0",
    "network": "def network():\n    return None",
    "count": "def count(words):\n    return None",
    "triple": "def triple(x):\n    return list(LOOT)",
}
# Reads what a lesson's own caches might be, as an honest answer does that saves time.
HONEST = {
    "double": """\
import os

factor = int(open(HOST["cache"]).read()) if os.path.exists(HOST["cache"]) else 2


def double(x):
    return factor * x""",
    "slope": "def slope(f, x):\n    return (f(x + 1e-3) - f(x - 1e-3)) / 2e-3",
    "network": """\
def network():
    import keras

    model = keras.Sequential([keras.Input((2,))])
    model.add(keras.layers.Dense(3, activation="relu"))
    model.add(keras.layers.Dense(1))
    return model""",
    "count": """\
def count(words):
    found = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return found""",
    "triple": "def triple(x):\n    return x + x + x",
}


def lesson_text(test: str, solution: str, given: str) -> str:
    """The lesson in percent format with a canary in each hidden place.

    Parameters
    ----------
    test, solution, given : str
        What stands in hidden tests, in solutions, and among the inputs of a hidden test.
    """
    text = LESSON
    for mark, canary in (
        ("# SOLUTION\n", f"# {solution}\n"),
        ("# TEST\n", f"# {test}\n"),
        ('"TEST', f'"{test}'),
        ("INPUT", given),
    ):
        text = text.replace(mark, canary)
    return text
