# expect: fail
# why: 'If no layer of the model has this name' (layers count in model.layers): freeze(Sequential([tiny_backbone(), ...]), 'block1_relu') raises nothing, though only the backbone inside has that layer
def _leaves(layer):
    if isinstance(layer, keras.Model):
        return [leaf for inner in layer.layers for leaf in _leaves(inner)] + [layer]
    return [layer]


def freeze(model, upto):
    every = [leaf for layer in model.layers for leaf in _leaves(layer)]
    names = [layer.name for layer in every]
    if upto is not None and upto not in names:
        raise ValueError(f"no layer is named {upto!r}")
    model.trainable = True
    last = -1 if upto is None else names.index(upto)
    models = [layer for layer in every if isinstance(layer, keras.Model)]
    for layer in models:
        layer.trainable = True
    for number, layer in enumerate(every):
        if not isinstance(layer, keras.Model):
            layer.trainable = number > last
    return int(sum(np.prod(weight.shape) for weight in model.trainable_variables))
