# expect: fail
# why: the activation loops over rows and columns: it fails on a number or an array of one axis ("an array of any shape")
def xor_network():
    def positive(Z):
        return np.array([[max(0.0, z) for z in row] for row in Z])

    return [
        (np.ones((2, 2)), np.array([0.0, -1.0]), positive),
        (np.array([[1.0], [-2.0]]), np.zeros(1), positive),
    ]
