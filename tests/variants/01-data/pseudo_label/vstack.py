# expect: pass
# why: vstack and append, with row numbers
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    classes = np.argmax(probabilities, axis=1)
    confidence = probabilities[np.arange(len(classes)), classes]
    (chosen,) = np.nonzero(confidence >= threshold)
    return np.vstack((X, X_unlabelled[chosen])), np.append(y, classes[chosen])
