"""The state of the widgets was saved, of a version that nobody knows."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    state = {"state": {"abc": {"model_name": "IntSliderModel", "state": {}}}, "version_major": 99}
    notebook.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": state}
    write(folder, notebook)
