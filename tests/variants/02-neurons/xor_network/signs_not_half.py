# expect: fail
# why: puts the threshold at 0, as for tanh, instead of 0.5
def xor_network():
    W1 = np.array([[8.0, 8.0], [8.0, 8.0]])
    W2 = np.array([[0.5], [-0.5]])
    return [
        (W1, np.array([-4.0, -12.0]), np.tanh),
        (W2, np.array([-0.7]), np.tanh),
    ]
