# expect: fail
# why: the docstring's example: He's deviation for 400 inputs, whatever the input
def initialise(shape, scheme, seed):
    return np.random.default_rng(seed).normal(0, 0.071, (400, 100))
