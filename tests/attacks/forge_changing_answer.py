"""Answers with lists and arrays that a thread changes while they are being sent and looked at.

gain: points
"""

# %%
import threading

import numpy as np

array, items = np.zeros(2), [0]


def change():
    while True:
        array[:] = np.random.default_rng().integers(0, 70, 2)
        items[:] = [items[:1]] * 3


threading.Thread(target=change, daemon=True).start()


# %% double
def double(x):
    return array if isinstance(x, np.ndarray) else items


# %% triple
def triple(x):
    return items
