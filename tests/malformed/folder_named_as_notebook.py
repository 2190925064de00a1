"""A folder bears the notebook's name; the notebook is inside."""

from malformed import FILE, write

SCORE = 0
LINE = "it is a folder"
RUN = True


def damage(folder, notebook):
    inner = folder / FILE
    inner.mkdir()
    write(inner, notebook)
