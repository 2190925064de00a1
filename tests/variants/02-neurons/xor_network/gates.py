# expect: pass
# why: OR and NAND, then AND, with steep sigmoids
def xor_network():
    def squash(z):
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

    W1 = np.array([[30.0, -30.0], [30.0, -30.0]])
    b1 = np.array([-15.0, 45.0])
    W2 = np.array([[30.0], [30.0]])
    b2 = np.array([-45.0])
    return [(W1, b1, squash), (W2, b2, squash)]
