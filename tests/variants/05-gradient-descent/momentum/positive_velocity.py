# expect: pass
# why: keeps the velocity uphill and subtracts it, as PyTorch does with a constant rate
def momentum(grad, x0, learning_rate, beta, steps):
    x, m, path = np.array(x0, float), 0.0, [list(map(float, x0))]
    for _ in range(steps):
        m = beta * m + grad(x)
        x = x - learning_rate * m
        path.append(x.tolist())
    return np.array(path)
