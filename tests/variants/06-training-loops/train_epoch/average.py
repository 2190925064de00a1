# expect: pass
# why: np.average with weights
def train_epoch(step, batches):
    pairs = [(float(step(X, y)), len(X)) for X, y in batches]
    if not pairs:
        raise ValueError("no batches")
    losses, sizes = zip(*pairs)
    return np.average(losses, weights=sizes)
