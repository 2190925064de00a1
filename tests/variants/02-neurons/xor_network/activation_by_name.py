# expect: fail
# why: a name is not a function
def xor_network():
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    return [
        (W1, np.array([0.0, -1.0]), "relu"),
        (np.array([[1.0], [-2.0]]), np.zeros(1), "linear"),
    ]
