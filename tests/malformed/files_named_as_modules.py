"""Files beside the notebook bear the names of modules that grading uses."""

from malformed import write

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    write(folder, notebook)
    names = (
        "numpy",
        "course",
        "sitecustomize",
        "usercustomize",
        "random",
        "pathlib",
        "ipykernel_launcher",
    )
    for name in names:
        (folder / f"{name}.py").write_text("raise SystemExit(f'{__file__} was imported')", "utf-8")
    (folder / "IPython").mkdir()
    (folder / "IPython" / "__init__.py").write_text("1 / 0", "utf-8")
