# expect: pass
# why: |x|² - 2xc + |c|² by a matrix product
def assign_clusters(X, centres):
    return np.argmin((centres**2).sum(1) - 2 * X @ centres.T, axis=1)
