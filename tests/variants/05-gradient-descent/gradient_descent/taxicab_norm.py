# expect: fail
# why: adds the sizes of the entries instead of taking the Euclidean norm
def gradient_descent(grad, x0, learning_rate, steps, tolerance=0.0):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        g = grad(x)
        if np.abs(g).sum() < tolerance:
            break
        x = x - learning_rate * g
        path.append(x)
    return np.array(path)
