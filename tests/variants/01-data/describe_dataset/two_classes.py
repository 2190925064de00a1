# expect: fail
# why: the two commonest classes only
def describe_dataset(table, label):
    counts = table[label].dropna().value_counts().head(2)
    return {
        "instances": len(table),
        "features": [c for c in table.columns if c != label],
        "label": label,
        "classes": sorted(counts.index.tolist()),
        "class_counts": {k: int(v) for k, v in counts.items()},
    }
