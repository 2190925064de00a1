# expect: pass
# why: Keras's own function with an integer for a seed
def dropout(x, rate, training, seed):
    if rate < 0 or not rate < 1:
        raise ValueError(f"{rate=}")
    return keras.random.dropout(x, rate, seed=seed) if training else x
