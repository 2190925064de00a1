# expect: fail
# why: steps points instead of steps + 1
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps - 1):
        g = grad(x)
        if np.linalg.norm(g) < tolerance:
            break
        x = x - learning_rate * g
        path.append(x)
    return np.array(path)
