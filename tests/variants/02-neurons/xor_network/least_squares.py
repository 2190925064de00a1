# expect: pass
# why: hand-made hidden layer of 16 units, output weights by least squares
def xor_network():
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1], [0.5, 0.5], [-0.2, 0.2], [0.8, 1.2]])
    y = np.array([0, 1, 1, 0, 1, 0, 0])
    rng = np.random.default_rng(0)
    W1 = np.ones((2, 16))
    b1 = -np.linspace(-0.5, 2.4, 16)
    H = np.maximum(X @ W1 + b1, 0)
    w = np.linalg.lstsq(H, y, rcond=1e-6)[0]
    return [(W1, b1, lambda z: np.maximum(z, 0)), (w[:, None], np.zeros(1), identity)]
