"""Looks up the call stack while it answers: at the code, constants and names of its caller.

gain: secret
succeeds without: rooms
"""


# %% double
def double(x):
    import sys

    frame = sys._getframe()
    while frame is not None:
        take(frame.f_code.co_consts)
        take(list(frame.f_globals))
        take(list(frame.f_locals.values()))
        frame = frame.f_back
    return x
