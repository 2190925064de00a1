# expect: fail
# why: freezes the one layer and none before it
def freeze(model, upto):
    names = [layer.name for layer in model.layers]
    if upto is not None and upto not in names:
        raise ValueError(f"no layer is named {upto!r}")
    for layer in model._flatten_layers():
        layer.trainable = True
    if upto is not None:
        model.get_layer(upto).trainable = False
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
