"""Opens and makes devices: memory, disks, terminals, virtual machines, loops, FUSE.

gain: host, secret
"""

# %%
import os
import stat

for path in ("mem", "kmem", "kmsg", "port", "sda", "vda", "nvme0n1", "loop-control", "fuse"):
    if attempt(os.open, f"/dev/{path}", os.O_RDONLY) is not None:
        win()
for path in ("kvm", "tty", "tty0", "console", "ptmx", "pts/0", "net/tun", "mapper/control"):
    if attempt(os.open, f"/dev/{path}", os.O_RDWR) is not None:
        win()
for number, (kind, device) in enumerate(
    [(stat.S_IFBLK, (8, 0)), (stat.S_IFBLK, (254, 0)), (stat.S_IFCHR, (1, 1))]
):
    attempt(os.mknod, f"device{number}", kind | 0o600, os.makedev(*device))
    if attempt(os.open, f"device{number}", os.O_RDONLY) is not None:
        win()
