# expect: pass
# why: Python's own generator, one number after the other
import random


def dropout(x, rate, training, seed):
    if rate < 0:
        raise ValueError("rate is negative")
    if rate >= 1:
        raise ValueError("rate must be less than 1")
    generator = random.Random(seed)
    result = np.array(x, dtype=float)
    if training:
        flat = result.reshape(-1)
        for i in range(flat.size):
            if generator.random() < rate:
                flat[i] = 0.0
            else:
                flat[i] = flat[i] / (1 - rate)
    return result
