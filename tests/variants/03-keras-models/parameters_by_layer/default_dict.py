# expect: pass
# why: a defaultdict is a dict
from collections import defaultdict


def parameters_by_layer(model):
    table = defaultdict(int)
    for layer in model.layers:
        for w in layer.weights:
            table[layer.name] += int(keras.ops.size(w))
    return table
