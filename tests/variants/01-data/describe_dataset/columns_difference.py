# expect: fail
# why: columns.difference sorts the features
def describe_dataset(table, label):
    counts = table[label].value_counts()
    return {
        "instances": len(table),
        "features": table.columns.difference([label]).tolist(),
        "label": label,
        "classes": sorted(counts.index.tolist()),
        "class_counts": {k: int(v) for k, v in counts.items()},
    }
