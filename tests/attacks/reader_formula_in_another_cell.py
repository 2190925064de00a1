"""Hands in under a name that is a formula behind a semicolon, at which many a spreadsheet parts cells.

gain: reader
"""

import json

STUDENT = "mallory;=HYPERLINK(1);@SUM(1)"


def hand_in(folder, notebook):
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
