# expect: fail
# why: takes the step before it looks at the norm
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        x = x - learning_rate * g
        path.append(x)
        if np.linalg.norm(g) < tolerance:
            break
    return np.array(path)
