"""Goes through all objects that Python's garbage collector knows, and through their referrers.

gain: secret
"""

# %%
import gc


def scan():
    gc.unfreeze()
    for thing in gc.get_objects():
        if type(thing) is dict:
            for value in list(thing.values()):
                if type(value) is str and "canary_" in value:
                    take(value)
        elif type(thing) in (list, tuple):
            for value in list(thing):
                if type(value) is str and "canary_" in value:
                    take(value)


scan()


# %% double
def double(x):
    if isinstance(x, str):
        scan()
    return x
