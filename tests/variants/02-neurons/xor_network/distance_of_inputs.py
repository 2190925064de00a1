# expect: pass
# why: relu(x1 - x2) + relu(x2 - x1), capped at 1 by np.clip through functools.partial; layers are tuples in a list
def xor_network():
    from functools import partial

    W = np.array([[1.0, -1.0], [-1.0, 1.0]])
    return [
        (W, np.zeros(2), partial(np.maximum, 0.0)),
        (np.ones((2, 1)), np.zeros(1), partial(np.clip, a_min=0.0, a_max=1.0)),
    ]
