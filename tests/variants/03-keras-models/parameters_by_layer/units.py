# expect: fail
# why: the numbers of units
def parameters_by_layer(model):
    return {layer.name: layer.units for layer in model.layers if layer.weights}
