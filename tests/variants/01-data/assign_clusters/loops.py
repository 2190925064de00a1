# expect: pass
# why: three loops and a strict comparison
def assign_clusters(X, centres):
    result = []
    for row in X:
        best, best_distance = 0, float("inf")
        for j, centre in enumerate(centres):
            distance = sum((a - b) ** 2 for a, b in zip(row, centre)) ** 0.5
            if distance < best_distance:
                best, best_distance = j, distance
        result.append(best)
    return np.array(result)
