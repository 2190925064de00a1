# expect: fail
# why: the docstring's example, whatever the input
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    return np.array([[1.0, 1.0], [0.8, 0.4], [0.64, 0.16]])
