# expect: fail
# why: counts the label as a feature
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": list(table.columns),
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
