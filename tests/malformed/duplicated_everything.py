"""All cells are there twice, grade_ids and all."""

from malformed import write

SCORE = 3
LINE = "answer double, triple: there more than once"


def damage(folder, notebook):
    notebook.cells *= 2
    write(folder, notebook)
