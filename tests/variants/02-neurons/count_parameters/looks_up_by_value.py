# expect: fail
# why: sizes.index(n) finds the first layer of that width: repeated widths get the wrong neighbour
def count_parameters(sizes):
    total = 0
    for n in sizes[:-1]:
        k = sizes[sizes.index(n) + 1]
        total += (n + 1) * k
    return total
