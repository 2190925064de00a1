# expect: pass
# why: a keras.metrics.Mean with the rows for weights, made anew in each call; the first batch is taken by next()
def train_epoch(step, batches):
    from itertools import chain

    rest = iter(batches)
    try:
        first = next(rest)
    except StopIteration:
        raise ValueError("there is no batch") from None
    mean = keras.metrics.Mean()
    for inputs, targets in chain([first], rest):
        mean.update_state(step(inputs, targets), sample_weight=float(len(inputs)))
    return mean.result()
