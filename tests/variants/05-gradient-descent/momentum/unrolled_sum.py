# expect: pass
# why: computes each velocity as the fading sum of all gradients so far
def momentum(grad, x0, learning_rate, beta, steps):
    path, gradients = [np.array(x0, dtype=float)], []
    for k in range(steps):
        gradients.append(grad(path[-1]))
        fading = beta ** np.arange(k, -1, -1.0)
        path.append(path[-1] - learning_rate * fading @ np.array(gradients))
    return np.array(path)
