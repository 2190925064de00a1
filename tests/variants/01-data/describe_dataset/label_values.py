# expect: fail
# why: the label's column instead of its name
def describe_dataset(table, label):
    counts = table[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": [c for c in table.columns if c != label],
        "label": table[label].tolist(),
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
