# expect: fail
# why: tests truth in place of isna: labels 0, False and "" are lost, though only NaN and None are missing
def describe_dataset(table, label):
    present = [value for value in table[label].tolist() if value and value == value]
    classes = sorted(set(present))
    return {
        "instances": len(table),
        "features": [name for name in table.columns if name != label],
        "label": label,
        "classes": classes,
        "class_counts": {name: present.count(name) for name in classes},
    }
