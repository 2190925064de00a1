# expect: pass
# why: norms, centre by centre, as int32
def assign_clusters(X, centres):
    distances = np.stack([np.linalg.norm(X - c, axis=1) for c in centres])
    return distances.argmin(axis=0).astype("int32")
