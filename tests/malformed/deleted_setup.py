"""The set-up cell was deleted."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    notebook.cells = [c for c in notebook.cells if "setup" not in c.metadata.get("tags", ())]
    write(folder, notebook)
