# expect: pass
# why: Python's own random.Random, row by row
import random


def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    rng = random.Random(seed)
    numbers = list(range(len(y)))
    rng.shuffle(numbers)
    parts = [[], [], []]
    seen = {}
    total = {}
    for i in numbers:
        key = y[i] if stratify else None
        total[key] = total.get(key, 0) + 1
    for i in numbers:
        key = y[i] if stratify else None
        done = (seen.get(key, 0) + 0.5) / total[key]
        seen[key] = seen.get(key, 0) + 1
        which = 0 if done < fractions[0] else 1 if done < fractions[0] + fractions[1] else 2
        parts[which].append(i)
    return tuple((X[p], y[p]) for p in parts)
