"""Git LFS left its pointer where the notebook should be."""

from malformed import FILE

SCORE = 0
LINE = "no JSON from line 1"


def damage(folder, notebook):
    (folder / FILE).write_bytes(
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    )
