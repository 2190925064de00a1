"""The notebook was packed into a JSON string by a tool that sent it on."""

import json

from malformed import FILE

SCORE = 0
LINE = "it is no Jupyter notebook"


def damage(folder, notebook):
    (folder / FILE).write_text(json.dumps(json.dumps(notebook)), "utf-8")
