# expect: fail
# why: returns the docstring's answer whatever the input
def flatten_size(input_shape, stack):
    return 1152
