# expect: fail
# why: XNOR: the output's sign is the wrong way round
def xor_network():
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    return [
        (W1, np.array([0.0, -1.0]), lambda z: np.maximum(z, 0)),
        (np.array([[-1.0], [2.0]]), np.ones(1), identity),
    ]
