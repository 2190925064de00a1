# expect: fail
# why: model.trainable = True changes nothing if it was True, with layers frozen
def freeze(model, upto):
    names = [layer.name for layer in model.layers]
    if upto is not None and upto not in names:
        raise ValueError(f"no layer is named {upto!r}")
    frozen = 0 if upto is None else names.index(upto) + 1
    model.trainable = True
    for layer in model.layers[:frozen]:
        layer.trainable = False
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
