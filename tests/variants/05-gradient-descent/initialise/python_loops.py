# expect: pass
# why: random.gauss, number by number
def initialise(shape, scheme, seed):
    import random

    deviations = {
        "zeros": 0.0,
        "normal": 1.0,
        "glorot": (2 / sum(shape)) ** 0.5,
        "he": (2 / shape[0]) ** 0.5,
    }
    try:
        deviation = deviations[scheme]
    except KeyError:
        raise ValueError(scheme) from None
    generator = random.Random(seed)
    rows, columns = shape
    return [[generator.gauss(0, deviation) for _ in range(columns)] for _ in range(rows)]
