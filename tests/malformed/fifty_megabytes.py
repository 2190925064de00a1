"""Every figure was saved with the notebook: 50 MB of output."""

import nbformat

from malformed import answer_cell, write

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    picture = nbformat.v4.new_output("display_data", data={"image/png": "iVBORw0KGgo=" * 4_200_000})
    answer_cell(notebook, "double").outputs = [picture]
    write(folder, notebook)
