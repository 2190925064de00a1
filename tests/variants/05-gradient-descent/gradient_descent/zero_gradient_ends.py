# expect: fail
# why: a gradient of 0 ends the walk although nothing is below 0
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        g = grad(path[-1])
        if np.linalg.norm(g) < max(tolerance, 1e-12):
            break
        path.append(path[-1] - learning_rate * g)
    return np.array(path)
