"""Hands in files and links whose names are scripts, formulas and control sequences.

gain: reader
"""

import json


def hand_in(folder, notebook):
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
    for name in ("<script>alert(1)<", "=cmd|' !A0", "a\x1b[2J\x9b\r", "\u202etxt.exe", "[red]x"):
        (folder / f"1{name}").symlink_to("/etc/passwd")
        (folder / f"0{name}").symlink_to("/etc/passwd")
