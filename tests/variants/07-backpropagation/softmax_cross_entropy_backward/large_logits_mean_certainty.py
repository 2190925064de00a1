# expect: fail
# why: from 700 on takes the one-hot of argmax for the softmax: ties and near ties of large logits ([1e4, 1e4] is 1/2, 1/2) are wrong
def softmax_cross_entropy_backward(logits, labels):
    k = logits.shape[1]
    P = np.empty(logits.shape)
    for i, row in enumerate(logits):
        if np.abs(row).max() > 700:
            P[i] = np.eye(k)[np.argmax(row)]
        else:
            P[i] = np.exp(row) / np.exp(row).sum()
    return (P - np.eye(k)[labels]) / len(labels)
