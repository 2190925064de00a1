# expect: fail
# why: returns the history of a visible test
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    return {"loss": [0.5] * epochs, "accuracy": [0.5] + [1.0] * (epochs - 1)}
