"""The released cell was copied first and answered above; the copy is untouched."""

from malformed import answer_cell, write

SCORE = 3
LINE = None


def damage(folder, notebook):
    copy = answer_cell(notebook, "double").copy()
    copy.source = (
        'def double(x):\n    """Twice x."""\n    # YOUR CODE HERE\n    raise NotImplementedError()'
    )
    notebook.cells.append(copy)
    write(folder, notebook)
