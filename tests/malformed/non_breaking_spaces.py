"""One answer was copied from a web page, with spaces that are none to Python."""

from malformed import write, write_answer

SCORE = 2
LINE = None


def damage(folder, notebook):
    write_answer(notebook, "double", "def double(x):\n\u00a0\u00a0\u00a0\u00a0return x + x")
    write(folder, notebook)
