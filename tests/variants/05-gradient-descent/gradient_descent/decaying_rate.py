# expect: fail
# why: lets the learning rate fade with the step
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for k in range(steps):
        g = grad(x)
        if np.linalg.norm(g) < tolerance:
            break
        x = x - learning_rate / (k + 1) * g
        path.append(x)
    return np.array(path)
