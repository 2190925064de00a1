# expect: fail
# why: sorts by key=str, so that class 10 comes before class 2; classes must be sorted
def describe_dataset(table, label):
    present = table[label].dropna().tolist()
    classes = sorted(set(present), key=str)
    return {
        "instances": len(table),
        "features": [name for name in table.columns if name != label],
        "label": label,
        "classes": classes,
        "class_counts": {name: present.count(name) for name in classes},
    }
