# expect: pass
# why: keras.ops.log_softmax and one-hot labels
def cross_entropy(labels, predictions, from_logits=False):
    k = len(predictions[0])
    if min(labels) < 0 or max(labels) >= k:
        raise ValueError
    one_hot = np.eye(k)[labels]
    if from_logits:
        logs = keras.ops.convert_to_numpy(keras.ops.log_softmax(predictions, axis=-1))
    else:
        logs = np.log(np.maximum(predictions, 1e-7))
    return -(one_hot * logs).sum() / len(labels)
