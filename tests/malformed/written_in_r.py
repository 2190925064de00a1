"""One answer is written in R."""

from malformed import write, write_answer

SCORE = 2
LINE = None


def damage(folder, notebook):
    write_answer(notebook, "double", "double <- function(x) {\n  2 * x\n}")
    write(folder, notebook)
