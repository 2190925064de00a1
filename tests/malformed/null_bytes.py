"""One answer holds a null byte."""

from malformed import write, write_answer

SCORE = 2
LINE = None


def damage(folder, notebook):
    write_answer(notebook, "double", "def double(x):\n    return 2 * x\0")
    write(folder, notebook)
