"""The file has the key 'cells' twice: an empty list, then the cells."""

import json

from malformed import FILE

SCORE = 3
LINE = None


def damage(folder, notebook):
    text = json.dumps(notebook)
    (folder / FILE).write_text(text.replace("{", '{"cells": [], ', 1), "utf-8")
