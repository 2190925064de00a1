# expect: fail
# why: sorts the caller's table
def describe_dataset(table, label):
    table.sort_values(label, inplace=True)
    counts = table[label].value_counts()
    return {
        "instances": len(table),
        "features": [c for c in table.columns if c != label],
        "label": label,
        "classes": sorted(counts.index.tolist()),
        "class_counts": {k: int(v) for k, v in counts.items()},
    }
