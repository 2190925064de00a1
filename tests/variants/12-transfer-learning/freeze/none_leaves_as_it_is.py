# expect: fail
# why: with None returns at once: what was frozen stays frozen
def freeze(model, upto):
    if upto is not None:
        last = model.layers.index(model.get_layer(upto))
        for layer in model._flatten_layers():
            layer.trainable = True
        for layer in model.layers[: last + 1]:
            layer.trainable = False
    return sum(int(np.prod(v.shape)) for v in model.trainable_variables)
