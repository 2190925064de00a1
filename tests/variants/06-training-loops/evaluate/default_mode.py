# expect: pass
# why: outside of fit, Keras predicts in inference mode by default
def evaluate(model, measure, batches):
    values, sizes = [], []
    for X, y in batches:
        values.append(float(measure(y, model(X))))
        sizes.append(len(X))
    return np.average(values, weights=sizes)
