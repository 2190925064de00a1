# expect: fail
# why: returns the docstring's answer whatever the input
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    return np.array([[-1.0, -1.0], [1.0, 1.0]]), np.array([0.2, 2.0]), np.array([1.0, 10.9])
