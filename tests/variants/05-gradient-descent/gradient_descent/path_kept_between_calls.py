# expect: fail
# why: a default list that lives on from call to call
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0, path=[]):
    x = np.array(x0, dtype=float)
    path.append(x)
    for _ in range(steps):
        g = grad(x)
        if np.linalg.norm(g) < tolerance:
            break
        x = x - learning_rate * g
        path.append(x)
    return np.array(path)
