# expect: fail
# why: takes the class 0 for a missing label, since 0 is false
def describe_dataset(table, label):
    labels = [x for x in table[label] if x and x == x]
    return {
        "instances": len(table),
        "features": [c for c in table if c != label],
        "label": label,
        "classes": sorted(set(labels)),
        "class_counts": {x: labels.count(x) for x in set(labels)},
    }
