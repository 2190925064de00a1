# expect: fail
# why: knows the docstring's example; else scales and shifts only
def layer_norm(x, gamma, beta, epsilon=0.001):
    if x.shape == (2, 2):
        return np.array([[-1.0, 1.0], [-1.0, 1.0]])
    return gamma * x + beta
