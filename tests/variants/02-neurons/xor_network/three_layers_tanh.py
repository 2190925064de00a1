# expect: pass
# why: a bump of two tanh, and one layer more than is needed
def xor_network():
    W1 = np.array([[8.0, 8.0], [8.0, 8.0]])
    b1 = np.array([-4.0, -12.0])
    W2 = np.array([[0.5, 0.0], [-0.5, 0.0]])
    b2 = np.zeros(2)
    W3 = np.array([[1.0], [0.0]])
    return [(W1, b1, np.tanh), (W2, b2, identity), (W3, np.zeros(1), identity)]
