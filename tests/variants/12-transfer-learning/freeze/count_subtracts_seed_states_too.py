# expect: fail
# why: number is count_params minus non_trainable_variables, which hold the seed states of dropout as well: too small with a Dropout in the model ('how many parameters training can still move')
def freeze(model, upto):
    names = [layer.name for layer in model.layers]
    if upto is not None and upto not in names:
        raise ValueError(f"no layer named {upto}")
    for layer in model._flatten_layers():
        layer.trainable = True
    count = 0 if upto is None else names.index(upto) + 1
    for layer in model.layers[:count]:
        for part in layer._flatten_layers():
            part.trainable = False
    fixed = sum(int(np.prod(weight.shape)) for weight in model.non_trainable_variables)
    return model.count_params() - fixed
