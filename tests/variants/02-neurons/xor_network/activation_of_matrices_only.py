# expect: fail
# why: an activation that needs two axes
def xor_network():
    def pos(Z):
        rows, columns = Z.shape
        out = np.zeros((rows, columns))
        for i in range(rows):
            for j in range(columns):
                out[i, j] = max(Z[i, j], 0)
        return out

    return [
        (np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0]), pos),
        (np.array([[1.0], [-2.0]]), np.array([0.0]), identity),
    ]
