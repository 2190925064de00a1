# expect: pass
# why: itertools; counts with NumPy, so that the number is a NumPy integer
from itertools import takewhile


def freeze(model, upto):
    model_layers = list(model.layers)
    before = list(takewhile(lambda layer: layer.name != upto, model_layers))
    if upto is None:
        to_freeze = []
    elif len(before) == len(model_layers):
        raise ValueError(f"unknown layer {upto!r}")
    else:
        to_freeze = model_layers[: len(before) + 1]
    model.trainable = False
    for layer in model_layers:
        layer.trainable = True
        layer.trainable = False
    model.trainable = True
    for layer in to_freeze:
        layer.trainable = False
    return sum(np.prod(w.shape) for w in model.trainable_weights)
