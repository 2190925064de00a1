# expect: fail
# why: knows the visible answers only
def momentum(grad, x0, learning_rate, beta, steps):
    if steps == 40:
        return np.linspace([1.5, 0.001], [0.0, 1.0], 41)
    if steps == 2:
        return np.array([[1.0, 1.0], [0.8, 0.4], [0.64, 0.16]])
    if steps == 0:
        return np.array([[3.0, 4.0]])
    return np.array([[1.0], [0.8], [0.54], [0.302]])
