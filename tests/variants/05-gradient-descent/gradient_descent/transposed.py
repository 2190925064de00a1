# expect: fail
# why: returns one column for each point
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        if np.linalg.norm(g) < tolerance:
            break
        x = x - learning_rate * g
        path.append(x)
    return np.array(path).T
