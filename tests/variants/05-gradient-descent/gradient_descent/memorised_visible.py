# expect: fail
# why: knows the visible answers only
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    if steps == 0:
        return np.array([[3.0, 4.0]])
    if steps == 7:
        return np.zeros((8, 1))
    if tolerance == 0.3:
        return np.array([[1.0], [0.5], [0.25], [0.125]])
    if tolerance == 0.5:
        return -np.array([[1.0], [0.5], [0.25], [0.125]])
    return np.array([[1.0, 1.0], [0.8, 0.4], [0.64, 0.16]])
