# expect: fail
# why: each batch counts the same
def train_epoch(step, batches):
    losses = [float(step(X, y)) for X, y in batches]
    if not losses:
        raise ValueError
    return np.mean(losses)
