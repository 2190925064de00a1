"""The notebook was written by print() in Python: single quotes, None and True."""

import json

from malformed import FILE

SCORE = 0
LINE = "it is no JSON from line 1 on"


def damage(folder, notebook):
    (folder / FILE).write_text(str(json.loads(json.dumps(notebook))), "utf-8")
