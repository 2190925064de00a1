# expect: pass
# why: fills a table that was made beforehand, and cuts it
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    path = np.zeros((steps + 1, len(x0)))
    path[0] = x0
    for k in range(steps):
        g = np.asarray(grad(path[k].copy()), dtype=float)
        if np.sqrt(np.sum(g**2)) < tolerance:
            return path[: k + 1]
        path[k + 1] = path[k] - learning_rate * g
    return path
