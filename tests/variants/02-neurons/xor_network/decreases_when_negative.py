# expect: fail
# why: an activation that decreases for negative numbers
def xor_network():
    return [
        (
            np.array([[1.0, 1.0], [1.0, 1.0]]),
            np.array([0.0, -1.0]),
            lambda z: np.where(z > 0, z, -0.01 * z),
        ),
        (np.array([[1.0], [-2.0]]), np.array([0.0]), identity),
    ]
