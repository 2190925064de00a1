"""A merge in git stopped with a conflict, and the file was handed in so."""

import json

from malformed import FILE

SCORE = 0
LINE = "no JSON from line 5"


def damage(folder, notebook):
    first, *rest = json.dumps(notebook, indent=1).splitlines()
    lines = [
        first,
        *rest[:3],
        "<<<<<<< HEAD",
        *rest[3:6],
        "=======",
        *rest[3:6],
        ">>>>>>> mine",
        *rest[6:],
    ]
    (folder / FILE).write_text("\n".join(lines), "utf-8")
