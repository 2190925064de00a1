# expect: fail
# why: model.trainable = True comes before the check of the name: a model frozen as a whole is thawed in spite of the ValueError ('the model is left as it was')
def freeze(model, upto):
    model.trainable = True
    names = [layer.name for layer in model.layers]
    if upto is not None and upto not in names:
        raise ValueError(f"no layer named {upto}")
    for layer in model._flatten_layers():
        layer.trainable = True
    count = 0 if upto is None else names.index(upto) + 1
    for layer in model.layers[:count]:
        for part in layer._flatten_layers():
            part.trainable = False
    return sum(int(np.prod(weight.shape)) for weight in model.trainable_variables)
