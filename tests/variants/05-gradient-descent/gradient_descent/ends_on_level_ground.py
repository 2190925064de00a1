# expect: fail
# why: a gradient of exactly 0 ends the walk also with tolerance 0: breaks "Nothing is below 0", too few rows
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        norm = np.linalg.norm(g)
        if norm == 0 or norm < tolerance:
            break
        x = x - learning_rate * g
        path.append(x)
    return np.array(path)
