# expect: fail
# why: keeps one number for the velocity, the mean of the entries
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    v = 0.0
    path = [x]
    for _ in range(steps):
        g = grad(x)
        x = x + beta * v - learning_rate * g
        v = float(np.mean(beta * v - learning_rate * g))
        path.append(x)
    return np.array(path)
