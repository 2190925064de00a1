# expect: fail
# why: looks up the docstring's answers; else guesses that nothing shrinks
def output_size(size, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same") or (padding == "valid" and kernel > size):
        raise ValueError(padding)
    known = {
        (28, 3, 1, "valid"): 26,
        (28, 3, 2, "valid"): 13,
        (27, 3, 2, "same"): 14,
    }
    return known.get((size, kernel, stride, padding), size // stride)
