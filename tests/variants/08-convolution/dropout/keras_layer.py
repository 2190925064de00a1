# expect: pass
# why: a new Dropout layer in each call, which begins with its seed anew
def dropout(x, rate, training, seed):
    if rate == 1:
        raise ValueError("nothing would be left")
    layer = layers.Dropout(rate, seed=seed)  # raises for rates outside of 0 to 1
    return layer(x.astype("float32"), training=training).numpy()
