# expect: fail
# why: fit cuts the batch into batches of 32
def train_step(model, loss_fn, optimizer, X, y):
    model.compile(optimizer=optimizer, loss=loss_fn)
    return model.fit(X, y, epochs=1, shuffle=False, verbose=0).history["loss"][0]
