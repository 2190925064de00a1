# expect: fail
# why: the path is stored in the dtype of x0, so an integer start cuts the decimals off: "floats or integers", "of floats"
def momentum(grad, x0, learning_rate, beta, steps):
    x0 = np.asarray(x0)
    path = np.zeros((steps + 1, len(x0)), dtype=x0.dtype)
    path[0] = x0
    v = np.zeros(len(x0))
    for k in range(steps):
        v = beta * v - learning_rate * grad(path[k])
        path[k + 1] = path[k] + v
    return path
