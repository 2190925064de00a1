# expect: fail
# why: multiplies the gradient by beta and keeps the whole velocity
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    v = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        v = v - beta * learning_rate * grad(x)
        x = x + v
        path.append(x)
    return np.array(path)
