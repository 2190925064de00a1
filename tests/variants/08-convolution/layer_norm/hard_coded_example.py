# expect: fail
# why: returns the docstring's answer whatever the input
def layer_norm(x, gamma, beta, epsilon=0.001):
    return np.array([[-1.0, 1.0], [-1.0, 1.0]])
