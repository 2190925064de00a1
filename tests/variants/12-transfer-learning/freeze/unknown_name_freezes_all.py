# expect: fail
# why: no error: with an unknown name everything is frozen
def freeze(model, upto):
    for layer in model._flatten_layers():
        layer.trainable = True
    if upto is not None:
        for layer in model.layers:
            layer.trainable = False
            if layer.name == upto:
                break
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
