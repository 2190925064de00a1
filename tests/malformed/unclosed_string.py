"""One answer has a string without an end."""

from malformed import write, write_answer

SCORE = 2
LINE = None


def damage(folder, notebook):
    write_answer(notebook, "double", 'def double(x):\n    """Twice x.\n    return 2 * x')
    write(folder, notebook)
