"""All test cells were deleted as clutter."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    notebook.cells = [c for c in notebook.cells if not c.metadata.get("nbgrader", {}).get("grade")]
    write(folder, notebook)
