"""Keeps forking and ending, so that no list of its processes is ever right.

gain: survivor
"""

# %%
import os
import time

if os.fork() == 0:
    os.setsid()
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            if os.fork():
                os._exit(0)
        except OSError:
            pass
