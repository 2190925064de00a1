# expect: fail
# why: pops the caller's list
def count_parameters(sizes):
    if type(sizes) is tuple:
        sizes = list(sizes)
    total = 0
    while len(sizes) > 1:
        n = sizes.pop(0)
        total += (n + 1) * sizes[0]
    return total
