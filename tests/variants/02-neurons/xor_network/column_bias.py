# expect: fail
# why: biases of shape (2, 1)
def xor_network():
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    return [
        (W1, np.array([[0.0], [-1.0]]), lambda z: np.maximum(z, 0)),
        (np.array([[1.0], [-2.0]]), np.zeros(1), identity),
    ]
