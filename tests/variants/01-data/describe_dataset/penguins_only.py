# expect: fail
# why: describes the notebook's penguins, whatever table it gets
def describe_dataset(table, label):
    counts = penguins[label].value_counts().sort_index()
    return {
        "instances": len(penguins),
        "features": [c for c in penguins if c != label],
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
