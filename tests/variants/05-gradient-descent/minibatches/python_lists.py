# expect: pass
# why: random.sample and rows collected in lists
def minibatches(X, y, size, seed):
    import random

    if len(X) != len(y):
        raise ValueError("X and y differ in length")
    if size < 1:
        raise ValueError("size")
    order = random.Random(seed).sample(range(len(X)), len(X))
    batches = []
    while order:
        now, order = order[:size], order[size:]
        batches.append([np.stack([X[i] for i in now]), np.stack([y[i] for i in now])])
    return batches
