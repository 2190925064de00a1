"""The machine lost power while it saved: the file ends with a block of zero bytes."""

import json

from malformed import FILE

SCORE = 3
LINE = "something stands behind the notebook's end"


def damage(folder, notebook):
    (folder / FILE).write_bytes(json.dumps(notebook).encode() + bytes(4096))
