# expect: fail
# why: the activation recognises the four points and computes nothing
def xor_network():
    def lookup(z):
        return np.isclose(z, 1.0, atol=0.3) * 1.0

    return [(np.ones((2, 1)), np.zeros(1), identity), (np.ones((1, 1)), np.zeros(1), lookup)]
