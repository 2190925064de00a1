# expect: fail
# why: the right error, but only after the model has been frozen
def freeze(model, upto):
    for layer in model._flatten_layers():
        layer.trainable = True
    if upto is not None:
        for layer in model.layers:
            layer.trainable = False
            if layer.name == upto:
                break
        else:
            raise ValueError(f"no layer is named {upto!r}")
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
