"""Connects to a UNIX socket in the course's folder, and to those of the system's services.

gain: network, host
succeeds without: jail
"""

# %%
import os
import socket

services = ("/run/docker.sock", "/run/systemd/private", "/run/dbus/system_bus_socket")
for path in (os.path.join(HOST["root"], "socket"), *services, "/tmp/.X11-unix/X0"):
    with socket.socket(socket.AF_UNIX) as connection:
        attempt(connection.connect, path)
