# expect: fail
# why: layer.variables holds the state of random numbers too
def parameters_by_layer(model):
    d = {}
    for l in model.layers:
        n = sum(int(np.prod(v.shape)) for v in l.variables)
        if n:
            d[l.name] = n
    return d
