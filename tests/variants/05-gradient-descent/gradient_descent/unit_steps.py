# expect: fail
# why: divides the gradient by its norm
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        if np.linalg.norm(g) < tolerance:
            break
        x = x - learning_rate * g / (np.linalg.norm(g) + 1e-12)
        path.append(x)
    return np.array(path)
