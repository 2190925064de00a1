# expect: pass
# why: plain Python: math.dist, and min over a range keeps the first of equals; dtype int32
def assign_clusters(X, centres):
    import math

    places = np.asarray(centres).tolist()
    rows = np.asarray(X).tolist()
    return np.fromiter(
        (min(range(len(places)), key=lambda j: math.dist(row, places[j])) for row in rows),
        dtype=np.int32,
        count=len(rows),
    )
