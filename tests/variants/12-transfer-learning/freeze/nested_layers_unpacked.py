# expect: fail
# why: looks for the name among the innermost layers only
def leaves(model):
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            yield from leaves(layer)
        else:
            yield layer


def freeze(model, upto):
    flat = list(leaves(model))
    names = [layer.name for layer in flat]
    if upto is not None and upto not in names:
        raise ValueError(f"no layer is named {upto!r}")
    frozen = 0 if upto is None else names.index(upto) + 1
    for layer in model._flatten_layers():
        layer.trainable = True
    for layer in flat[:frozen]:
        layer.trainable = False
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
