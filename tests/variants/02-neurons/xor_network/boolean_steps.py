# expect: pass
# why: steps that return booleans
def xor_network():
    step = lambda z: z > 0
    return [
        (np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), step),
        (np.array([[1.0], [-2.0]]), np.array([0.0]), identity),
    ]
