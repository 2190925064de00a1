"""The disk was full: the file has its name and nothing in it."""

from malformed import FILE

SCORE = 0
LINE = "it is empty"


def damage(folder, notebook):
    (folder / FILE).write_bytes(b"")
