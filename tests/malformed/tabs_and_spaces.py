"""One answer is indented by tabs and by spaces."""

from malformed import write, write_answer

SCORE = 2
LINE = None


def damage(folder, notebook):
    write_answer(notebook, "double", "def double(x):\n\ty = 2 * x\n        return y")
    write(folder, notebook)
