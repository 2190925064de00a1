"""A shorter version was saved over a longer one, whose end is still there."""

import json

from malformed import FILE

SCORE = 3
LINE = "something stands behind the notebook's end"


def damage(folder, notebook):
    text = json.dumps(notebook)
    (folder / FILE).write_text(text + text[-700:], "utf-8")
