# expect: fail
# why: the docstring's example
def evaluate(model, measure, batches):
    return 11 / 3
