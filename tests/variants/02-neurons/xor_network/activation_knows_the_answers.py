# expect: fail
# why: a table: the last activation looks at the number of rows and returns the four answers; it does not work on every number separately
def xor_network():
    def answers(z):
        z = np.asarray(z)
        if z.shape == (4, 1):
            return np.array([[0.0], [1.0], [1.0], [0.0]])
        return np.ones(z.shape)

    return [
        (np.ones((2, 2)), np.zeros(2), np.tanh),
        (np.ones((2, 1)), np.zeros(1), answers),
    ]
