"""Starts a program of its own in another session, and goes on as if nothing were.

gain: survivor
"""

# %%
import subprocess

subprocess.Popen(
    ["/bin/sh", "-c", f"trap '' 1 2 15; sleep 60; : {HOST['name']}"],
    start_new_session=True,
    stdin=subprocess.DEVNULL,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
