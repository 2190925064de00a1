# expect: fail
# why: fits W and b by least squares to ten rows: with more than nine inputs not right for every X
def collapse(W1, b1, W2, b2):
    X = np.random.default_rng(0).normal(size=(10, len(W1)))
    Z = (X @ W1 + b1) @ W2 + b2
    solution, *_ = np.linalg.lstsq(np.column_stack([X, np.ones(10)]), Z, rcond=None)
    return solution[:-1], solution[-1]
