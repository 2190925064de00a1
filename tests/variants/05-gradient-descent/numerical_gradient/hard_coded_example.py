# expect: fail
# why: the docstring's example, whatever the input
def numerical_gradient(f, x, h=1e-5):
    return np.array([12.0, 9.0])
