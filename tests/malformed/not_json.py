"""A letter to the instructor was saved under the notebook's name."""

from malformed import FILE

SCORE = 0
LINE = "no JSON from line 1"


def damage(folder, notebook):
    (folder / FILE).write_bytes(b"Dear all, my notebook is attached.")
