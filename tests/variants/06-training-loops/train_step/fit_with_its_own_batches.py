# expect: fail
# why: leaves it to compile and fit, whose batch size is 32: for more than 32 rows several steps are taken, "moved, once", and the loss is a mean over moving weights
def train_step(model, loss_fn, optimizer, X, y):
    model.compile(optimizer=optimizer, loss=loss_fn)
    return model.fit(X, y, epochs=1, shuffle=False, verbose=0).history["loss"][0]
