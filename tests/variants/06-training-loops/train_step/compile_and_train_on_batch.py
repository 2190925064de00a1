# expect: pass
# why: lets Keras do the same step
def train_step(model, loss_fn, optimizer, X, y):
    model.compile(optimizer=optimizer, loss=loss_fn, run_eagerly=True)
    return model.train_on_batch(X, y)
