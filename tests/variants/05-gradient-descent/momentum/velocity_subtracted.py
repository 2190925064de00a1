# expect: fail
# why: subtracts a velocity that already points downhill
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    v = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        v = beta * v - learning_rate * grad(x)
        x = x - v
        path.append(x)
    return np.array(path)
