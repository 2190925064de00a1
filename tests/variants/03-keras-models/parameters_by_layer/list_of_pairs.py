# expect: fail
# why: a list of pairs, not a dict
def parameters_by_layer(model):
    return [(layer.name, layer.count_params()) for layer in model.layers if layer.weights]
