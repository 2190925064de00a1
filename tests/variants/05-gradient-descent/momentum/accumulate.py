# expect: pass
# why: itertools.accumulate over (x, v)
def momentum(grad, x0, learning_rate, beta, steps):
    from itertools import accumulate, repeat

    def advance(state, _):
        x, v = state
        v = beta * v - learning_rate * np.asarray(grad(x))
        return x + v, v

    start = np.array(x0, dtype=float)
    states = accumulate(repeat(None, steps), advance, initial=(start, np.zeros(start.shape)))
    return np.array([x for x, _ in states])
