"""The notebook was packed, and the packed file renamed."""

import gzip
import json

from malformed import FILE

SCORE = 0
LINE = "not text in UTF-8"


def damage(folder, notebook):
    (folder / FILE).write_bytes(gzip.compress(json.dumps(notebook).encode(), mtime=0))
