# expect: fail
# why: a default dict keeps the layers of earlier models
def parameters_by_layer(model, result={}):
    for l in model.layers:
        if l.count_params():
            result[l.name] = l.count_params()
    return result
