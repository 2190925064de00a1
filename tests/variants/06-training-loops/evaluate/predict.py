# expect: pass
# why: all predictions first, by Keras's predict
def evaluate(model, measure, batches):
    batches = list(batches)
    X = np.concatenate([b[0] for b in batches])
    y = np.concatenate([b[1] for b in batches])
    return float(measure(y, model.predict(X, verbose=0)))
