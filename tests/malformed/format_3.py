"""The notebook was saved in version 3 of the format, by an old Jupyter."""

import nbformat

from malformed import FILE

SCORE = 3
LINE = None


def damage(folder, notebook):
    old = nbformat.v4.downgrade(notebook)
    (folder / FILE).write_text(nbformat.writes(old, version=3), "utf-8")
