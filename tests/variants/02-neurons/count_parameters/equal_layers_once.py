# expect: fail
# why: equal layers are counted once
def count_parameters(sizes):
    return sum({(a, b): (a + 1) * b for a, b in zip(sizes, sizes[1:])}.values())
