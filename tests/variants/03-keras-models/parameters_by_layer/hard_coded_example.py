# expect: fail
# why: only the docstring's example
def parameters_by_layer(model):
    return {"first": 16, "second": 10}
