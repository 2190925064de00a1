"""Reads the command lines, folders, maps and mounts of every process.

gain: secret
succeeds without: jail
"""

# %%
import os

for pid in (name for name in os.listdir("/proc") if name.isdigit()):
    for name in ("cmdline", "maps", "mountinfo", "status", "stack", "wchan"):
        read(f"/proc/{pid}/{name}")
    for link in ("cwd", "root", "exe"):
        take(attempt(os.readlink, f"/proc/{pid}/{link}"))
