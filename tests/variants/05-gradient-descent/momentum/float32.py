# expect: pass
# why: computes in float32 throughout
def momentum(grad, x0, learning_rate, beta, steps):
    x = np.array(x0, dtype=np.float32)
    v = np.zeros_like(x)
    path = [x]
    for _ in range(steps):
        v = (beta * v - learning_rate * grad(x)).astype(np.float32)
        x = x + v
        path.append(x)
    return np.array(path)
