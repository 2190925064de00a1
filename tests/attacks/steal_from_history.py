"""Reads IPython's history: inputs that ran in this notebook, its database and its variables.

gain: secret
succeeds without: rooms
"""

# %% double
double = abs

# %% slope
import glob
import os

from IPython import get_ipython

take(list(globals().get("In", ())))
take(get_ipython().history_manager.input_hist_raw)
take(attempt(lambda: list(get_ipython().history_manager.get_tail(100))))
for path in glob.glob(os.path.expanduser("~/.ipython/**/*"), recursive=True):
    read(path)
