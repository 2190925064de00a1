# expect: fail
# why: knows the visible answers only
def count_parameters(sizes):
    return {4: 281, 1: 0, 2: 12, 3: 24}.get(len(sizes), 0)
