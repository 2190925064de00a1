# expect: fail
# why: asks for the gradient once, at the start
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    g = grad(x)
    path = [x]
    for _ in range(steps):
        if np.linalg.norm(g) < tolerance:
            break
        x = x - learning_rate * g
        path.append(x)
    return np.array(path)
