# expect: fail
# why: stores the point before each step, so the last one is missing
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = []
    for _ in range(steps):
        path.append(x)
        g = grad(x)
        if np.linalg.norm(g) < tolerance:
            break
        x = x - learning_rate * g
    return np.array(path)
