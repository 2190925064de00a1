"""The machine lost power before it saved: the file has its length and nothing but zero bytes."""

import json

from malformed import FILE

SCORE = 0
LINE = "it is empty"


def damage(folder, notebook):
    (folder / FILE).write_bytes(bytes(len(json.dumps(notebook))))
