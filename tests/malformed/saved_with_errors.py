"""The notebook was saved with errors and pages of output in every cell."""

import nbformat

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    error = nbformat.v4.new_output("error", ename="E", evalue="e", traceback=["Traceback"] * 99)
    stream = nbformat.v4.new_output("stream", name="stderr", text="late\n" * 10_000)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [error, stream, {"output_type": "unheard of"}]
            cell.execution_count = 99
    write(folder, notebook)
