"""Opens sockets of other families: netlink, packets, virtual machines, Bluetooth, the kernel's.

gain: network, host
"""

# %%
import socket

for family in range(3, 46):
    if family == socket.AF_INET6:
        continue
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        if attempt(socket.socket, family, kind) is not None:
            win()
for family in (socket.AF_INET, socket.AF_INET6):
    if attempt(socket.socket, family, socket.SOCK_RAW, socket.IPPROTO_ICMP) is not None:
        win()
