# expect: fail
# why: rows without a label are not counted as instances
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": table[label].count(),
        "features": [c for c in table.columns if c != label],
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
