# expect: fail
# why: lists the layers of a model that is used as a layer
def parameters_by_layer(model):
    d = {}
    for l in model.layers:
        if hasattr(l, "layers"):
            d.update(parameters_by_layer(l))
        elif l.count_params():
            d[l.name] = l.count_params()
    return d
