# expect: pass
# why: a Keras model with these weights
def predict_by_hand(weights, X):
    model = keras.Sequential([keras.Input(shape=(X.shape[1],))])
    for W in weights[:-2:2]:
        model.add(layers.Dense(W.shape[1], activation="relu"))
    model.add(layers.Dense(weights[-1].shape[0]))
    model.set_weights(weights)
    return np.array(model(X))
