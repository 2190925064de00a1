# expect: fail
# why: classes that are numbers become text
def describe_dataset(table, label):
    counts = table[label].dropna().astype(str).value_counts()
    return {
        "instances": len(table),
        "features": [c for c in table.columns if c != label],
        "label": label,
        "classes": sorted(counts.index.tolist()),
        "class_counts": {k: int(v) for k, v in counts.items()},
    }
