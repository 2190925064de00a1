"""The notebook says that it is written in R; its cells are Python."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    notebook.metadata["kernelspec"] = {"name": "ir", "display_name": "R", "language": "R"}
    notebook.metadata["language_info"] = {"name": "R"}
    write(folder, notebook)
