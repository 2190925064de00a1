"""Hands in a notebook beside a gradebook, a configuration and a graded copy of its own.

gain: points, host
"""

import json


def hand_in(folder, notebook):
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
    for cell in notebook.cells:
        cell.outputs = []
    for name in ("autograded", "source", "release", "feedback"):
        (folder / name).mkdir()
        (folder / name / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
    config = "import pathlib; pathlib.Path(__file__).with_name('ran').write_text('1'); 1 / 0\n"
    for name in ("nbgrader_config.py", "jupyter_config.py", "conftest.py", "sitecustomize.py"):
        (folder / name).write_text(config, "utf-8")
    (folder / "gradebook.db").write_bytes(b"SQLite format 3\0")
