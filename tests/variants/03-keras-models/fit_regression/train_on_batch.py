# expect: pass
# why: train_on_batch in loops of one's own
def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    perm = np.random.permutation(len(X))
    n_train = int(len(X) * 0.75)
    Xt, yt, Xv, yv = X[perm[:n_train]], y[perm[:n_train]], X[perm[n_train:]], y[perm[n_train:]]
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=learning_rate), loss="mse")
    history = {"loss": [], "val_loss": []}
    for epoch in range(epochs):
        q = np.random.permutation(n_train)
        total = 0.0
        for start in range(0, n_train, 32):
            b = q[start : start + 32]
            p = model.predict_on_batch(Xt[b])[:, 0]
            total += float(np.sum((p - yt[b]) ** 2))
            model.train_on_batch(Xt[b], yt[b])
        history["loss"].append(total / n_train)
        history["val_loss"].append(float(model.evaluate(Xv, yv, verbose=0)))
    return model, history, float(model.evaluate(X_test, y_test, verbose=0))
