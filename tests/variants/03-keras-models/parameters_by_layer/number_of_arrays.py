# expect: fail
# why: counts arrays, not numbers
def parameters_by_layer(model):
    return {layer.name: len(layer.weights) for layer in model.layers if layer.weights}
