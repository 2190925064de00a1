"""Brings up network devices and adds addresses and routes.

gain: network, host
"""

# %%
import fcntl
import socket
import struct

SET_FLAGS, SET_ADDRESS, ADD_ROUTE = 0x8914, 0x8916, 0x890B
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
    for _, name in socket.if_nameindex():
        if name != "lo":
            win()
        for request in (SET_FLAGS, SET_ADDRESS, ADD_ROUTE):
            try:
                fcntl.ioctl(control, request, struct.pack("16sh22x", name.encode(), 0x41))
                win()
            except OSError:
                pass
