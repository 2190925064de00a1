"""The folder is a link to another student's."""

SCORE = 0
LINE = "folder is a link"
RUN = True


def damage(folder, notebook):
    folder.rmdir()
    folder.symlink_to(folder.parents[1] / "ada" / folder.name)
