# expect: pass
# why: scikit-learn's split; results as a dict
from sklearn.model_selection import train_test_split


def fit_regression(model, X, y, X_test, y_test, epochs=5, learning_rate=0.05):
    X_train, X_val, y_train, y_val = train_test_split(X, y, test_size=0.25, random_state=0)
    model.compile(optimizer=keras.optimizers.Adam(learning_rate), loss="mse")
    run = model.fit(X_train, y_train, epochs=epochs, validation_data=(X_val, y_val), verbose=0)
    result = model.evaluate(X_test, y_test, return_dict=True, verbose=0)
    return model, dict(run.history), result["loss"]
