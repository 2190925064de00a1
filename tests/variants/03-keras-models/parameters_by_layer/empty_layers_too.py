# expect: fail
# why: layers without weights are listed with 0
def parameters_by_layer(model):
    return {layer.name: layer.count_params() for layer in model.layers}
