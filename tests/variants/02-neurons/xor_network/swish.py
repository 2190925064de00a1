# expect: fail
# why: swish decreases left of -1.28
def xor_network():
    return [
        (
            np.array([[10.0, 10.0], [10.0, 10.0]]),
            np.array([0.0, -10.0]),
            lambda z: z / (1 + np.exp(-z)),
        ),
        (np.array([[0.1], [-0.2]]), np.array([0.0]), identity),
    ]
