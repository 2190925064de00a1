# expect: fail
# why: drops the rows with anything missing before it counts the classes
def describe_dataset(table, label):
    counts = table.dropna()[label].value_counts().sort_index()
    return {
        "instances": len(table),
        "features": [c for c in table if c != label],
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
