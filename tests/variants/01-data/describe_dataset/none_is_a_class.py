# expect: fail
# why: only NaN is missing, None is taken for a class
def describe_dataset(table, label):
    values = [v for v in table[label] if v == v]
    counts = {}
    for v in values:
        counts[v] = counts.get(v, 0) + 1
    return {
        "instances": len(table),
        "features": [c for c in table.columns if c != label],
        "label": label,
        "classes": sorted(counts, key=str),
        "class_counts": counts,
    }
