# expect: pass
# why: shuffles indices in place and walks with a while loop
def minibatches(X, y, size, seed):
    if size < 1 or np.shape(X)[0] != np.shape(y)[0]:
        raise ValueError
    order = list(range(len(X)))
    np.random.RandomState(seed).shuffle(order)
    batches, i = [], 0
    while i < len(order):
        pick = order[i : i + size]
        batches.append([np.take(X, pick, axis=0), np.take(y, pick, axis=0)])
        i += size
    return batches
