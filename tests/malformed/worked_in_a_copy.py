"""The work is in a copy beside the notebook, which is as it was released."""

import copy

from malformed import write, write_answer

SCORE = 0
LINE = "'01-toy-Copy1.ipynb' holds answers"
RUN = True


def damage(folder, notebook):
    write(folder, notebook, "01-toy-Copy1.ipynb")
    untouched = copy.deepcopy(notebook)
    for name in ("double", "triple"):
        write_answer(untouched, name, f"def {name}(x):\n    raise NotImplementedError()")
    write(folder, untouched)
