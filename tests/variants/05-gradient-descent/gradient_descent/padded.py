# expect: fail
# why: fills the rest of the path with the last point when the tolerance ends it
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = np.tile(x, (steps + 1, 1))
    for k in range(steps):
        g = grad(x)
        if np.linalg.norm(g) < tolerance:
            path[k:] = x
            break
        x = x - learning_rate * g
        path[k + 1] = x
    return path
