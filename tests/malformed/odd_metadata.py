"""Metadata of types that it cannot have, in the notebook and in every cell."""

from malformed import write

SCORE = 3
LINE = "answer double, triple: not in its own cell"


def damage(folder, notebook):
    odd = [
        [],
        "nbgrader",
        7,
        None,
        {"nbgrader": "yes"},
        {"nbgrader": {"grade_id": [1]}},
        {"tags": 3},
    ]
    for number, cell in enumerate(notebook.cells):
        cell["metadata"] = odd[number % len(odd)]
    write(folder, {**notebook, "metadata": ["kernelspec", {"name": None}]})
