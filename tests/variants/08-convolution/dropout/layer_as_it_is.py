# expect: fail
# why: Keras's layer alone, which accepts a rate of 1
def dropout(x, rate, training, seed):
    return layers.Dropout(rate, seed=seed)(x, training=training)
