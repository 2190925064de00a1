# expect: pass
# why: the velocity without the learning rate, which comes in with the step
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=float)
    memory = 0.0
    path = [x.copy()]
    for _ in range(steps):
        memory = beta * memory + np.asarray(grad(x), dtype=float)
        x = x - learning_rate * memory
        path.append(x.copy())
    return np.array(path)
