"""Sends datagrams to the machine, by unicast, broadcast and multicast.

gain: network
succeeds without: jail
"""

# %%
import socket

for address in ("127.0.0.1", "255.255.255.255", "224.0.0.1", "127.255.255.255"):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        attempt(sender.setsockopt, socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        attempt(sender.sendto, b"was here", (address, HOST["udp"]))
