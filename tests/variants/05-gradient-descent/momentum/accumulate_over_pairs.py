# expect: pass
# why: itertools.accumulate over the pair (x, v)
def momentum(grad, x0, learning_rate, beta, steps):
    from itertools import accumulate

    def move(state, _):
        x, v = state
        v = beta * v - learning_rate * np.asarray(grad(x))
        return x + v, v

    start = np.array(x0, dtype=float)
    states = accumulate(range(steps), move, initial=(start, np.zeros(start.shape)))
    return np.array([x for x, _ in states])
