"""A JSON file with nothing in it."""

from malformed import FILE

SCORE = 0
LINE = "no Jupyter notebook"


def damage(folder, notebook):
    (folder / FILE).write_bytes(b"{}")
