"""The upload broke off half-way."""

import json

from malformed import FILE

SCORE = 0
LINE = "no JSON from line"


def damage(folder, notebook):
    content = json.dumps(notebook, indent=1).encode()
    (folder / FILE).write_bytes(content[: len(content) // 2])
