"""Hands in a timestamp of 20 MB, in which a date is looked for letter by letter.

gain: starve
"""

import json


def hand_in(folder, notebook):
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
    (folder / "timestamp.txt").write_text("2026-01-01 " + "a " * 10**7)
