"""A crash in a student's cell is shown by its sentence and the student's own lines."""

import subprocess
import sys

import pytest

CELLS = {
    "its own mistake": (
        ["def relu(z):\n    return helper(z)", "def helper(z):\n    return zz + 1"],
        ["relu: your code stopped with", "NameError: name 'zz' is not defined"],
        ["in helper, cell [3], line 2\n    return zz + 1", "in relu, cell [2], line 2"],
    ),
    "a library's complaint": (
        ["import json\ndef relu(z):\n    return json.loads('{')"],
        ["JSONDecodeError: Expecting property name"],
        ["in relu, cell [2], line 3\n    return json.loads('{')"],
    ),
    "a cell not yet run": (
        ["x = 1"],
        ["NameError: name 'relu' is not defined", "Run the cell that defines `relu` first"],
        [],
    ),
    "a stub": (
        ["def relu(z):\n    raise NotImplementedError()"],
        ["relu: still to be written"],
        [],
    ),
    "an endless text": (
        ["def relu(z):\n    raise ValueError('\\n'.join(map(str, range(500))))"],
        ["ValueError: 0", "…"],
        ["in relu, cell [2], line 2"],
    ),
}

PROGRAM = """
import io, contextlib
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance(colors="NoColor")
for cell in {cells!r}:
    shell.run_cell(cell, store_history=True)
"""

TEST_CELL = "with check.visible('relu'):\n    check.close(relu(1.0), 1.0, 'relu(1)')"


def shown(cells: list[str]) -> str:
    """What IPython prints when these cells are run one after the other."""
    program = PROGRAM.format(cells=["from course import check", *cells, TEST_CELL])
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("cells, sentences, places", CELLS.values(), ids=CELLS)
def test_it_says_what_happened_and_where_in_the_notebook(cells, sentences, places):
    text = shown(cells)
    for expected in (*sentences, *places):
        assert expected in text, text
    assert "Traceback" not in text and "site-packages" not in text and "lib/python" not in text
    assert len(text.splitlines()) < 30


def test_a_failed_check_is_shown_as_ever():
    text = shown(["def relu(z):\n    return 2 * z"])
    assert "relu: not yet right" in text and "expected" in text


def test_outside_ipython_an_exception_stays_untouched():
    from course import check

    with pytest.raises(ZeroDivisionError) as caught, check.visible("relu"):
        1 / 0  # noqa: B018
    assert not hasattr(caught.value, "_render_traceback_")


def test_an_exception_that_takes_no_attribute_is_shown_as_python_shows_it():
    text = shown(
        [
            "class Odd(Exception):\n"
            "    def __setattr__(self, name, value):\n        raise AttributeError(name)",
            "def relu(z):\n    raise Odd('no')",
        ]
    )
    assert "Odd" in text and "no" in text
