# expect: fail
# why: only the template with its question marks
problem_types = dict.fromkeys(
    ("rent", "postcode", "penguins", "baskets", "breathing", "harvest", "maze", "heater"),
    ("?", "?"),
)
