# expect: pass
# why: catches NumPy's error and raises one that names the shapes
def dense(X, W, b):
    if np.shape(b) != (np.shape(W)[1],):
        raise ValueError("b must be one number for each neuron, not of shape %s" % (np.shape(b),))
    try:
        return np.matmul(X, W) + b
    except ValueError as error:
        raise ValueError("cannot multiply {} by {}".format(X.shape, W.shape)) from error
