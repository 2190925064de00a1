"""An editor saved the file in UTF-16."""

import json

from malformed import FILE

SCORE = 3
LINE = "the file is in UTF-16"


def damage(folder, notebook):
    (folder / FILE).write_bytes(json.dumps(notebook).encode("utf-16"))
