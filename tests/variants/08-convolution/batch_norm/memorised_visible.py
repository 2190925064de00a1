# expect: fail
# why: knows the docstring's numbers; else normalises with the running statistics
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    if training and x.shape == (2, 2):
        y = np.array([[-1.0, -1.0], [1.0, 1.0]])
        return y, np.array([0.2, 2.0]), np.array([1.0, 10.9])
    y = gamma * (x - running_mean) / np.sqrt(running_var + epsilon) + beta
    return y, running_mean, running_var
