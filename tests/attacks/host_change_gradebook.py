"""Writes into the gradebook: through SQLite, and over the file itself.

gain: host
succeeds without: jail
"""

# %%
import os
import sqlite3

path = os.path.join(HOST["root"], "gradebook.db")
try:
    with sqlite3.connect(f"file:{path}?mode=rw", uri=True, timeout=1) as gradebook:
        gradebook.execute("UPDATE student SET last_name = 'was here'")
except sqlite3.Error:
    pass
for name in (path, path + "-wal", path + "-journal"):
    try:
        with open(name, "r+b") as file:
            file.seek(0, os.SEEK_END)
            file.write(b"was here")
    except OSError:
        pass
