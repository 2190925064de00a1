# expect: fail
# why: two output neurons, as for two classes
def xor_network():
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    W2 = np.array([[1.0, -1.0], [-2.0, 2.0]])
    return [
        (W1, np.array([0.0, -1.0]), lambda z: np.maximum(z, 0)),
        (W2, np.array([0.0, 1.0]), identity),
    ]
