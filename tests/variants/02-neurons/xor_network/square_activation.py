# expect: fail
# why: one neuron with (x1 - x2)**2, an activation that falls and rises
def xor_network():
    return [
        (np.array([[1.0], [-1.0]]), np.zeros(1), np.square),
        (np.ones((1, 1)), np.zeros(1), identity),
    ]
