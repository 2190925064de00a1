# expect: fail
# why: ends the walk when the gradient vanishes, so rows are missing
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    v = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        if np.linalg.norm(g) < 1e-12:
            break
        v = beta * v - learning_rate * g
        x = x + v
        path.append(x)
    return np.array(path)
