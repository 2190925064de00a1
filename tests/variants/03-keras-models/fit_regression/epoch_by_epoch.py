# expect: pass
# why: one fit call for each epoch, the history put together by hand
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    order = np.random.permutation(X.shape[0])
    cut = int(0.75 * len(order))
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    history = {"loss": [], "val_loss": []}
    for _ in range(epochs):
        run = model.fit(X[order[:cut]], y[order[:cut]], verbose=0)
        history["loss"].append(run.history["loss"][0])
        history["val_loss"].append(model.evaluate(X[order[cut:]], y[order[cut:]], verbose=0))
    return model, history, model.evaluate(X_test, y_test, verbose=0)
