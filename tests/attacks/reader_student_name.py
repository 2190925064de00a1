"""Hands in under a name that is a formula, and HTML, and a markup of the terminal's.

gain: reader
"""

import json

STUDENT = "=HYPERLINK(1)<img src=x onerror=alert(1)>[blink]"


def hand_in(folder, notebook):
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
