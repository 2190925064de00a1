# expect: fail
# why: takes the root mean square for the norm
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        if np.sqrt(np.mean(g**2)) < tolerance:
            break
        x = x - learning_rate * g
        path.append(x)
    return np.array(path)
