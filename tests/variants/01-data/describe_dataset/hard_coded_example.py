# expect: fail
# why: the docstring's example only
def describe_dataset(table, label):
    return {
        "instances": 3,
        "features": ["mass"],
        "label": "sex",
        "classes": ["female", "male"],
        "class_counts": {"female": 1, "male": 2},
    }
