# expect: fail
# why: tells the points apart by a hair
def xor_network():
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    W2 = np.array([[0.02], [-0.04]])
    return [
        (W1, np.array([0.0, -1.0]), lambda z: np.maximum(z, 0)),
        (W2, np.array([0.481]), identity),
    ]
