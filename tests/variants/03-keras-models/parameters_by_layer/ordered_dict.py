# expect: pass
# why: an OrderedDict is a dict
from collections import OrderedDict


def parameters_by_layer(model):
    table = OrderedDict()
    for layer in model.layers:
        if layer.count_params() > 0:
            table[layer.name] = layer.count_params()
    return table
