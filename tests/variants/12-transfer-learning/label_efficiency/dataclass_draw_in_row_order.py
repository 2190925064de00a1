# expect: pass
# why: a dataclass that permutes each class once for a seed; rows are given in their order in X (the docstring leaves the order free), product over cells
from dataclasses import dataclass
from itertools import product


@dataclass
class _Draw:
    y: np.ndarray
    seed: int

    def __post_init__(self):
        rng = np.random.default_rng(self.seed)
        self.piles = [
            rng.permutation(np.nonzero(self.y == c)[0]) for c in sorted(set(self.y.tolist()))
        ]

    def take(self, k):
        if k > min(map(len, self.piles)):
            raise ValueError(f"fewer than {k} rows of a class")
        chosen = np.zeros(len(self.y), dtype=bool)
        for pile in self.piles:
            chosen[pile[:k]] = True
        return chosen


def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    draws = [_Draw(y, int(seed)) for seed in seeds]
    masks = {
        (i, j): draw.take(k)
        for (i, k), (j, draw) in product(enumerate(per_class), enumerate(draws))
    }
    if not draws:
        for k in per_class:
            _Draw(y, 0).take(k)
    results = {name: np.zeros((len(per_class), len(draws))) for name in methods}
    for (name, method), ((i, j), mask) in product(methods.items(), masks.items()):
        arguments = X[mask], y[mask], X_test.copy()
        keras.utils.set_random_seed(int(seeds[j]))
        results[name][i, j] = np.mean(np.equal(method(*arguments), y_test))
    return results
