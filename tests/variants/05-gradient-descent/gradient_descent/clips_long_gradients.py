# expect: fail
# why: shortens gradients longer than 10
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        g = np.asarray(grad(path[-1]))
        n = np.linalg.norm(g)
        if n < tolerance:
            break
        if n > 10:
            g = g / n * 10
        path.append(path[-1] - learning_rate * g)
    return np.array(path)
