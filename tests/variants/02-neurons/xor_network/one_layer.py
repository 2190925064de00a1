# expect: fail
# why: no hidden layer
def xor_network():
    return [(np.array([[1.0], [1.0]]), np.array([-0.5]), lambda z: np.maximum(z, 0))]
