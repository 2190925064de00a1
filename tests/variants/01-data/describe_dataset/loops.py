# expect: pass
# why: plain loops and a set
def describe_dataset(table, label):
    counts = {}
    for value in table[label].tolist():
        if value is None or value != value:
            continue
        counts[value] = counts.get(value, 0) + 1
    features = []
    for column in table.columns:
        if column != label:
            features.append(column)
    return {
        "instances": table.shape[0],
        "features": features,
        "label": label,
        "classes": sorted(counts),
        "class_counts": counts,
    }
