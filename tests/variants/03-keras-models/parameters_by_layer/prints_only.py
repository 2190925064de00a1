# expect: fail
# why: prints instead of returning
def parameters_by_layer(model):
    for layer in model.layers:
        if layer.weights:
            print(layer.name, layer.count_params())
