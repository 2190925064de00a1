"""Opens the gradebook, and asks it for names and grades.

gain: secret
succeeds without: jail
"""

# %%
import os
import sqlite3

path = os.path.join(HOST["root"], "gradebook.db")
read(path)
try:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as gradebook:
        take(gradebook.execute("SELECT id, first_name FROM student").fetchall())
except sqlite3.Error:
    pass
