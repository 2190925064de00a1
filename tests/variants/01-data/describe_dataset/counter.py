# expect: pass
# why: collections.Counter on a cleaned copy
from collections import Counter


def describe_dataset(table, label):
    table = table.copy()
    total = len(table)
    features = list(table.columns)
    features.remove(label)
    labels = table.loc[table[label].notna(), label]
    counts = Counter(labels)
    return {
        "instances": total,
        "features": features,
        "label": label,
        "classes": sorted(set(labels)),
        "class_counts": {c: counts[c] for c in counts},
    }
