# expect: fail
# why: keeps losses by batch size: batches of one size replace each other
def train_epoch(step, batches):
    losses = {len(X): float(step(X, y)) for X, y in batches}
    if not losses:
        raise ValueError("no batches")
    return sum(n * loss for n, loss in losses.items()) / sum(losses)
