# expect: fail
# why: substring match: 'block2' or 'conv' is taken for a layer, and 'dense' may stop at 'my_dense'; no ValueError though no layer has this name
def freeze(model, upto):
    count = 0
    if upto is not None:
        found = [i for i, layer in enumerate(model.layers) if upto in layer.name]
        if not found:
            raise ValueError(f"no layer named {upto}")
        count = found[0] + 1
    for layer in model._flatten_layers():
        layer.trainable = True
    for layer in model.layers[:count]:
        for part in layer._flatten_layers():
            part.trainable = False
    return sum(int(np.prod(weight.shape)) for weight in model.trainable_variables)
