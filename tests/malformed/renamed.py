"""The notebook was handed in under the student's own name for it."""

from malformed import write

SCORE = 3
LINE = "'homework (final).ipynb' was graded"
RUN = True


def damage(folder, notebook):
    write(folder, notebook).rename(folder / "homework (final).ipynb")
