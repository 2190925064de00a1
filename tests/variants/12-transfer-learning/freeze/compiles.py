# expect: fail
# why: compiles the model anew, and so throws the caller's optimiser away
def freeze(model, upto):
    names = [layer.name for layer in model.layers]
    if upto is not None and upto not in names:
        raise ValueError(f"no layer is named {upto!r}")
    frozen = 0 if upto is None else names.index(upto) + 1
    model.trainable = True
    for place, layer in enumerate(model.layers):
        for part in layer._flatten_layers():
            part.trainable = place >= frozen
    model.compile("adam", "sparse_categorical_crossentropy")
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
