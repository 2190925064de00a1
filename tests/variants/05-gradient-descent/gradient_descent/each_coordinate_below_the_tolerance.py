# expect: fail
# why: compares the largest entry, not the Euclidean norm: ends too early in two dimensions
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        if np.all(np.abs(g) < tolerance):
            break
        x = x - learning_rate * g
        path.append(x)
    return np.array(path)
