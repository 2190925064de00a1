# expect: pass
# why: a helper class with an explicit stack; whether a layer learns comes from itertools.accumulate over 'was upto before me'
from itertools import accumulate
from operator import or_


class _Switch:
    def __init__(self, flag):
        self.flag = bool(flag)

    def __call__(self, top):
        stack = [top]
        while stack:
            layer = stack.pop()
            layer.trainable = self.flag
            for variable in layer._trainable_variables:
                variable.trainable = self.flag
            stack.extend(layer._layers)
        return top


def freeze(model, upto):
    hits = [layer.name == upto for layer in model.layers]
    if upto is not None and not any(hits):
        raise ValueError(f"{model.name} has no layer {upto}")
    passed = [upto is None, *accumulate(hits, or_)][: len(hits)]
    if upto is None:
        passed = [True] * len(hits)
    _Switch(True)(model)
    for layer, learns in zip(model.layers, passed):
        _Switch(learns)(layer)
    return int(sum(np.prod(w.shape, dtype=np.int64) for w in model.trainable_weights))
