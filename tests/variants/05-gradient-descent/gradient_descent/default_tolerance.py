# expect: fail
# why: a tolerance nobody asked for
def gradient_descent(grad, x0, learning_rate, steps, tolerance=1e-3):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        g = grad(path[-1])
        if np.linalg.norm(g) < tolerance:
            break
        path.append(path[-1] - learning_rate * g)
    return np.array(path)
