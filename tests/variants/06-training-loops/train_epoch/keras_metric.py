# expect: pass
# why: Keras's Mean with sample weights, as tensors
def train_epoch(step, batches):
    mean = keras.metrics.Mean()
    seen = False
    for X, y in batches:
        seen = True
        mean.update_state(step(X, y), sample_weight=X.shape[0])
    if not seen:
        raise ValueError
    return mean.result()
