# expect: fail
# why: returns the docstring's answer whatever the input
def count_parameters(sizes):
    return 281
