# expect: fail
# why: the docstring's example
def gradient_of(f, x):
    return np.array([2.0, -4.0, 6.0])
