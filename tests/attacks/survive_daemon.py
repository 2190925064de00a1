"""Leaves a process that has left its session and its parents, as daemons do.

gain: survivor
succeeds without: rooms
"""

# %%
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for fd in range(256):
            attempt(os.close, fd)
        time.sleep(60)
    os._exit(0)
