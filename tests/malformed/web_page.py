"""The login page was downloaded instead of the notebook."""

from malformed import FILE

SCORE = 0
LINE = "no JSON from line 1"


def damage(folder, notebook):
    (folder / FILE).write_bytes(b"<!DOCTYPE html>\n<title>Please log in</title>")
