# expect: fail
# why: no shift; NaN from inf / inf is replaced by 1 / k: right for equal large logits, wrong for [[1000, 0]]; rows do not sum to 1
def softmax(logits):
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        powers = np.exp(logits)
        p = powers / powers.sum(axis=1, keepdims=True)
    return np.where(np.isnan(p), 1 / logits.shape[1], p)
