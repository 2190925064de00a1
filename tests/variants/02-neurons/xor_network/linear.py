# expect: fail
# why: hidden layer without activation
def xor_network():
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    return [
        (W1, np.array([0.0, -1.0]), identity),
        (np.array([[1.0], [-2.0]]), np.zeros(1), identity),
    ]
