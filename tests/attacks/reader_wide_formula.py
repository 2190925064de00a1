"""Hands in under a name that begins with a wide equals sign, which spreadsheets in Asia read as one.

gain: reader
"""

import json

STUDENT = "\uff1dHYPERLINK(1)"


def hand_in(folder, notebook):
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
