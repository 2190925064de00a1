# expect: fail
# why: a copy of an integer array cannot hold x + h
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        ahead, behind = x.copy(), x.copy()
        ahead[i] = ahead[i] + h
        behind[i] = behind[i] - h
        gradient[i] = (f(ahead) - f(behind)) / (2 * h)
    return gradient
