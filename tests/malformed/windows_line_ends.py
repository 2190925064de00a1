"""File and cells have Windows' line ends."""

import json

from malformed import FILE

SCORE = 3
LINE = None


def damage(folder, notebook):
    for cell in notebook.cells:
        cell.source = cell.source.replace("\n", "\r\n")
    text = json.dumps(notebook, indent=1).replace("\n", "\r\n")
    (folder / FILE).write_bytes(text.encode())
