# expect: fail
# why: classes in the order of value_counts
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": [c for c in table.columns if c != label],
        "label": label,
        "classes": table[label].value_counts().index.tolist(),
        "class_counts": counts.to_dict(),
    }
