"""Raises and catches exceptions, and reads the frames and source lines that tracebacks name.

gain: secret
succeeds without: rooms
"""


# %% double
def double(x):
    import inspect
    import linecache

    for frame in inspect.stack(context=0):
        take(frame.frame.f_code.co_consts)
        take(linecache.getlines(frame.filename))
    try:
        raise ValueError
    except ValueError as error:
        step = error.__traceback__
        while step is not None:
            take(step.tb_frame.f_code.co_consts)
            step = step.tb_next
    return x
