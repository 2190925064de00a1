"""Renames its notebook to a script, which is told to whoever reads the remarks.

gain: reader
"""

import json


def hand_in(folder, notebook):
    name = "=1+1<img src=x onerror=alert(1)>[link=x]\x1b[2J\u202e.ipynb"
    (folder / name).write_text(json.dumps(notebook), "utf-8")
