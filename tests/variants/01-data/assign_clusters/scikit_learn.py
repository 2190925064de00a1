# expect: pass
# why: scikit-learn's pairwise_distances
from sklearn.metrics import pairwise_distances


def assign_clusters(X, centres):
    return pairwise_distances(X, centres).argmin(axis=1)
