"""An editor put a byte order mark before the JSON."""

import json

from malformed import FILE

SCORE = 3
LINE = None


def damage(folder, notebook):
    (folder / FILE).write_bytes(json.dumps(notebook).encode("utf-8-sig"))
