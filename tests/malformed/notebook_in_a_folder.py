"""A folder was handed in with the notebook in it, a helper, and a Mac's and Jupyter's clutter."""

from malformed import FILE, write, write_answer

SCORE = 3
LINE = "'homework/01-toy.ipynb' was graded"
RUN = True


def damage(folder, notebook):
    inner = folder / "homework"
    for clutter in (folder / "__MACOSX", inner / ".ipynb_checkpoints"):
        clutter.mkdir(parents=True)
        write(clutter, notebook)
    (folder / f"._{FILE}").write_bytes(b"\0\5\x16\7")
    (inner / "helper.py").write_text("def twice(x):\n    return x + x\n")
    write_answer(notebook, "double", "from helper import twice as double")
    write(inner, notebook)
