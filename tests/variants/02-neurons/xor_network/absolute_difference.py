# expect: pass
# why: |x1 - x2| from two ReLUs
def xor_network():
    hidden = np.array([[1.0, -1.0], [-1.0, 1.0]])
    return [
        (hidden, np.zeros(2), lambda z: np.maximum(z, 0)),
        (np.ones((2, 1)), np.zeros(1), identity),
    ]
