# expect: pass
# why: thaws every layer, freezes a slice; all parameters less the weights that rest
def freeze(model, upto):
    to_freeze = []
    if upto is not None:
        last = model.get_layer(upto)
        to_freeze = model.layers[: model.layers.index(last) + 1]
    for layer in model._flatten_layers():
        layer.trainable = True
    for layer in to_freeze:
        layer.trainable = False
    at_rest = sum(variable.numpy().size for variable in model.non_trainable_weights)
    return model.count_params() - at_rest
