# expect: fail
# why: walks in the caller's own array
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        g = grad(x0)
        if np.linalg.norm(g) < tolerance:
            break
        x0[:] = x0 - learning_rate * g
        path.append(np.array(x0, dtype=float))
    return np.array(path)
