# expect: fail
# why: returns the docstring's first answer whatever the input
def output_size(size, kernel, stride=1, padding="valid"):
    return 26
