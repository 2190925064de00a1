# expect: fail
# why: only the first two arrays of a layer
def parameters_by_layer(model):
    d = {}
    for l in model.layers:
        w = l.get_weights()
        if len(w) > 0:
            d[l.name] = w[0].size + (w[1].size if len(w) > 1 else 0)
    return d
