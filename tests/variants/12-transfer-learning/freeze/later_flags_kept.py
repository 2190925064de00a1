# expect: fail
# why: never unfreezes: what was frozen before stays so
def freeze(model, upto):
    names = [layer.name for layer in model.layers]
    if upto is not None and upto not in names:
        raise ValueError(f"no layer is named {upto!r}")
    frozen = 0 if upto is None else names.index(upto) + 1
    for layer in model.layers[:frozen]:
        layer.trainable = False
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
