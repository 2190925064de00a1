# expect: pass
# why: a fold over the list
from functools import reduce


def forward(X, layers):
    return reduce(lambda A, layer: layer[2](A @ layer[0] + layer[1]), layers, np.array(X))
