# expect: fail
# why: fills the caller's missing labels
def describe_dataset(table, label):
    table[label] = table[label].fillna("unknown")
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": [c for c in table if c != label],
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
