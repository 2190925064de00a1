# expect: fail
# why: compares the length of the step with the tolerance
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        step = learning_rate * grad(x)
        if np.linalg.norm(step) < tolerance:
            break
        x = x - step
        path.append(x)
    return np.array(path)
