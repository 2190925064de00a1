"""The list of cells alone was saved, without the notebook around it."""

import json

from malformed import FILE

SCORE = 0
LINE = "no Jupyter notebook"


def damage(folder, notebook):
    (folder / FILE).write_bytes(json.dumps(notebook.cells).encode())
