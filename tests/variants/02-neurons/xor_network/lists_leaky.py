# expect: pass
# why: lists in place of tuples, leaky units, float32
def xor_network():
    def leaky(z):
        return np.where(z > 0, z, 0.01 * z)

    W1 = np.array([[1, 1], [1, 1]], dtype=np.float32)
    W2 = np.array([[1], [-2]], dtype=np.float32)
    return [
        [W1, np.array([0, -1], dtype=np.float32), leaky],
        [W2, np.zeros(1, dtype=np.float32), leaky],
    ]
