# expect: fail
# why: weights the gradient by 1 - beta, as in Adam
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    velocity = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        velocity = beta * velocity + (1 - beta) * grad(x)
        x = x - learning_rate * velocity
        path.append(x)
    return np.array(path)
