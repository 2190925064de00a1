"""Reads the environment of every process, and what the grader's shell had put into its own.

gain: secret
succeeds without: jail
"""

# %%
import os

take(dict(os.environ))
for pid in (name for name in os.listdir("/proc") if name.isdigit()):
    read(f"/proc/{pid}/environ")
