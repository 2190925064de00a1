"""Calls the kernel's interfaces that broke it in the past: bpf, io_uring, userfaultfd, keys.

gain: host
"""

# %%
import ctypes
import os
import platform

CALLS = {
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "add_key": (248, 217),
    "keyctl": (250, 219),
    "init_module": (175, 105),
    "kexec_load": (246, 104),
    "fsopen": (430, 430),
    "fanotify_init": (300, 262),
    "memfd_create": (319, 279),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "syslog": (103, 116),
}
column = ("x86_64", "aarch64").index(platform.machine())
zeros = ctypes.create_string_buffer(256)
for name, numbers in CALLS.items():
    if LIBC.syscall(numbers[column], 0, zeros, 0, 0, 0) >= 0:
        win()
if LIBC.clone3 if hasattr(LIBC, "clone3") else False:
    os.write(2, b"clone3")
