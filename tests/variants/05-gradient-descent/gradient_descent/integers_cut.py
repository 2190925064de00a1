# expect: fail
# why: keeps the start's dtype, so that points are rounded
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    path = np.zeros((steps + 1, len(x0)), dtype=x0.dtype)
    path[0] = x0
    for k in range(steps):
        g = grad(path[k])
        if np.linalg.norm(g) < tolerance:
            return path[: k + 1]
        path[k + 1] = path[k] - learning_rate * g
    return path
