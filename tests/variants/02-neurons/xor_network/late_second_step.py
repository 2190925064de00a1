# expect: fail
# why: (0.9, 0.9) is answered as (1, 0)
def xor_network():
    step = lambda z: (z > 0) * 1.0
    return [
        (np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.85]), step),
        (np.array([[1.0], [-1.0]]), np.array([0.0]), identity),
    ]
