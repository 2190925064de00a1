# expect: fail
# why: the docstring's example
def train_epoch(step, batches):
    return 21 / 9
