# expect: fail
# why: right at the four points, and at (0.1, 0.9), by a hair
def xor_network():
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    b1 = np.array([0.0, -1.0])
    W2 = np.array([[1.0], [-1.9]])
    return [(W1, b1, lambda z: np.maximum(z, 0)), (W2, np.array([0.35]), identity)]
