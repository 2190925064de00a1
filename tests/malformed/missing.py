"""The folder holds a photograph and no notebook."""

SCORE = 0
LINE = "is missing: the notebook must keep its name"
RUN = True


def damage(folder, notebook):
    (folder / "page.jpg").write_bytes(b"\xff\xd8\xff")
