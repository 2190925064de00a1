# expect: pass
# why: lets Keras train, without shuffling
def fix_the_loop(model, loss_fn, optimizer, X, y, epochs, batch_size):
    metric = keras.metrics.SparseCategoricalAccuracy(name="accuracy")
    model.compile(optimizer=optimizer, loss=loss_fn, metrics=[metric])
    run = model.fit(X, y, batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0)
    return {name: run.history[name] for name in ("loss", "accuracy")}
