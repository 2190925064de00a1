"""Crashes with a core dump, which a program of the host might pick up.

gain: host
"""

# %%
import ctypes
import resource

try:
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    win()
except (OSError, ValueError):
    pass
ctypes.string_at(0)
