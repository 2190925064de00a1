# expect: pass
# why: SciPy's cdist
from scipy.spatial.distance import cdist


def assign_clusters(X, centres):
    return np.argmin(cdist(X, centres), axis=1)
