# expect: pass
# why: returns a nested list of Python numbers
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype="float64")
    out = np.empty(x.shape)
    for index, value in np.ndenumerate(x):
        ahead, behind = x.copy(), x.copy()
        ahead[index], behind[index] = value + h, value - h
        out[index] = (float(f(ahead)) - float(f(behind))) / (2 * h)
    return out.tolist()
