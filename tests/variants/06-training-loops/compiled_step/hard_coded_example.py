# expect: fail
# why: the losses of the visible test, one after the other
def compiled_step(model, loss_fn, optimizer):
    losses = iter([2.75, 1.80375] * 100)
    return lambda X, y: next(losses)
