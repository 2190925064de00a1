# expect: fail
# why: only the two visible models
def parameters_by_layer(model):
    known = {26: {"first": 16, "second": 10}, 21: {"hidden": 16, "output": 5}}
    return known.get(model.count_params(), {})
