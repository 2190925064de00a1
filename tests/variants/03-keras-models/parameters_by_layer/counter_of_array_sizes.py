# expect: pass
# why: a Counter (a dict subclass, which the visible test names as allowed), filled array by array
from collections import Counter


def parameters_by_layer(model):
    count = Counter()
    for layer in model.layers:
        for array in layer.get_weights():
            count[layer.name] += int(array.size)
    return count
