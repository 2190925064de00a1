# expect: fail
# why: stops when a step moves nothing, although no tolerance asks for it
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        if np.linalg.norm(g) < tolerance or not g.any():
            break
        x = x - learning_rate * g
        path.append(x)
    return np.array(path)
