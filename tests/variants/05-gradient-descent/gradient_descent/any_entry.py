# expect: fail
# why: ends when any entry is small
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        g = grad(path[-1])
        if np.any(np.abs(g) < tolerance):
            break
        path.append(path[-1] - learning_rate * g)
    return np.array(path)
