# expect: fail
# why: compiles the model (and so throws away the optimiser and loss of a compiled one), though the docstring says it is not compiled here
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
    model.compile(optimizer="adam", loss="mse")  # freeze, then compile
    return sum(int(np.prod(weight.shape)) for weight in model.trainable_variables)
