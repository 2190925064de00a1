# expect: pass
# why: first batch and the rest, by recursion
def train_epoch(step, batches):
    def rest(iterator):
        try:
            X, y = next(iterator)
        except StopIteration:
            return 0.0, 0
        here = float(step(X, y)) * np.shape(X)[0]
        total, rows = rest(iterator)
        return here + total, np.shape(X)[0] + rows

    total, rows = rest(iter(batches))
    if not rows:
        raise ValueError("no batches")
    return tf.constant(total / rows)
