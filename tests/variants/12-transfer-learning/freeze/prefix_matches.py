# expect: fail
# why: any layer whose name begins so will do
def freeze(model, upto):
    names = [layer.name for layer in model.layers]
    if upto is not None and not any(name.startswith(upto) for name in names):
        raise ValueError(f"no layer is named {upto!r}")
    frozen = 0
    if upto is not None:
        frozen = [name.startswith(upto) for name in names].index(True) + 1
    model.trainable = True
    for place, layer in enumerate(model.layers):
        for part in layer._flatten_layers():
            part.trainable = place >= frozen
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
