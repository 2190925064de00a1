"""The notebook was exported as a script and given the notebook's name."""

from malformed import FILE

SCORE = 0
LINE = "no JSON from line 1"


def damage(folder, notebook):
    sources = [cell.source for cell in notebook.cells]
    (folder / FILE).write_bytes("\n\n".join(sources).encode())
