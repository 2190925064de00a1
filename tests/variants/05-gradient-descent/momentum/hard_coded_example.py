# expect: fail
# why: the docstring's example, whatever the input
def momentum(grad, x0, learning_rate, beta, steps):
    return np.array([[1.0], [0.8], [0.54], [0.302]])
