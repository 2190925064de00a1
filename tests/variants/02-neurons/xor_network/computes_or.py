# expect: fail
# why: OR: nothing takes away at (1, 1)
def xor_network():
    return [
        (np.eye(2), np.zeros(2), lambda z: np.maximum(z, 0)),
        (np.ones((2, 1)), np.zeros(1), identity),
    ]
