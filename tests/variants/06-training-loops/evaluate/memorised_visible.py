# expect: fail
# why: knows the visible calls only
def evaluate(model, measure, batches):
    return 0.0 if len(list(batches)) == 1 else 11 / 3
