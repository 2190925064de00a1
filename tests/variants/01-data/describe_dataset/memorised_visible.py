# expect: fail
# why: both visible examples by heart
def describe_dataset(table, label):
    return {
        "instances": len(table),
        "features": ["mass"],
        "label": "sex",
        "classes": ["female", "male"],
        "class_counts": {"female": 1, "male": 2},
    }
