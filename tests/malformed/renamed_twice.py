"""Two versions were handed in, neither under the lesson's name."""

from malformed import write

SCORE = 0
LINE = "could each be meant"
RUN = True


def damage(folder, notebook):
    write(folder, notebook).rename(folder / "homework.ipynb")
    write(folder, notebook).rename(folder / "homework-Copy1.ipynb")
