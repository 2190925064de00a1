"""Sets the machine's clock, and its drift, so that deadlines come later.

gain: host
"""

# %%
import ctypes
import os
import time

now = (ctypes.c_long * 2)(int(time.time()) - 86_400, 0)
for clock in range(12):
    if LIBC.clock_settime(clock, now) == 0:
        win()
    if LIBC.clock_adjtime(clock, ctypes.create_string_buffer(b"\x10" + bytes(300), 400)) >= 0:
        win()
if LIBC.settimeofday(now, None) == 0 or LIBC.stime(now) == 0:
    win()
for path in ("/dev/rtc", "/dev/rtc0", "/sys/class/rtc/rtc0/wakealarm", "/proc/self/timens_offsets"):
    if fd := attempt(os.open, path, os.O_WRONLY):
        if attempt(os.write, fd, b"monotonic 86400 0\n"):
            win()
