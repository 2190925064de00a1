# %% [markdown]
# # 1. Learning from data
#
# At the end of this lesson you can
#
# - **name** what kind of learning problem you have in front of you, from its data and its output;
# - **split** a dataset so that the score you report is one you can believe;
# - **prepare** features and labels without letting the answers leak into them;
# - **choose** a setting of a model honestly, and recognise overfitting when you see it;
# - **use** rows without labels, by clustering and by pseudo-labels, and say when that backfires.
#
# It takes about two hours: half for reading and running, half for the nine exercises. It builds on
# Python and NumPy (arrays, `axis`, boolean masks) and a little pandas; no neural network yet. Every
# later lesson leans on this one.
#
# **How it works.** Replace each `raise NotImplementedError()` by your own code, then run the cell
# below it: it checks your answer, as often as you like. More checks run when the notebook is
# graded, with inputs that you do not see. Exercises are graded independently of each other.

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from course import check, figures
from course.datasets import load_penguins

figures.use_style()
penguins = load_penguins()

# %% [markdown]
# ## Two questions about any problem
#
# A program that **learns** gets its behaviour from examples instead of rules. Before any model, ask
# two questions about the problem.
#
# **What do the data tell the program?**
#
# | type of dataset | what it holds |
# | --- | --- |
# | **supervised** | inputs, and for each the right answer, its *label* |
# | **unsupervised** | inputs only |
# | **semi-supervised** | inputs, and the right answer for a few of them |
# | **reinforcement** | no dataset to begin with: the program acts, and receives *rewards* |
#
# **What does the program answer, for one input?**
#
# | type of output | what the answer is |
# | --- | --- |
# | **classification** | one of a list of classes that people fixed beforehand |
# | **regression** | a number on a scale, where nearer is better |
# | **clustering** | the number of a group that the program itself formed |
#
# The two questions are independent. A reward, for instance, says nothing about the form of the
# answer: a program may have to choose one of four moves (a class) or the angle of a steering wheel
# (a number).

# %% [markdown]
# ### Exercise: eight problems (2 points)
#
# Sort each of these problems by both questions.
#
# - `"rent"`: 12,000 flats, each with its area, floor and monthly rent. Predict the rent, in euros,
#   of another flat.
# - `"postcode"`: 60,000 photographs of handwritten digits, each with the digit it shows, 0 to 9.
#   Read postcodes.
# - `"penguins"`: the measurements of 344 penguins and the species of each. Assign another penguin
#   to one of the three species.
# - `"baskets"`: what 8,000 customers bought, and nothing else about them. Divide the customers into
#   six groups who buy alike.
# - `"breathing"`: 20,000 recordings of breathing. A doctor had time to mark 300 of them as
#   "wheezing" or "clear". Train on all 20,000 and say which of the two another recording is.
# - `"harvest"`: satellite images of 900 fields. For 60 of them the harvest was weighed. Train on
#   all 900 and predict how many tonnes per hectare another field yields.
# - `"maze"`: a robot tries out moves in a maze. Nobody tells it which move is right; it is paid
#   when it gets out. At each junction it must choose north, east, south or west.
# - `"heater"`: a controller tries out settings of a heater. Each night it gets one grade, for
#   comfort less cost. Every minute it must say how many watts to use, anything from 0 to 2000.

# %% nbgrader={"grade_id": "problem_types", "solution": true}
# The type of dataset is "supervised", "unsupervised", "semi-supervised" or "reinforcement";
# the type of output is "classification", "regression" or "clustering".
# Replace every "?", and delete the line `raise NotImplementedError()`.
problem_types = {
    # problem: (type of dataset, type of output)
    "rent": ("?", "?"),
    "postcode": ("?", "?"),
    "penguins": ("?", "?"),
    "baskets": ("?", "?"),
    "breathing": ("?", "?"),
    "harvest": ("?", "?"),
    "maze": ("?", "?"),
    "heater": ("?", "?"),
}
### BEGIN SOLUTION
problem_types = {
    "rent": ("supervised", "regression"),
    "postcode": ("supervised", "classification"),
    "penguins": ("supervised", "classification"),
    "baskets": ("unsupervised", "clustering"),
    "breathing": ("semi-supervised", "classification"),
    "harvest": ("semi-supervised", "regression"),
    "maze": ("reinforcement", "classification"),
    "heater": ("reinforcement", "regression"),
}
### END SOLUTION

# %% [markdown]
# The next two cells look only at the form of your answers: a concept check is marked when the
# notebook is graded.

# %% nbgrader={"grade_id": "problem_types-dataset", "points": 1}
with check.visible("problem_types: every dataset has an answer"):
    dataset_options = ("supervised", "unsupervised", "semi-supervised", "reinforcement")
    problems = ("rent", "postcode", "penguins", "baskets", "breathing", "harvest", "maze", "heater")
    check.equal(sorted(problem_types), sorted(problems), "the problems in problem_types")
    for problem in problems:
        check.that(
            problem_types[problem][0] in dataset_options,
            f"problem_types[{problem!r}][0]: choose one of {', '.join(dataset_options)}",
        )
### BEGIN HIDDEN TESTS
with check.hidden("problem_types: the type of dataset"):
    check.choices(
        {problem: problem_types[problem][0] for problem in problems},
        {
            "rent": "supervised",
            "postcode": "supervised",
            "penguins": "supervised",
            "baskets": "unsupervised",
            "breathing": "semi-supervised",
            "harvest": "semi-supervised",
            "maze": "reinforcement",
            "heater": "reinforcement",
        },
        "the type of dataset",
        options=dataset_options,
        why={
            ("baskets", "supervised"): "look for the label: does any row come with a right answer?",
            ("penguins", "unsupervised"): "is the right answer of the 344 penguins known or not?",
            ("breathing", "supervised"): "count the labels: how many recordings have one?",
            ("breathing", "unsupervised"): "a doctor did mark some of the recordings",
            ("harvest", "supervised"): "count the labels: how many fields have one?",
            ("harvest", "unsupervised"): "the harvest of some of the fields was weighed",
            ("maze", "unsupervised"): "there is no label, but there is a reward",
            ("maze", "supervised"): "a reward at the end does not say which move was right",
            ("heater", "supervised"): "a grade says how good, not what would have been right",
            ("heater", "unsupervised"): "there is no label, but there is a nightly grade",
        },
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "problem_types-output", "points": 1}
with check.visible("problem_types: every output has an answer"):
    output_options = ("classification", "regression", "clustering")
    problems = ("rent", "postcode", "penguins", "baskets", "breathing", "harvest", "maze", "heater")
    check.equal(sorted(problem_types), sorted(problems), "the problems in problem_types")
    for problem in problems:
        check.that(
            problem_types[problem][1] in output_options,
            f"problem_types[{problem!r}][1]: choose one of {', '.join(output_options)}",
        )
### BEGIN HIDDEN TESTS
with check.hidden("problem_types: the type of output"):
    check.choices(
        {problem: problem_types[problem][1] for problem in problems},
        {
            "rent": "regression",
            "postcode": "classification",
            "penguins": "classification",
            "baskets": "clustering",
            "breathing": "classification",
            "harvest": "regression",
            "maze": "classification",
            "heater": "regression",
        },
        "the type of output",
        options=output_options,
        why={
            ("rent", "classification"): "a rent that is 5 euros off is less wrong than one 500 off",
            ("rent", "clustering"): "no groups are asked for, but a sum of money",
            ("postcode", "regression"): "a digit is a name here: reading 4 for 3 is just wrong",
            ("postcode", "clustering"): "who fixed the ten digits: people, or the program?",
            ("penguins", "clustering"): "species are groups, but who fixed them, and when?",
            ("baskets", "classification"): "who forms the six groups: people, or the program?",
            ("breathing", "clustering"): "the type of dataset does not decide the type of output",
            ("breathing", "regression"): "there are two possible answers, and nothing in between",
            ("harvest", "classification"): "half a tonne too much is less wrong than five",
            ("heater", "classification"): "0 to 2000 watts is a scale: 1000 lies near 1001",
            ("maze", "regression"): "is north nearer to east than to south, as an answer?",
            ("maze", "clustering"): "the robot did not make up the four directions",
        },
    )
### END HIDDEN TESTS

# %% [markdown]
# ## A dataset is a table
#
# A **dataset** is a table. Each row is an **instance** (also: example, sample): one thing that was
# observed. Each column that the model may look at is a **feature**. The column that it should
# predict is the **label** (also: target); if the label takes its values from a fixed list, those
# values are the **classes**. We write $X$ for the features, an array of shape $(n, d)$ with one row
# for each of the $n$ instances, and $y$ for the labels, shape $(n,)$.
#
# Ours are 344 penguins, measured from 2007 to 2009 on three islands of the Palmer Archipelago,
# Antarctica. Our question is the species; the features are the columns in millimetres and grams.

# %%
penguins.head()

# %% [markdown]
# Look at the data before modelling them. In the next figure, look for two things: could a ruler
# separate the species, and would one measurement alone be enough?

# %%
_ = figures.draw_scatter(penguins, "bill_length_mm", "bill_depth_mm", "species")

# %% [markdown]
# Three clouds that touch at their edges: a ruler laid twice separates all but a few. Neither axis
# alone does: Adelie and Chinstrap have bills of the same depth, Chinstrap and Gentoo bills of the
# same length. Two penguins are missing: nobody measured them. Real tables have holes, in labels
# too, so count before you compute.

# %% [markdown]
# ### Exercise: describe a dataset (2 points)


# %% nbgrader={"grade_id": "describe_dataset", "solution": true}
def describe_dataset(table, label):
    """Summarise a table that is to be learned from.

    A missing label (NaN or None: whatever `table[label].isna()` says) is no class. Its row still
    counts as an instance, but is in none of the class counts.

    Parameters
    ----------
    table : pandas.DataFrame, one row for each instance; it is not changed
    label : str, the name of the column to predict

    Returns
    -------
    dict of plain Python values, with exactly these keys
        "instances" : int, the number of rows
        "features" : list of the names of all other columns, in the table's order
        "label" : str
        "classes" : list of the different labels, sorted
        "class_counts" : dict of class to int, the number of rows with that label

    Example
    -------
    >>> birds = pd.DataFrame({"mass": [9, 8, 5], "sex": ["male", "female", "male"]})
    >>> describe_dataset(birds, "sex")
    {'instances': 3, 'features': ['mass'], 'label': 'sex', 'classes': ['female', 'male'],
     'class_counts': {'female': 1, 'male': 2}}
    """
    ### BEGIN SOLUTION
    counts = table[label].value_counts().sort_index()  # leaves missing labels out
    return {
        "instances": len(table),
        "features": [column for column in table.columns if column != label],
        "label": label,
        "classes": counts.index.tolist(),
        "class_counts": counts.to_dict(),
    }
    ### END SOLUTION


# %% nbgrader={"grade_id": "describe_dataset-values", "points": 1}
with check.visible("describe_dataset"):
    birds = pd.DataFrame({"mass": [9, 8, 5], "sex": ["male", "female", "male"]})
    summary = describe_dataset(birds, "sex")
    check.instance(summary, dict, 'describe_dataset(birds, "sex")')
    check.equal(
        sorted(summary),
        ["class_counts", "classes", "features", "instances", "label"],
        "the keys of the summary",
    )
    check.equal(summary["instances"], 3, 'summary["instances"]')
    check.equal(
        summary["features"],
        ["mass"],
        'summary["features"]',
        hint="should be a plain list of the names of all columns but the label",
        mistakes={"the label is what we predict, not a feature": ["mass", "sex"]},
    )
    check.equal(summary["label"], "sex", 'summary["label"]')
    check.equal(
        summary["classes"],
        ["female", "male"],
        'summary["classes"]',
        hint="should be a plain list of the different labels, sorted",
        mistakes={
            "has one entry for each row; name each class once": ["female", "male", "male"],
            "these are in the order of the table or by frequency; sort them": ["male", "female"],
        },
    )
    check.equal(
        summary["class_counts"],
        {"female": 1, "male": 2},
        'summary["class_counts"]',
        hint="should be a plain dict of each class to its number of rows",
    )
### BEGIN HIDDEN TESTS
with check.hidden("describe_dataset"):
    stones_rng = np.random.default_rng(1)
    stone_kinds = np.repeat(["slate", "basalt", "chalk", "marl"], [4, 11, 6, 2])
    stones = pd.DataFrame(
        {
            "weight": stones_rng.normal(size=23),
            "kind": stones_rng.permutation(stone_kinds).astype(object),
            "site": stones_rng.integers(3, size=23),
            "colour": "grey",
        }
    )
    summary = describe_dataset(stones, "kind")
    check.equal(summary["instances"], 23, "the number of instances")
    check.equal(
        summary["features"],
        ["weight", "site", "colour"],
        "the features of a table with its label in the middle",
        hint="should be all columns but the label, in the table's order, as a list",
        mistakes={
            "the label is not one of the features": list(stones.columns),
            "the label need not be the last column": ["weight", "kind", "site"],
            "the label need not be the first column": ["kind", "site", "colour"],
            "columns of text are features too": ["weight", "site"],
        },
    )
    check.equal(summary["label"], "kind", "the label")
    check.equal(
        summary["classes"],
        ["basalt", "chalk", "marl", "slate"],
        "the classes",
        hint="should be a sorted list of the different labels",
        mistakes={
            "these are ordered by frequency; sort them": ["basalt", "chalk", "slate", "marl"],
        },
    )
    check.equal(
        summary["class_counts"],
        {"basalt": 11, "chalk": 6, "marl": 2, "slate": 4},
        "the class counts",
        hint="should be a plain dict of class to number of rows",
    )
    by_site = describe_dataset(stones, "site")
    site_counts = np.bincount(stones["site"])
    check.equal(by_site["classes"], [0, 1, 2], "classes that are whole numbers")
    check.equal(
        by_site["class_counts"],
        {site: int(site_counts[site]) for site in range(3)},
        "the class counts of classes that are whole numbers",
    )
    numbered = pd.DataFrame(
        {
            "kinds": [1, 1, 1, 1],
            "kind": [9, 10, -2, 10],
            "my kind": [2, 2, 2, 2],
            "nd": [3, 3, 3, 3],
        }
    )
    summary = describe_dataset(numbered, "kind")
    check.equal(
        summary["features"],
        ["kinds", "my kind", "nd"],
        "the features, where other columns have similar names",
        hint="should be all columns but the one that is named exactly so",
    )
    check.equal(
        summary["classes"],
        [-2, 9, 10],
        "classes that are whole numbers of one or more digits",
        hint="should be sorted as the numbers that they are",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "describe_dataset-missing", "points": 1}
with check.visible("describe_dataset, with missing values"):
    gappy = pd.DataFrame(
        {"sex": ["male", np.nan, "female", "male"], "mass": [9.0, 8.0, np.nan, 5.0]}
    )
    with check.not_mutated(table=gappy):
        summary = describe_dataset(gappy, "sex")
    check.equal(
        summary["instances"],
        4,
        'summary["instances"]',
        mistakes={
            "a row without a label is an instance too": 3,
            "a row with something missing is an instance too": 2,
        },
    )
    check.equal(
        set(summary["classes"]),
        {"female", "male"},
        'the set of summary["classes"]',
        hint="a missing label is no class, and no class may be lost with it",
    )
    check.equal(
        summary["class_counts"],
        {"female": 1, "male": 2},
        'summary["class_counts"]',
        hint="a row counts for its class even if a feature is missing; a missing label is no class",
    )
### BEGIN HIDDEN TESTS
with check.hidden("describe_dataset, with missing values"):
    filtered = pd.DataFrame(
        {
            "depth": [1.0, np.nan, 3.0, 4.0, 5.0, 6.0, 7.0],
            "kind": ["z", "b", None, "b", np.nan, "a", "b"],
        },
        index=[11, 3, 7, 20, 2, 5, 3],
    )
    with check.not_mutated(table=filtered):
        summary = describe_dataset(filtered, "kind")
    check.equal(
        summary["instances"], 7, "the number of instances", hint="every row counts, complete or not"
    )
    check.equal(
        set(summary["classes"]), {"a", "b", "z"}, "the classes", hint="a missing label is no class"
    )
    check.equal(
        summary["class_counts"],
        {"a": 1, "b": 3, "z": 1},
        "the class counts",
        hint="a row counts for its class even if a feature is missing; a missing label is no class",
    )
    gaps = pd.Series(["b", None, np.nan], dtype=object)
    both = describe_dataset(pd.DataFrame({"kind": gaps}), "kind")
    check.equal(
        [both["classes"], both["class_counts"]],
        [["b"], {"b": 1}],
        "the classes and their counts, where one label is None and one is NaN",
        hint="both are missing, as isna() says; neither is a class",
    )
    nobody = describe_dataset(filtered[filtered["kind"].isna()], "kind")
    check.equal(nobody["instances"], 2, "the number of instances, where no row has a label")
    check.equal(len(nobody["classes"]), 0, "the number of classes, where no row has a label")
    check.equal(nobody["class_counts"], {}, "the class counts, where no row has a label")
### END HIDDEN TESTS

# %%
describe_dataset(penguins, "species")

# %% [markdown]
# 152 Adelie, 124 Gentoo, 68 Chinstrap: the classes are **imbalanced**. A program that always says
# "Adelie" is right for 152 of 344 penguins, 44 %, without looking at one. Any accuracy has to be
# compared with that. Asked for `"sex"`, the same function finds 333 labels among 344 rows: eleven
# penguins are without one.

# %% [markdown]
# ## Three parts with three jobs
#
# What counts is how a model does on rows that it has *not* seen. So rows are put aside, and each
# part has one job.
#
# | part | its job | how often is it used? |
# | --- | --- | --- |
# | **training set** | the model learns from it | always |
# | **validation set** | compares models and settings, so that you can choose | for each candidate |
# | **test set** | estimates how well the chosen model will do | once, at the very end |
#
# 60 %, 20 % and 20 % is a common start; with millions of rows, 1 % is plenty for a test.
#
# The simplest way to split is to cut the table: first 60 %, next 20 %, last 20 %. We try it on the
# 342 penguins that were measured, with a simple classifier: **k nearest neighbours** (kNN). It
# answers with the commonest class among the $k$ training rows at the smallest distance from the new
# row $x$,
#
# $$\lVert x - x_i \rVert^2 = \sum_{j=1}^{d} (x_j - x_{ij})^2,$$
#
# where $x_{ij}$ is feature $j$ of training row $i$.

# %%
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
measured = penguins.dropna(subset=MEASURES)
X = measured[MEASURES].to_numpy()
y = np.array([SPECIES.index(name) for name in measured["species"]])  # 0, 1 or 2
print(X.shape, y.shape)


# %%
def knn_votes(k, train, X):
    """Share of the k nearest training rows that belong to class 0, 1, 2: shape (n, 3)."""
    X_train, y_train = train
    distances = ((X[:, np.newaxis] - X_train) ** 2).sum(axis=2)  # shape (n, training rows)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    return (y_train[nearest][..., np.newaxis] == np.arange(3)).mean(axis=1)


def knn_accuracy(k, train, rows):
    """Share of `rows`, a pair (X, y), that the k nearest rows of `train`, a pair, get right."""
    X, y = rows
    return np.mean(knn_votes(k, train, X).argmax(axis=1) == y)


# %% [markdown]
# **Predict first:** always saying "Adelie" would score 44 %. What will kNN score on the last 20 %
# of the table, knowing the first 60 %?

# %%
first, last = slice(0, 205), slice(273, 342)
print(f"accuracy on the last rows: {knn_accuracy(5, (X[first], y[first]), (X[last], y[last])):.3f}")
print("penguins of each species in the first 205 rows:", np.bincount(y[first], minlength=3))
print("and in the last 69 rows:", np.bincount(y[last], minlength=3))

# %% [markdown]
# 1.4 %: one penguin of 69. The table is sorted by species, so the first rows hold no Chinstrap (the
# middle number), and the last rows hold little else. Nothing is wrong with the classifier; the
# split is. Two cures:
#
# - **Shuffle** before cutting, so that each part is a random sample. Draw from a generator with a
#   fixed **seed**, so that you and your readers get the same split each time. Take NumPy's
#   `np.random.default_rng(seed)`: the older `np.random.seed` resets a generator that all code
#   shares.
# - **Stratify**: shuffle and cut each class by itself, so that every part has the same share of
#   every class. This matters most for rare classes and small tables.

# %% [markdown]
# ### Exercise: split a dataset (3 points)
#
# Split the row *numbers*, then take the same numbers from `X` and from `y`: that keeps them
# together.


# %% nbgrader={"grade_id": "train_val_test_split", "solution": true}
def train_val_test_split(X, y, fractions, seed, stratify=False):
    """Split a dataset at random into a training, a validation and a test set.

    Every row goes to exactly one part, together with its label. The rows of each part come in
    random order, stratified or not. The same seed always gives the same split; another seed gives
    another. NumPy's shared generator (`np.random.seed`) is left as it was.

    Parameters
    ----------
    X : array of shape (n, d); it is not changed
    y : array of shape (n,), numbers or text; it is not changed
    fractions : three numbers, the shares of the training, validation and test set: (0.6, 0.2, 0.2)
    seed : int
    stratify : bool
        If True, each class is shared out by itself, according to `fractions`. If False, chance
        decides how many rows of a class a part gets.

    Returns
    -------
    (X_train, y_train), (X_val, y_val), (X_test, y_test) : three pairs of arrays
        Same dtypes as X and y. The number of rows of a part may differ from n times its fraction
        by up to 2: how to round is up to you. If stratified, this holds for the rows of each class
        instead.

    Raises
    ------
    ValueError
        If `fractions` are not three numbers, if one is zero or negative, or if their sum is not 1
        (to within rounding: 0.7 + 0.2 + 0.1 gives 0.9999999999999999 in Python, and is fine).

    Example
    -------
    >>> train, val, test = train_val_test_split(X, y, (0.6, 0.2, 0.2), seed=0)
    >>> train[0].shape, train[1].shape      # for X of shape (10, 4)
    ((6, 4), (6,))
    """
    ### BEGIN SOLUTION
    if len(fractions) != 3 or min(fractions) <= 0 or not np.isclose(sum(fractions), 1):
        raise ValueError(f"fractions must be three positive numbers with the sum 1: {fractions}")
    rng = np.random.default_rng(seed)
    groups = [np.flatnonzero(y == one) for one in np.unique(y)] if stratify else [np.arange(len(y))]
    parts = [], [], []
    for group in groups:
        cuts = np.round(np.cumsum(fractions)[:2] * len(group)).astype(int)
        for part, rows in zip(parts, np.split(rng.permutation(group), cuts), strict=True):
            part.append(rows)
    shuffled = [rng.permutation(np.concatenate(part)) for part in parts]  # mixes the classes
    return tuple((X[rows], y[rows]) for rows in shuffled)
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_val_test_split-parts", "points": 1}
with check.visible("train_val_test_split"):
    numbered_X = np.column_stack([np.arange(40), 100 + np.arange(40)])
    numbered_y = np.arange(40)  # the label of row i is i, so that we can see which rows came
    parts = train_val_test_split(numbered_X, numbered_y, (0.5, 0.3, 0.2), seed=3)
    check.equal(
        len(parts), 3, "the number of parts", hint="return three pairs: (X_train, y_train), …"
    )
    for (part_X, part_y), share, part_name in zip(
        parts, (20, 12, 8), ("training", "validation", "test"), strict=True
    ):
        check.shape(part_X, (None, 2), f"X of the {part_name} set")
        check.shape(part_y, (None,), f"y of the {part_name} set")
        check.that(
            abs(len(part_y) - share) <= 2,
            f"the {part_name} set: its size is far from n times its fraction",
            expected=share,
            got=len(part_y),
        )
        check.equal(
            np.asarray(part_X)[:, 0],
            part_y,
            f"X and y of the {part_name} set",
            hint="row i of X no longer belongs to row i of y; shuffle both by the same row numbers",
        )
    check.equal(
        np.sort(np.concatenate([part_y for _, part_y in parts])),
        np.arange(40),
        "the rows of all three parts together",
        hint="should be every row of the dataset exactly once: none twice, none left out",
    )
    check.raises(
        ValueError,
        train_val_test_split,
        numbered_X,
        numbered_y,
        (0.6, 0.2, 0.1),
        0,
        what="fractions (0.6, 0.2, 0.1)",
        hint="their sum is not 1",
    )
### BEGIN HIDDEN TESTS
with check.hidden("train_val_test_split"):
    try:
        train_val_test_split(np.zeros((50, 1)), np.zeros(50, dtype=int), (0.7, 0.2, 0.1), 0)
    except ValueError:
        check.that(
            False,
            "fractions (0.7, 0.2, 0.1): raises ValueError, because their sum in floats is not quite"
            " 1; compare it to 1 with np.isclose",
        )
    for rows, shares in ((100, (0.7, 0.2, 0.1)), (57, (0.2, 0.3, 0.5)), (31, (0.34, 0.33, 0.33))):
        numbered_X = np.column_stack([np.arange(rows) / 8, np.ones(rows), np.zeros(rows)])
        numbered_y = np.arange(rows)
        with check.not_mutated(X=numbered_X, y=numbered_y):
            parts = train_val_test_split(numbered_X, numbered_y, shares, seed=rows)
        check.equal(len(parts), 3, "the number of parts")
        for (part_X, part_y), share in zip(parts, shares, strict=True):
            check.shape(part_X, (None, 3), "X of a part")
            check.shape(part_y, (None,), "y of a part")
            check.dtype(part_y, "integer", "y of a part, from whole numbers")
            check.that(
                abs(len(part_y) - share * rows) <= 2,
                "the size of a part: differs by more than 2 from n times its fraction",
            )
            check.equal(
                np.asarray(part_X)[:, 0] * 8,
                np.asarray(part_y, dtype=float),
                "X and y of a part",
                hint="row i of X must belong to row i of y",
            )
        check.equal(
            np.sort(np.concatenate([part_y for _, part_y in parts])),
            np.arange(rows),
            "all rows together",
            hint="every row must come exactly once: none twice, none left out",
        )
    for shares, what in (
        ((0.6, 0.3, 0.2), "fractions that sum to more than 1"),
        ((0.5, 0.2, 0.2), "fractions that sum to less than 1"),
        ((0.6, 0.2, 0.17), "fractions that sum to 0.97"),
        ((0.9, 0.3, -0.2), "a negative fraction"),
        ((0.8, 0.2, 0.0), "a fraction of zero"),
        ((0.8, 0.2), "two fractions"),
        ((0.4, 0.2, 0.2, 0.2), "four fractions"),
    ):
        with check.raises(ValueError, what=what, hint="the docstring names it under Raises"):
            train_val_test_split(numbered_X, numbered_y, shares, 0)
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "train_val_test_split-random", "points": 1}
with check.visible("train_val_test_split: chance and seed"):
    numbered_X, numbered_y = np.arange(60.0).reshape(30, 2), np.arange(30)
    once, again = (
        train_val_test_split(numbered_X.copy(), numbered_y.copy(), (0.6, 0.2, 0.2), seed=5)
        for _ in range(2)
    )
    check.that(
        not np.array_equal(np.sort(once[0][1]), np.arange(len(once[0][1]))),
        "the training set: holds the first rows of the table; shuffle before cutting",
    )
    check.equal(
        once[2][1], again[2][1], "the test set, split twice with seed=5", hint="use the seed"
    )
### BEGIN HIDDEN TESTS
with check.hidden("train_val_test_split: chance and seed"):
    numbered_X = np.arange(160.0).reshape(80, 2)
    for numbered_y, stratified in ((np.arange(80), False), (np.repeat([0, 1], [50, 30]), True)):
        orders = []
        for seed in range(6):
            once, again = (
                train_val_test_split(
                    numbered_X.copy(), numbered_y.copy(), (0.5, 0.25, 0.25), seed, stratified
                )
                for _ in range(2)
            )
            for (part_X, _), (again_X, _) in zip(once, again, strict=True):
                check.equal(
                    part_X, again_X, "X, split twice with the same seed", hint="use the seed"
                )
                check.that(
                    bool(np.any(np.diff(np.asarray(part_X)[:, 0]) < 0)),
                    "the order in a part: the rows are still sorted; they should be shuffled too",
                )
            orders.append(tuple(np.asarray(once[2][0])[:, 0].tolist()))
        check.that(
            len(set(orders)) == len(orders),
            "splits with different seeds: some are the same; does your code use `seed`?",
        )
        check.that(
            len({frozenset(order) for order in orders}) == len(orders),
            "splits with different seeds: the rows of the test set are always the same ones",
        )
    numbered_y = np.repeat([0, 1], [50, 30])
    ones = {
        int(np.sum(train_val_test_split(numbered_X, numbered_y, (0.5, 0.25, 0.25), seed)[0][1]))
        for seed in range(12)
    }
    check.that(
        len(ones) > 1,
        "the shares of the classes: never vary, though `stratify` is False; leave them to chance",
    )

    def disturbed(X, y):
        before = np.random.get_state()
        train_val_test_split(X, y, (0.5, 0.25, 0.25), 1)
        after = np.random.get_state()
        return not (np.array_equal(before[1], after[1]) and before[2] == after[2])

    check.that(
        not check.there(disturbed, numbered_X, numbered_y),
        "NumPy's shared generator: was used or reset; take one of your own, default_rng(seed)",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "train_val_test_split-stratify", "points": 1}
with check.visible("train_val_test_split: stratified"):
    kinds = np.repeat(["common", "rare"], [160, 40])
    kind_X = np.arange(200.0).reshape(200, 1)
    parts = train_val_test_split(kind_X, kinds, (0.5, 0.25, 0.25), seed=1, stratify=True)
    for (_, part_y), share, part_name in zip(
        parts, (20, 10, 10), ("training", "validation", "test"), strict=True
    ):
        rare = int(np.sum(np.asarray(part_y) == "rare"))
        check.that(
            abs(rare - share) <= 2,
            f'rows of the class "rare" in the {part_name} set: share out each class by itself',
            expected=share,
            got=rare,
        )
### BEGIN HIDDEN TESTS
with check.hidden("train_val_test_split: stratified"):
    class_sizes = {2: 300, 5: 201, 7: 12, 9: 499}
    for seed in range(3):
        # Another seed than the one handed in, whose permutation an answer may draw and undo.
        kinds = np.random.default_rng(seed + 13).permutation(
            np.repeat(list(class_sizes), list(class_sizes.values()))
        )
        kind_X = np.column_stack([np.arange(1012), kinds]).astype(float)
        parts = train_val_test_split(kind_X, kinds, (0.6, 0.25, 0.15), seed, stratify=True)
        for (part_X, part_y), share in zip(parts, (0.6, 0.25, 0.15), strict=True):
            check.equal(
                np.asarray(part_X)[:, 1],
                np.asarray(part_y, dtype=float),
                "X and y of a stratified part",
                hint="row i of X must belong to row i of y",
            )
            for kind, size in class_sizes.items():
                check.that(
                    abs(int(np.sum(np.asarray(part_y) == kind)) - share * size) <= 2,
                    "a class in a stratified part: is not there in proportion to the fraction",
                )
            check.that(
                int(np.sum(np.diff(part_y) != 0)) > 40,
                "a stratified part: its rows come class by class; shuffle them once more",
            )
        check.equal(
            np.sort(np.concatenate([np.asarray(part_X)[:, 0] for part_X, _ in parts])),
            np.arange(1012.0),
            "all rows of a stratified split together",
            hint="every row must come exactly once: none twice, none left out",
        )
### END HIDDEN TESTS

# %% [markdown]
# What stratification is for shows best in a small sample: 25 Adelies, 10 Chinstraps and 15 Gentoos.
# The upper figure is shuffled only, the lower one is stratified, both by your own function. Compare
# the lengths of the middle bars from part to part.

# %%
few = np.concatenate([np.flatnonzero(y == one)[:rows] for one, rows in enumerate((25, 10, 15))])
for stratified in (False, True):
    train, val, test = train_val_test_split(X[few], y[few], (0.6, 0.2, 0.2), 3, stratified)
    labels_of = {"training": train[1], "validation": val[1], "test": test[1]}
    _ = figures.draw_split(labels_of, SPECIES)

# %% [markdown]
# Left to chance, a set of ten rows may hold no Chinstrap or five; stratified, it holds its share,
# two, whatever the seed. One thing no shuffling cures: rows that belong together. Ten photographs
# of one penguin, or consecutive days of weather, must all go to the *same* part, or the test set
# contains what the model has already seen.
#
# From here on we all use the same stratified split, made by scikit-learn, so that your numbers
# agree with the text. Its 69 test rows stay untouched until the very end.

# %%
from sklearn.model_selection import train_test_split

X_rest, X_test, y_rest, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=0)
X_train, X_val, y_train, y_val = train_test_split(
    X_rest, y_rest, test_size=0.25, stratify=y_rest, random_state=0
)
print(len(y_train), len(y_val), len(y_test))

# %% [markdown]
# ## Features on one scale
#
# kNN adds up squared differences in millimetres and in grams. Two penguins differ by perhaps 2 mm
# in the depth of the bill and by 800 g in mass: squared, 4 against 640,000. The scales, and not
# their meaning, decide which feature counts.
#
# To **standardise** is to measure each feature in its own standard deviations from its own mean:
#
# $$z_{ij} = \frac{x_{ij} - \mu_j}{\sigma_j}, \qquad
# \mu_j = \frac{1}{n}\sum_{i=1}^{n} x_{ij}, \qquad
# \sigma_j = \sqrt{\frac{1}{n}\sum_{i=1}^{n} (x_{ij} - \mu_j)^2}.$$
#
# Here $x_{ij}$ is feature $j$ of row $i$; $\mu_j$ and $\sigma_j$ are computed from the $n$ rows of
# the **training set alone** and used for *all* parts. They are part of the model: learned from the
# training set, then fixed. A feature that is constant in the training set has $\sigma_j = 0$; it is
# centred and not divided.

# %%
panels = plt.figure(figsize=(8, 4)).subplots(1, 2)
unscaled = X_train[:, [1, 3]]
scaled = (unscaled - unscaled.mean(axis=0)) / unscaled.std(axis=0)
panels[0].scatter(*unscaled.T, s=12)
panels[0].set(title="As measured: mass alone counts", xlim=(-2000, 2000), aspect="equal")
panels[0].set(xlabel="bill depth (mm)", ylabel="body mass (g)")
panels[1].scatter(*scaled.T, s=12)
panels[1].set(title="Standardised: both count", aspect="equal")
_ = panels[1].set(xlabel="bill depth (σ)", ylabel="body mass (σ)")

# %% [markdown]
# In each panel one step along either axis has the same length, as it has for kNN. On the left the
# depth of the bill has vanished: 204 penguins stand in a line. On the right there are two clouds.
# **Predict:** kNN with $k = 5$ on all four measurements as they are, and on the standardised ones:
# what accuracy will each have on the validation set?

# %% [markdown]
# ### Exercise: standardise (2 points)


# %% nbgrader={"grade_id": "standardise", "solution": true}
def standardise(train, *others):
    """Standardise features with the means and standard deviations of the training set.

    Parameters
    ----------
    train : array of shape (n, d), n >= 1, of integers or floats; it is not changed
    *others : any number of arrays of shape (m, d), perhaps of one row; they are not changed

    Returns
    -------
    tuple of float arrays, one for each argument, in their order and with their shapes
        A tuple even if there are no others. The standard deviation divides by n, not by n - 1. A
        column that is constant in `train` is centred and divided by 1, so that it becomes 0 there.

    Example
    -------
    >>> standardise(np.array([[1.0, 10.0], [3.0, 30.0]]), np.array([[5.0, 20.0]]))
    (array([[-1., -1.], [ 1.,  1.]]), array([[3., 0.]]))
    """
    ### BEGIN SOLUTION
    mean = train.mean(axis=0)
    constant = train.max(axis=0) == train.min(axis=0)
    scale = np.where(constant, 1.0, train.std(axis=0))
    return tuple((part - mean) / scale for part in (train, *others))
    ### END SOLUTION


# %% nbgrader={"grade_id": "standardise-training_only", "points": 1}
with check.visible("standardise"):
    small_train, small_other = np.array([[1.0, 10.0], [3.0, 30.0]]), np.array([[5.0, 20.0]])
    results = standardise(small_train, small_other)
    check.that(type(results) is tuple, "standardise(train, other): should return a tuple")
    check.equal(len(results), 2, "the number of arrays for standardise(train, other)")
    check.close(
        results[0],
        [[-1, -1], [1, 1]],
        "the training rows",
        mistakes={
            "your standard deviation divides by n - 1; here it divides by n": np.array(
                [[-1, -1], [1, 1]]
            )
            / np.sqrt(2),
            "uses one mean for the whole table; each column has its own (axis=0)": (
                small_train - 11
            )
            / small_train.std(),
            "uses the mean of each row; features are columns (axis=0)": [[-1, 1], [-1, 1]],
            "is scaled to 0 … 1 by minimum and maximum: another method": [[0, 0], [1, 1]],
            "is divided by the variance; the standard deviation is its square root": [
                [-1, -0.1],
                [1, 0.1],
            ],
            "uses the other rows for the statistics too: that is leakage": [
                [-1.224745, -1.224745],
                [0, 1.224745],
            ],
        },
    )
    check.close(
        results[1],
        [[3, 0]],
        "the other row",
        mistakes={
            "uses its own mean; use the mean and deviation of the training rows": [[0, 0]],
            "your standard deviation divides by n - 1; here it divides by n": [[3 / 2**0.5, 0]],
            "uses the other rows for the statistics too: that is leakage": [[1.224745, 0]],
            "is the row as it came; it is to be standardised as well": [[5, 20]],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("standardise"):
    import statistics

    heights_rng = np.random.default_rng(11)
    offsets, spreads = np.array([1.0, -40.0, 5000.0]), np.array([0.2, 6.0, 900.0])
    tall = offsets + spreads * heights_rng.normal(size=(50, 3))
    far = 2 * offsets + spreads * heights_rng.normal(size=(12, 3))
    one = offsets + spreads * heights_rng.normal(size=(1, 3))
    centre = [statistics.fmean(column) for column in tall.T.tolist()]
    spread = [statistics.pstdev(column) for column in tall.T.tolist()]
    sample = [statistics.stdev(column) for column in tall.T.tolist()]
    together = np.concatenate([tall, far, one])
    results = standardise(tall, far, one)
    check.equal(len(results), 3, "the number of arrays returned for three arguments")
    for result, part, what in zip(
        results,
        (tall, far, one),
        ("training rows", "other rows", "a single other row"),
        strict=True,
    ):
        check.close(
            result,
            (part - centre) / spread,
            what,
            rtol=1e-4,
            atol=1e-4,
            mistakes={
                "the standard deviation should divide by n, not by n - 1": (part - centre) / sample,
                "the statistics come from all rows together; only the training rows may be used": (
                    part - together.mean(axis=0)
                )
                / together.std(axis=0),
                "each set is standardised by its own statistics, so they no longer compare": (
                    part - part.mean(axis=0)
                )
                / np.where(len(part) > 1, part.std(axis=0), 1),
            },
        )
    alone = standardise(tall)
    check.that(type(alone) is tuple, "one argument: should give a tuple as well, of one array")
    check.equal(len(alone), 1, "the number of arrays returned for one argument")
    (small,) = standardise(np.array([[1e-4], [3e-4]]))
    check.close(
        small,
        [[-1], [1]],
        "a column that hardly varies",
        rtol=1e-3,
        hint="is not constant; divide by its deviation, however small",
    )
    (tiny,) = standardise(np.array([[1e-9], [3e-9]]))
    check.close(
        tiny,
        [[-1], [1]],
        "a column of very small numbers",
        rtol=1e-3,
        hint="is not constant; divide by its deviation, however small",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "standardise-constant", "points": 1}
with check.visible("standardise: a constant column"):
    flat_train, flat_other = np.array([[7, 1], [7, 3], [7, 5]]), np.array([[7, 3], [9, 3]])
    with check.not_mutated(train=flat_train, other=flat_other):
        results = standardise(flat_train, flat_other)
    check.close(
        results[0][:, 0],
        [0, 0, 0],
        "a constant column of the training set",
        hint="its standard deviation is 0; divide by 1 instead",
        mistakes={"should be centred too, so that it becomes 0": [7, 7, 7]},
    )
    check.close(
        results[1][:, 0],
        [0, 2],
        "the same column of another set",
        hint="subtract the training mean, divide by 1",
    )
### BEGIN HIDDEN TESTS
with check.hidden("standardise: constant columns and whole numbers"):
    counts = np.random.default_rng(12).integers(0, 9, size=(20, 3))
    counts[:, 1] = -4
    more = np.array([[3, -4, 8], [0, 6, 1]])
    with check.not_mutated(train=counts, other=more):
        results = standardise(counts, more)
    for result in results:
        check.finite(result, "a result", hint="is a constant column divided by its deviation, 0?")
        check.dtype(result, "floating", "a result from whole numbers")
    check.close(results[0][:, 1], np.zeros(20), "a column that is constant in the training set")
    check.close(results[1][:, 1], [0, 10], "the same column, in a set where it is not constant")
    lonely = standardise(np.array([[2.0, -3.0]]), np.array([[2.5, -3.0]]))
    check.close(lonely[0], [[0, 0]], "a training set of one row")
    check.close(lonely[1], [[0.5, 0]], "another row, after a training set of one row")
    (swing,) = standardise(np.array([[1.0], [4.0], [1.0]]))
    check.close(
        swing,
        np.array([[-1], [2], [-1]]) / 2**0.5,
        "a column that ends where it begins",
        hint="is not constant",
    )
### END HIDDEN TESTS

# %%
Z_train, Z_val, Z_test = standardise(X_train, X_val, X_test)
print(f"as measured:  {knn_accuracy(5, (X_train, y_train), (X_val, y_val)):.3f}")
print(f"standardised: {knn_accuracy(5, (Z_train, y_train), (Z_val, y_val)):.3f}")

# %% [markdown]
# 0.768 as measured, 1.000 standardised: the same rows, the same model, and 16 errors fewer. Neural
# networks need scaled features as well, for another reason: gradient descent is slow on features of
# unequal scale.
#
# (Rounding can leave ten copies of 0.1 with a deviation of $10^{-17}$ instead of 0. Our solution
# therefore compares the maximum with the minimum.)

# %% [markdown]
# ## Leakage
#
# **Leakage** is information that reaches a model in training, but will not be there when it is
# used. Scores rise, and the model is no better. What does it cost to take $\mu$ and $\sigma$ from
# *all* rows, or from each set by itself? First the common slip: statistics from all rows.

# %%
Z_all, Z_train_leaky, Z_val_leaky = standardise(X, X_train, X_val)
print(f"leaky: {knn_accuracy(5, (Z_train_leaky, y_train), (Z_val_leaky, y_val)):.3f}")

# %% [markdown]
# 1.000 again: here the leak changes nothing. A mean of 342 penguins is nearly that of 204, and
# means contain no labels. The rule stands, because you cannot know beforehand when it matters, but
# this is a small leak. The next two are large.
#
# Second slip: each set by its *own* statistics. A boat comes back from a colony of Gentoos only:
# the 25 of our validation set. **Predict** the accuracy.

# %%
gentoos = y_val == 2
(Z_own,) = standardise(X_val[gentoos])
for name, Z in (("the training set's", Z_val[gentoos]), ("their own", Z_own)):
    score = knn_accuracy(5, (Z_train, y_train), (Z, y_val[gentoos]))
    print(f"by {name} statistics: {score:.2f}")

# %% [markdown]
# From all 25 right to 2 of 25. Gentoos are large, but among Gentoos they are average: standardising
# by their own mean has erased just what told them apart. A single penguin, standardised by itself,
# would be a row of zeros.
#
# Third slip, and the one that has spoiled published studies: *choosing features* with the labels of
# all rows. Below, 5,000 measurements of 100 patients are pure noise and the diagnosis is a coin
# toss, so that no model can do better than 0.5. We keep the 20 features whose means differ most
# between the two diagnoses, once over all 100 patients, once over the 60 training patients.

# %%
noise = np.random.default_rng(1)
genes, diagnosis = noise.normal(size=(100, 5000)), noise.integers(0, 2, size=100)


def best_features(genes, diagnosis, number=20):
    gap = genes[diagnosis == 0].mean(axis=0) - genes[diagnosis == 1].mean(axis=0)
    return np.argsort(-np.abs(gap))[:number]


for name, rows in (("all 100 patients", 100), ("the 60 training patients", 60)):
    kept = genes[:, best_features(genes[:rows], diagnosis[:rows])]
    score = knn_accuracy(5, (kept[:60], diagnosis[:60]), (kept[60:], diagnosis[60:]))
    print(f"features chosen on {name}: accuracy on the other 40: {score:.3f}")

# %% [markdown]
# 0.825 from pure noise. Among 5,000 random features some agree with the coin by luck, in the 40
# held-out patients as well, and those are the ones that were kept. Chosen on the training patients,
# they score 0.475: chance. **Split first, then do everything else with the training set alone.**

# %% [markdown]
# ## Labels as numbers
#
# A network computes with numbers, and a class has only a name. Numbering the classes 0, 1, 2 would
# claim that Chinstrap lies half-way between Adelie and Gentoo. **One-hot encoding** gives each
# class a column of its own instead: row $i$ holds a 1 in the column of its class and 0 elsewhere,
#
# $$Y_{ij} = \begin{cases}
# 1 & \text{if } y_i \text{ is class } j,\\
# 0 & \text{otherwise.}
# \end{cases}$$
#
# $Y$ has shape $(n, C)$ for $C$ classes; each row sums to 1, and any two classes are equally far
# apart. The order of the columns is a decision. Fix it once and pass it on: a validation set
# without Chinstraps must still get three columns, and the same three. A label that is on no list is
# an error in the data and should be reported as one: a row of zeros would say, silently, "no class
# at all".

# %% [markdown]
# ### Exercise: one-hot encoding (2 points)


# %% nbgrader={"grade_id": "one_hot", "solution": true}
def one_hot(labels, classes):
    """Encode labels as rows of zeros with a single one.

    Parameters
    ----------
    labels : list or array of n labels, text or whole numbers; n may be 0
    classes : list of the C different classes: column j stands for classes[j], in this order

    Returns
    -------
    array of shape (n, C), of integer or float dtype (not bool)
        A class that no label names keeps its column, of zeros.

    Raises
    ------
    ValueError
        If a label is not among the classes.

    Example
    -------
    >>> one_hot(["Gentoo", "Adelie"], ["Adelie", "Chinstrap", "Gentoo"])
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    ### BEGIN SOLUTION
    classes = list(classes)
    columns = [classes.index(label) for label in labels]  # index raises ValueError
    return np.eye(len(classes))[columns]
    ### END SOLUTION


# %% nbgrader={"grade_id": "one_hot-values", "points": 1}
with check.visible("one_hot"):
    encoded = one_hot(["Gentoo", "Adelie"], ["Adelie", "Chinstrap", "Gentoo"])
    check.close(
        encoded,
        [[0, 0, 1], [1, 0, 0]],
        'one_hot(["Gentoo", "Adelie"], ["Adelie", "Chinstrap", "Gentoo"])',
        mistakes={
            "has one row for each class; it should have one row for each label": [
                [0, 1],
                [0, 0],
                [1, 0],
            ],
            "has columns only for the labels that occur; every class has one": [[0, 1], [1, 0]],
            "these are the numbers of the classes, not yet a row of zeros and a one": [2, 0],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("one_hot"):
    colours = ["red", "blue", "green", "amber"]
    drawn = np.random.default_rng(21).choice(["red", "blue", "amber"], size=30)
    for labels in (drawn, drawn.tolist()):
        encoded = one_hot(labels, colours)
        check.shape(encoded, (30, 4), "one_hot of 30 labels, 4 classes")
        check.close(
            encoded,
            pd.get_dummies(pd.Categorical(drawn, categories=colours), dtype=float).to_numpy(),
            "one_hot with classes that are not in alphabetical order",
            hint="each row holds a single 1, in the column of its class",
            mistakes={
                "the columns are sorted; keep the order of `classes`": pd.get_dummies(
                    pd.Categorical(drawn, categories=sorted(colours)), dtype=float
                ).to_numpy(),
            },
        )
    check.close(
        one_hot(np.array([2009, 2007, 2009]), [2009, 2008, 2007]),
        [[1, 0, 0], [0, 0, 1], [1, 0, 0]],
        "one_hot of classes that are whole numbers",
        hint="a whole number can be the name of a class; its column is its place in `classes`",
    )
    check.close(one_hot(["b"], ["a", "b"]), [[0, 1]], "one_hot of a single label")
    check.shape(one_hot([], ["a", "b", "c"]), (0, 3), "one_hot of no label at all")
    for classes, right in ((["b", "a"], [[0, 1], [1, 0]]), (["a", "b"], [[1, 0], [0, 1]])):
        check.close(
            one_hot(["a", "b"], classes),
            right,
            "one_hot of the same labels, the classes in another order",
            hint="the columns are in the order of `classes` of this call",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "one_hot-unknown", "points": 1}
with check.visible("one_hot: an unknown label"):
    check.raises(
        ValueError,
        one_hot,
        ["Adelie", "Emperor"],
        ["Adelie", "Chinstrap", "Gentoo"],
        what='the label "Emperor"',
        hint="it is not among the classes",
    )
### BEGIN HIDDEN TESTS
with check.hidden("one_hot: an unknown label"):
    for labels, classes, what in (
        (["a", "b", "q"], ["b", "a"], "an unknown label at the end"),
        (["q"], ["a", "b"], "a single unknown label"),
        ([3, -1, 2], [2, 3], "a negative number that is no class"),
        (np.array([0, 1, 2]), [0, 1], "a number that is no class"),
        (["gentoo"], ["Adelie", "Gentoo"], "a class in another spelling"),
        (["Gent"], ["Adelie", "Gentoo"], "a part of a class's name"),
        (["Gentoos"], ["Adelie", "Gentoo"], "a class's name with more behind it"),
    ):
        with check.raises(ValueError, what=what, hint="a label that is not among the classes"):
            one_hot(labels, classes)
    check.that(
        len(one_hot(["b", "b"], ["a", "b"])) == 2,
        "known labels: a class that is not used is no error",
    )
### END HIDDEN TESTS

# %%
one_hot(measured["species"].to_numpy()[[0, 200, 300]], SPECIES)

# %% [markdown]
# One Adelie, one Gentoo, one Chinstrap. From lesson 4 on, a network's output will be a row like
# these, with probabilities in place of the 1 and the zeros.

# %% [markdown]
# ## Overfitting, and how to choose
#
# What a model learns from the data are its *parameters*; what *you* set beforehand is a
# **hyperparameter**, such as the $k$ of kNN. To make the choice matter, we take away the tape
# measure: only the depth of the bill and the mass are left, in which Adelie and Chinstrap overlap.
#
# **Predict:** with $k = 1$, what accuracy will kNN have on its own training rows? And on the
# validation rows?

# %%
columns = [1, 3]  # bill depth and body mass
train, val, test = (
    (Z_train[:, columns], y_train),
    (Z_val[:, columns], y_val),
    (Z_test[:, columns], y_test),
)
print(f"k = 1, training rows:   {knn_accuracy(1, train, train):.3f}")
print(f"k = 1, validation rows: {knn_accuracy(1, train, val):.3f}")

# %% [markdown]
# 0.995 and 0.725. Each training row is its own nearest neighbour, so that $k = 1$ recites the
# training set (but for penguins with equal measurements and different species). This is
# **overfitting**: the model follows the accidents of its training rows, and these do not repeat.
# Look at the islands that single penguins make on the left, and at how $k = 9$ smooths them out.

# %%
panels = plt.figure(figsize=(9.5, 5)).subplots(1, 2, sharey=True)
for panel, k in zip(panels, (1, 9), strict=True):

    def paint(points, k=k):
        return knn_votes(k, train, points).argmax(axis=1)

    title = f"k = {k}: validation accuracy {knn_accuracy(k, train, val):.3f}"
    figures.draw_plane(paint, *train, resolution=160, names=SPECIES, title=title, ax=panel)
    panel.set(xlabel="bill depth (σ)", ylabel="body mass (σ)")

# %% [markdown]
# Too large a $k$ errs in the other direction: with $k = 204$ every penguin gets the commonest
# class. That is **underfitting**. To choose, compare many values of $k$ on the validation set. Not
# on the training set, which always votes for $k = 1$; and not on the test set: the best of many
# scores is partly the luckiest one, and a set that helped to choose can no longer judge the choice.
#
# How much is luck? Let 100 "models" toss coins to tell male from female on 69 penguins, and keep
# the best.

# %%
coins = np.random.default_rng(3)
truth = coins.integers(0, 2, size=69)
scores = [np.mean(coins.integers(0, 2, size=69) == truth) for _ in range(100)]
print(f"mean of 100 coin tossers: {np.mean(scores):.2f}, the best of them: {max(scores):.2f}")

# %% [markdown]
# On average 0.50, as it must be; the best of the hundred, 0.65. It is a coin all the same, and on
# 69 new penguins it would be back at 0.50. A **test set that is looked at twice is a validation
# set**, whatever its name.

# %% [markdown]
# ### Exercise: choose k (2 points)
#
# You get the three parts and a function `accuracy(k, train, rows)` that works as `knn_accuracy`
# above does: kNN on the rows of `train` answers for `rows`. The tests pass functions of their own,
# which keep a record of what you ask them.


# %% nbgrader={"grade_id": "choose_k", "solution": true}
def choose_k(ks, train, val, test, accuracy):
    """Choose the number of neighbours on the validation set; report its accuracy on the test set.

    Parameters
    ----------
    ks : sequence of int, the candidates, at least one, in any order
    train, val, test : pairs (X, y)
    accuracy : function
        accuracy(k, train, rows) is the share of the pair `rows` that kNN, with k neighbours among
        the pair `train`, gets right: a float. Give it the training set as `train` in every call.

    Returns
    -------
    k : int, the candidate with the highest accuracy on the validation set; if several share it, the
        smallest of them
    test_accuracy : float, its accuracy on the test set
        The test set is given to `accuracy` exactly once.

    Example
    -------
    >>> choose_k([1, 9], train, val, test, knn_accuracy)    # validation: 0.725 and 0.812
    (9, 0.768...)
    """
    ### BEGIN SOLUTION
    best = max(sorted(ks), key=lambda k: accuracy(k, train, val))  # max takes the first of equals
    return best, accuracy(best, train, test)
    ### END SOLUTION


# %% nbgrader={"grade_id": "choose_k-validation", "points": 1}
with check.visible("choose_k"):
    train_pair, val_pair, test_pair = ((np.full((2, 1), i), np.full(2, i)) for i in range(3))

    def scripted(k, train, rows):
        on_train = {1: 1.0, 3: 0.9, 5: 0.85, 7: 0.8}
        on_val = {1: 0.7, 3: 0.8, 5: 0.75, 7: 0.6}
        on_test = {1: 0.65, 3: 0.5, 5: 0.9, 7: 0.55}
        return (on_train, on_val, on_test)[int(rows[0][0, 0])][k]

    check.equal(
        choose_k([1, 3, 5, 7], train_pair, val_pair, test_pair, scripted),
        (3, 0.5),
        "choose_k for k = 1, 3, 5, 7 with validation accuracies 0.7, 0.8, 0.75, 0.6",
        mistakes={
            "is best on the training set, where k = 1 always wins; choose by the validation set": (
                1,
                0.65,
            ),
            "is best on the test set, which must have no part in the choice": (5, 0.9),
            "is the worst on the validation set: a high accuracy is good": (7, 0.55),
            "returns the validation accuracy; report the one on the test set": (3, 0.8),
            "returns the place of k in the list; return k itself": (1, 0.5),
            "are in the wrong order: first k, then its accuracy": (0.5, 3),
            "returns k alone; its accuracy on the test set is wanted too": 3,
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("choose_k: the choice"):
    train_pair, val_pair, test_pair = ((np.full((3, 2), i), np.full(3, i)) for i in range(3))
    for val_scores, right, what in (
        ({4: 0.7, 2: 0.8, 9: 0.9, 6: 0.85}, 9, "candidates in any order"),
        ({9: 0.75, 3: 0.75, 5: 0.75, 1: 0.5}, 3, "a tie for the best, largest k first"),
        ({2: 0.25, 4: 0.75, 8: 0.75}, 4, "a tie for the best, smallest k first"),
        ({5: 0.0, 7: 0.0}, 5, "candidates that all score 0"),
        ({6: 0.5}, 6, "a single candidate"),
        ({1: 0.5, 3: 0.811, 8: 0.812, 7: 0.8}, 8, "accuracies that are nearly equal"),
    ):
        on_train = {k: 1 - 1 / (1 + k) for k in val_scores}
        on_test = {k: 1 - val_scores[k] * 0.9 + k / 1003 for k in val_scores}
        tables = (on_train, val_scores, on_test)
        answer = choose_k(
            tuple(val_scores),
            train_pair,
            val_pair,
            test_pair,
            lambda k, train, rows, tables=tables: tables[int(rows[0][0, 0])][k],
        )
        largest = max(k for k in val_scores if val_scores[k] == val_scores[right])
        by_test = min(k for k in on_test if on_test[k] == max(on_test.values()))
        check.equal(len(answer), 2, "the number of results")
        check.equal(
            answer[0],
            right,
            f"the k for {what}",
            hint="highest validation accuracy; of equals, the smallest k",
            mistakes={
                "of equally good candidates the smallest is wanted": largest,
                "is chosen on the test set": by_test,
            },
        )
        check.close(
            answer[1],
            on_test[right],
            "the accuracy returned",
            hint="should be that of the chosen k on the test set",
            mistakes={"is measured on the validation set": val_scores[right]},
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "choose_k-test_once", "points": 1}
with check.visible("choose_k: the test set is used once"):
    train_pair, val_pair, test_pair = ((np.full((2, 1), i), np.full(2, i)) for i in range(3))
    asked = []

    def recorded(k, train, rows):
        asked.append((int(train[0][0, 0]), int(rows[0][0, 0]), k))
        return k / 10

    choose_k([1, 3, 5], train_pair, val_pair, test_pair, recorded)
    test_calls = [call for call in asked if call[1] == 2]
    check.equal(
        len(test_calls),
        1,
        "the number of times that the test set was scored",
        hint="choose first, on the validation set; then score the test set with the chosen k only",
    )
### BEGIN HIDDEN TESTS
with check.hidden("choose_k: the test set is used once"):
    for candidates in ([7, 2, 11, 4], [3], [1, 2, 3, 4, 5, 6, 7, 8]):
        asked, sizes = [], set()

        def recorded(k, train, rows, asked=asked, sizes=sizes):
            asked.append(
                (int(train[0][0, 0]), int(train[1][0]), int(rows[0][0, 0]), int(rows[1][0]), k)
            )
            sizes.add((len(train[0]), len(train[1]), len(rows[0]), len(rows[1])))
            return 1 / (1 + k)

        with check.not_mutated(ks=candidates):
            choose_k(candidates, train_pair, val_pair, test_pair, recorded)
        fitted, scored = {call[:2] for call in asked}, {call[2:4] for call in asked}
        test_calls = [call for call in asked if call[2] == 2]
        check.that(
            len(test_calls) == 1, "the test set: should be scored exactly once, with the chosen k"
        )
        check.that(
            all(pair == (0, 0) for pair in fitted) and len(sizes) == 1,
            "the rows to learn from: pass the pair `train` as it is, in every call",
        )
        check.that(
            {call[4] for call in asked} <= set(candidates),
            "the k that were tried: some are not among the candidates",
        )
        check.that(
            all(one == other for one, other in scored),
            "the rows to score: X and y are of other parts",
        )
### END HIDDEN TESTS

# %%
ks = list(range(1, 42, 2))
best_k, test_accuracy = choose_k(ks, train, val, test, knn_accuracy)
print(f"chosen: k = {best_k}, test accuracy {test_accuracy:.3f}")
train_scores = [knn_accuracy(k, train, train) for k in ks]
val_scores = [knn_accuracy(k, train, val) for k in ks]
_ = figures.draw_neighbours(ks, train_scores, val_scores, chosen=best_k)

# %% [markdown]
# Read the figure from left to right. Up to $k = 7$ the curves are far apart: overfitting. From
# $k = 9$ on they run together. Five values of $k$ share the best validation accuracy, 0.812, and
# the smallest of them is chosen. Its test accuracy is 0.768, and that is the number to report. That
# it is lower is no accident, since 0.812 is the best of 21 scores. Nor is it exact: among 69 rows,
# one penguin is 1.4 percentage points. When rows are few, **cross-validation** lets each part be
# the validation set in turn.
#
# And look at what an accuracy hides. How many of the Chinstraps does the chosen model find?

# %%
answers = knn_votes(best_k, train, val[0]).argmax(axis=1)
print("answers:", np.bincount(answers, minlength=3), " truth:", np.bincount(val[1], minlength=3))
print("Chinstraps found:", np.sum((answers == 1) & (val[1] == 1)))

# %% [markdown]
# 2 of 14. In these two measurements most Chinstraps look like Adelies, and there are more Adelies,
# so that kNN wins by saying "Adelie". The flat line at 0.797 on the right of the figure is a model
# that never says "Chinstrap" at all: $(30 + 25) / 69 = 0.797$. When classes are imbalanced, look at
# each class by itself and not at the accuracy alone.

# %% [markdown]
# ## Groups without labels
#
# Now forget the species. **Clustering** asks which rows belong together. **k-means** describes $k$
# groups by their centres $c_1, \dots, c_k$ and tries to make the mean squared distance small,
#
# $$J = \frac{1}{n} \sum_{i=1}^{n} \lVert x_i - c_{a_i} \rVert^2,$$
#
# where $a_i$ is the number of the centre to which row $x_i$ is assigned. From some starting centres
# it repeats two steps until nothing changes:
#
# 1. **assign** each row to its nearest centre;
# 2. **update**: move each centre to the mean of its rows.
#
# Neither step can make $J$ larger: the first picks the smallest distance for each row, and the mean
# is the point with the smallest summed squared distance to its rows. (This $k$ counts groups. It
# has nothing to do with the $k$ of kNN.)

# %% [markdown]
# ### Exercise: assign rows to clusters (2 points)


# %% nbgrader={"grade_id": "assign_clusters", "solution": true}
def assign_clusters(X, centres):
    """Find the nearest centre of each row, by Euclidean distance.

    Parameters
    ----------
    X : array of shape (n, d); it is not changed
    centres : array of shape (k, d), k >= 1; it is not changed

    Returns
    -------
    array of shape (n,), of integer dtype
        The row number in `centres` of each row's nearest centre; the lowest number if several
        centres are equally near.

    Example
    -------
    >>> assign_clusters(np.array([[0.0, 0.0], [5.0, 5.0]]), np.array([[4.0, 4.0], [1.0, 0.0]]))
    array([1, 0])
    """
    ### BEGIN SOLUTION
    differences = X[:, np.newaxis] - centres  # shape (n, k, d)
    return (differences**2).sum(axis=2).argmin(axis=1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "assign_clusters-nearest", "points": 1}
with check.visible("assign_clusters"):
    assigned = assign_clusters(
        np.array([[0.0, 0.0], [5.0, 5.0], [4.0, 3.0]]), np.array([[4.0, 4.0], [1.0, 0.0]])
    )
    check.shape(assigned, (3,), "the assignment of three rows to two centres")
    check.equal(
        assigned,
        np.array([1, 0, 0]),
        "the assignment of (0, 0), (5, 5) and (4, 3) to the centres (4, 4) and (1, 0)",
        mistakes={
            "is the farthest centre; take the nearest (argmin)": np.array([0, 1, 1]),
            "counts centres from 1; row numbers start at 0": np.array([2, 1, 1]),
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("assign_clusters"):
    from scipy.spatial.distance import cdist

    cloud_rng = np.random.default_rng(31)
    for rows, number, dimension in (
        *((200, 5, 2), (50, 3, 7), (1, 4, 3), (6, 1, 2), (3, 8, 1), (5, 5, 2)),
    ):
        cloud = cloud_rng.normal(size=(rows, dimension)) * 3 + 20
        seeds = cloud_rng.normal(size=(number, dimension)) * 3 + 20
        distances = cdist(cloud, seeds)
        with check.not_mutated(X=cloud, centres=seeds):
            assigned = assign_clusters(cloud, seeds)
        check.shape(assigned, (rows,), "the assignment")
        check.equal(
            assigned,
            distances.argmin(axis=1),
            "the assignment of random rows",
            hint="each row belongs to the centre at the smallest Euclidean distance",
            mistakes={
                "is the farthest centre": distances.argmax(axis=1),
                "counts centres from 1": distances.argmin(axis=1) + 1,
                "adds absolute differences; Euclidean distance squares them": cdist(
                    cloud, seeds, "cityblock"
                ).argmin(axis=1),
                "adds up differences without squaring them, so that they cancel": (
                    cloud.sum(axis=1)[:, None] - seeds.sum(axis=1)
                ).argmin(axis=1),
                "uses the largest difference alone": cdist(cloud, seeds, "chebyshev").argmin(
                    axis=1
                ),
                "uses the first feature alone": np.abs(cloud[:, :1] - seeds[:, 0]).argmin(axis=1),
            },
        )
    check.equal(
        assign_clusters(np.array([[1e4, 0.0], [-1e4, 0.0]]), np.array([[-9.0, 0.0], [9.0, 0.0]])),
        np.array([1, 0]),
        "rows that are far from all centres",
        hint="even then one centre is the nearest; a search should start without a bound",
    )
    slanted = np.array([[0.0, 0.0]])
    check.equal(
        assign_clusters(slanted, np.array([[5.0, 0.0], [3.0, 3.0]])),
        np.array([1]),
        "a row with one centre along an axis and one along the diagonal",
        hint="the distance is Euclidean, not a sum of absolute differences",
    )
    check.equal(
        assign_clusters(slanted, np.array([[3.0, 3.0], [4.0, 0.0]])),
        np.array([1]),
        "a row with one centre along an axis and one along the diagonal",
        hint="the distance is Euclidean, not the largest difference",
    )
    check.equal(
        assign_clusters(np.array([[0], [1]]), np.array([[0.9], [0.4]])),
        np.array([1, 0]),
        "whole numbers, with centres that are none",
        hint="a centre is not rounded, whatever the dtype of X",
    )
    check.equal(
        assign_clusters(np.array([[1.25e-6], [5e-6]]), np.array([[4e-6], [1e-6]])),
        np.array([1, 0]),
        "rows and centres that lie within 0.00001",
        hint="compare the distances as they are: no two of them are equal",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "assign_clusters-ties", "points": 1}
with check.visible("assign_clusters: ties"):
    check.equal(
        assign_clusters(np.array([[1.0], [5.0]]), np.array([[0.0], [2.0], [4.0], [2.0]])),
        np.array([0, 2]),
        "the assignment of 1 and 5 to the centres 0, 2, 4, 2 (1 lies between the first two)",
        mistakes={"the last of equally near centres won; it should be the first": np.array([3, 2])},
    )
### BEGIN HIDDEN TESTS
with check.hidden("assign_clusters: ties"):
    lattice = np.array([[0, 0], [1, 1], [2, 2], [0, 2], [2, 0], [1, 0]])
    corners = np.array([[2, 2], [0, 0], [2, 0], [0, 2], [0, 0]])
    assigned = assign_clusters(lattice, corners)
    check.dtype(assigned, "integer", "the assignment")
    check.equal(
        assigned,
        np.array([1, 0, 0, 3, 2, 1]),
        "rows that are equally near to several centres",
        hint="each row belongs to its nearest centre; of equally near ones, to the first",
        mistakes={"the last of equally near centres won": np.array([4, 4, 0, 3, 2, 4])},
    )
    check.equal(
        assign_clusters(lattice, np.ones((3, 2))), np.zeros(6, dtype=int), "three equal centres"
    )
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: move the centres (2 points)
#
# A centre may lose all its rows, if others lie nearer. The mean of no rows is 0/0; such a centre
# stays where it is, and perhaps wins rows later.


# %% nbgrader={"grade_id": "update_centres", "solution": true}
def update_centres(X, assignment, centres):
    """Move each centre to the mean of the rows that are assigned to it.

    Parameters
    ----------
    X : array of shape (n, d), integers or floats; it is not changed
    assignment : integer array of shape (n,): the row number in `centres` of each row's centre
    centres : array of shape (k, d), integers or floats; it is not changed

    Returns
    -------
    float array of shape (k, d), the new centres in the same order
        A centre to which no row is assigned stays where it was.

    Example
    -------
    >>> update_centres(np.array([[0, 0], [1, 4]]), np.array([1, 1]), np.array([[9, 9], [3, 3]]))
    array([[9. , 9. ],
           [0.5, 2. ]])
    """
    ### BEGIN SOLUTION
    new = np.array(centres, dtype=float)  # a copy, and of floats even if the centres were integers
    for j in np.unique(assignment):
        new[j] = X[assignment == j].mean(axis=0)
    return new
    ### END SOLUTION


# %% nbgrader={"grade_id": "update_centres-means", "points": 1}
with check.visible("update_centres"):
    walkers, follows = np.array([[0.0, 0.0], [4.0, 2.0], [9.0, 8.0]]), np.array([1, 1, 0])
    moved = update_centres(walkers, follows, np.array([[8.0, 8.0], [1.0, 1.0]]))
    check.close(
        moved,
        [[9, 8], [2, 1]],
        "the centres of the rows (9, 8) and (0, 0), (4, 2)",
        hint="centre j moves to the mean of the rows whose assignment is j",
        mistakes={
            "are sums; divide by the number of rows": [[9, 8], [4, 2]],
            "stand in another order: centre j belongs to the rows with assignment j": [
                [2, 1],
                [9, 8],
            ],
            "did not move": [[8, 8], [1, 1]],
            "divide by the number of all rows; divide by those of the cluster": np.array(
                [[9, 8], [4, 2]]
            )
            / 3,
            "are numbers of each row; take the mean over rows (axis=0)": [[8.5, 8.5], [1.5, 1.5]],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("update_centres"):
    herd_rng = np.random.default_rng(41)
    for rows, number, dimension in ((90, 4, 3), (40, 6, 2), (5, 1, 4)):
        herd = herd_rng.normal(size=(rows, dimension)) + 10
        follows = herd_rng.permutation(np.arange(rows) % number)
        start = herd_rng.normal(size=(number, dimension))
        by_cluster = pd.DataFrame(herd).groupby(follows)
        with check.not_mutated(X=herd, assignment=follows, centres=start):
            moved = update_centres(herd, follows, start)
        check.shape(moved, (number, dimension), "the new centres")
        check.close(
            moved,
            by_cluster.mean().to_numpy(),
            "the new centres of random rows",
            hint="each centre moves to the mean of the rows assigned to it",
            mistakes={
                "are sums instead of means": by_cluster.sum().to_numpy(),
                "are medians instead of means": by_cluster.median().to_numpy(),
                "are half-way between the old centres and the means": (
                    by_cluster.mean().to_numpy() + start
                )
                / 2,
            },
        )
    for herd, follows, right in (
        ([[1, 2], [-1, 4]], [0, 0], [[0, 3], [8, 8]]),
        ([[1, 2], [-1, -2]], [1, 1], [[9, 9], [0, 0]]),
    ):
        check.close(
            update_centres(np.array(herd), np.array(follows), np.array([[9, 9], [8, 8]])),
            right,
            "the new centres, where the rows have the mean 0 in a column or in all",
            hint="a centre stays only if no row is assigned to it",
        )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "update_centres-empty", "points": 1}
with check.visible("update_centres: an empty cluster"):
    moved = update_centres(np.array([[0, 0], [1, 4]]), np.array([1, 1]), np.array([[9, 9], [3, 3]]))
    check.close(
        moved,
        [[9, 9], [0.5, 2]],
        "the centres, when no row belongs to centre 0",
        hint="a centre without rows stays where it was, one with rows moves to their mean",
        mistakes={
            "were rounded to whole numbers: an integer array cannot hold 0.5": [[9, 9], [0, 2]],
            "moved the empty cluster to 0; it stays where it was": [[0, 0], [0.5, 2]],
            "lost the empty cluster; it stays where it was": [[0.5, 2]],
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("update_centres: empty clusters"):
    herd = np.array([[2, 1, 0], [3, 5, 0], [4, 0, 2], [4, 1, 3]])
    start = np.array([[7, 7, 7], [1, 2, 3], [-5, 0, 5], [6, 6, 6], [8, 0, 8]])
    with check.not_mutated(X=herd, centres=start):
        moved = update_centres(herd, np.array([3, 1, 3, 3]), start)
    check.finite(moved, "the new centres", hint="the mean of no rows is 0/0")
    check.shape(moved, (5, 3), "the new centres")
    check.close(
        np.asarray(moved)[[0, 2, 4]],
        start[[0, 2, 4]],
        "the centres without rows",
        hint="should stay where they were, the first and the last too",
        mistakes={
            "moved to 0; they stay where they were": np.zeros((3, 3)),
            "moved to the mean of all rows; they stay where they were": [herd.mean(axis=0)] * 3,
        },
    )
    check.close(
        np.asarray(moved)[[1, 3]],
        [[3, 5, 0], [10 / 3, 2 / 3, 5 / 3]],
        "the centres with rows",
        hint="should move to the mean of their rows, even if that is a single row",
        mistakes={
            "were rounded: an array of integers cannot hold a mean": [[3, 5, 0], [3, 0, 1]],
        },
    )
    check.dtype(moved, "floating", "the new centres")
### END HIDDEN TESTS

# %% [markdown]
# One step on the penguins' bills, from three penguins taken as centres (the large marks). Follow
# the arrows: which two centres move far, and what pulls them?

# %%
(Z,) = standardise(X)
bills = Z[:, :2]
old = bills[[10, 15, 20]]  # three Adelies: a poor start
assigned = assign_clusters(bills, old)
new = update_centres(bills, assigned, old)
moved_to = assign_clusters(bills, new)
names = {"xlabel": "bill length (σ)", "ylabel": "bill depth (σ)"}
_ = figures.draw_clusters(bills, assigned, old, moved_to, new, **names)

# %% [markdown]
# All three centres start among the Adelies, on the left. The square is nearest to most Chinstraps
# and the circle to the Gentoos, and these rows pull them over; the triangle keeps Adelies only. In
# one step $J$ falls from 2.8 to 0.853.
#
# Now the whole algorithm, on all four measurements, from three random penguins each time.


# %%
def k_means(X, centres):
    """Repeat the two steps until the centres stand still; return the assignment and J."""
    for _ in range(100):
        assignment = assign_clusters(X, centres)
        moved = update_centres(X, assignment, centres)
        if np.array_equal(moved, centres):
            break
        centres = moved
    return assignment, np.mean(((X - centres[assignment]) ** 2).sum(axis=1))


def random_rows(X, number, seed):
    return X[np.random.default_rng(seed).choice(len(X), size=number, replace=False)]


# %% [markdown]
# **Predict:** will three clusters be the three species?

# %%
species = pd.Series(measured["species"].to_numpy(), name="species")
for seed in (2, 9, 0):
    clusters, J = k_means(Z, random_rows(Z, 3, seed))
    print(f"\nstart {seed}: J = {J:.3f}")
    print(pd.crosstab(species, clusters, colnames=["cluster"]))

# %% [markdown]
# Three starts, three answers.
#
# - Start 2 has the smallest $J$, 1.109. It finds the Gentoos exactly, but puts 24 Adelies with the
#   Chinstraps and 5 Chinstraps with the Adelies.
# - Start 9 has a slightly *larger* $J$, 1.114, and agrees *better* with the species: 12 penguins
#   amiss.
# - Start 0 got stuck at 1.422: Adelie and Chinstrap in one cluster, the Gentoos in two.
#
# What are the two halves of the Gentoos? Look at the sexes.

# %%
sex = pd.Series(measured["sex"].fillna("unknown").to_numpy(), name="sex")
pd.crosstab([species, sex], clusters, colnames=["cluster"])

# %% [markdown]
# Females and males, for 111 of the 119 Gentoos whose sex is known: a true grouping, and not the one
# that we had in mind. $J$ measures compactness. It knows no species; "wrong" is a word that we
# bring in, with labels that k-means never saw. In practice: standardise, start several times, keep
# the smallest $J$, and then ask what the clusters mean. (How many clusters? More always make $J$
# smaller, so that $J$ alone cannot say.)

# %% [markdown]
# ## A few labels and many rows
#
# Labels are often what costs: a recording is cheap, a doctor's hour is not. **Semi-supervised
# learning** uses the unlabelled rows as well. Its simplest form is **self-training**:
#
# 1. train on the labelled rows;
# 2. predict the unlabelled ones, with a **confidence**: the highest probability that the model
#    gives to any class;
# 3. adopt the predictions whose confidence reaches a **threshold** as if they were labels
#    (**pseudo-labels**); train again on all of them.
#
# Two things must hold. Confidence has to mean something: kNN with $k = 1$ is always 100 % sure, and
# right or wrong, it learns nothing from agreeing with itself. And rows of one class must lie
# together, with gaps between the classes, so that a label may spread from neighbour to neighbour.

# %% [markdown]
# ### Exercise: pseudo-labels (2 points)


# %% nbgrader={"grade_id": "pseudo_label", "solution": true}
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    """Add to a labelled dataset those unlabelled rows of whose class a model is confident.

    Parameters
    ----------
    X : array of shape (n, d), the labelled rows; it is not changed
    y : integer array of shape (n,), their classes 0 ... C - 1; it is not changed
    X_unlabelled : array of shape (m, d); m may be 0
    probabilities : array of shape (m, C)
        Row i holds what a model thinks of row i of X_unlabelled: column c is the probability of
        class c.
    threshold : float
        A row is adopted if its highest probability is at least this large.

    Returns
    -------
    X_new : array of shape (n + adopted, d)
        All rows of X, in their order, then the adopted rows, in the order of X_unlabelled.
    y_new : integer array of shape (n + adopted,)
        y, then the most probable class of each adopted row (the lowest, if two are equally
        probable). If no row reaches the threshold, the two are equal to X and y.

    Example
    -------
    >>> pseudo_label(np.array([[0.0]]), np.array([1]), np.array([[2.0], [3.0]]),
    ...              np.array([[0.9, 0.1], [0.4, 0.6]]), threshold=0.8)
    (array([[0.], [2.]]), array([1, 0]))
    """
    ### BEGIN SOLUTION
    adopted = probabilities.max(axis=1) >= threshold
    X_new = np.concatenate([X, X_unlabelled[adopted]])
    y_new = np.concatenate([y, probabilities[adopted].argmax(axis=1)])
    return X_new, y_new
    ### END SOLUTION


# %% nbgrader={"grade_id": "pseudo_label-confident", "points": 1}
with check.visible("pseudo_label"):
    known_X, known_y = np.array([[0.0]]), np.array([1])
    hopes = np.array([[2.0], [3.0], [4.0], [5.0]])
    guesses = np.array([[0.9, 0.1], [0.4, 0.6], [0.125, 0.875], [0.75, 0.25]])
    new_X, new_y = pseudo_label(known_X, known_y, hopes, guesses, threshold=0.75)
    check.close(
        new_X,
        [[0], [2], [4], [5]],
        "X_new at threshold 0.75",
        mistakes={
            "has adopted every row; only confident ones count": [[0], [2], [3], [4], [5]],
            "leaves a row out whose confidence is exactly the threshold": [[0], [2], [4]],
            "has lost the labelled rows": [[2], [4], [5]],
            "has the labelled rows last; they come first": [[2], [4], [5], [0]],
            "has adopted the rows that are not confident": [[0], [3]],
            "looks at column 0 alone; confidence is the highest of all columns": [[0], [2], [5]],
            "looks at one column alone; confidence is the highest of all columns": [[0], [4]],
        },
    )
    check.equal(
        new_y,
        np.array([1, 0, 1, 0]),
        "y_new at threshold 0.75",
        mistakes={
            "has adopted every row; only confident ones count": np.array([1, 0, 1, 1, 0]),
            "leaves a row out whose confidence is exactly the threshold": np.array([1, 0, 1]),
            "has lost the known labels": np.array([0, 1, 0]),
            "has the known labels last; they come first": np.array([0, 1, 0, 1]),
            "has the least probable classes; take the most probable (argmax)": np.array(
                [1, 1, 0, 1]
            ),
            "counts classes from 1; column numbers start at 0": np.array([1, 1, 2, 1]),
        },
    )
### BEGIN HIDDEN TESTS
with check.hidden("pseudo_label"):
    guess_rng = np.random.default_rng(51)
    for kinds, bar in ((2, 0.875), (4, 0.625), (5, 0.5)):
        known_X, known_y = guess_rng.normal(size=(6, 3)), guess_rng.integers(kinds, size=6)
        hopes = guess_rng.normal(size=(40, 3))
        winners = guess_rng.integers(kinds, size=40)
        sure = guess_rng.random(40) < 0.5
        top = np.where(
            sure, bar + 0.1 * guess_rng.random(40), bar - 0.1 * guess_rng.random(40) - 0.01
        )
        top[:2], sure[:2] = bar, True
        guesses = np.repeat((1 - top)[:, np.newaxis] / (kinds - 1), kinds, axis=1)
        guesses[np.arange(40), winners] = top
        with check.not_mutated(X=known_X, y=known_y, X_unlabelled=hopes, probabilities=guesses):
            new_X, new_y = pseudo_label(known_X, known_y, hopes, guesses, bar)
        expected_X = [*known_X.tolist(), *(hopes[i].tolist() for i in range(40) if sure[i])]
        expected_y = [*known_y.tolist(), *(int(winners[i]) for i in range(40) if sure[i])]
        above = guesses.max(axis=1) > bar
        check.close(
            new_X,
            expected_X,
            "the enlarged X",
            hint="labelled rows first, then the confident rows in their order",
            mistakes={
                "has adopted every row": np.vstack([known_X, hopes]),
                "a confidence equal to the threshold is enough": np.vstack([known_X, hopes[above]]),
                "has lost the labelled rows": hopes[sure],
            },
        )
        check.equal(
            new_y,
            np.array(expected_y),
            "the enlarged y",
            hint="known labels first, then the most probable class of each confident row",
        )
    new_X, _ = pseudo_label(
        np.array([[4]]), np.array([1]), np.array([[2.5]]), np.array([[0.9, 0.1]]), 0.8
    )
    check.close(
        new_X,
        [[4], [2.5]],
        "X_new, where X holds whole numbers and X_unlabelled does not",
        hint="an adopted row keeps its values",
    )
### END HIDDEN TESTS

# %% nbgrader={"grade_id": "pseudo_label-nothing_adopted", "points": 1}
with check.visible("pseudo_label: nothing is adopted"):
    known_X, known_y = np.array([[5.0, 6.0], [7.0, 8.0]]), np.array([2, 0])
    unsure = np.array([[0.5, 0.25, 0.25], [0.25, 0.375, 0.375]])
    with check.not_mutated(X=known_X, y=known_y):
        new_X, new_y = pseudo_label(known_X, known_y, np.ones((2, 2)), unsure, 0.9)
    check.close(new_X, [[5, 6], [7, 8]], "X_new, when no row is confident")
    check.equal(new_y, np.array([2, 0]), "y_new, when no row is confident")
### BEGIN HIDDEN TESTS
with check.hidden("pseudo_label: nothing, and everything, is adopted"):
    known_X, known_y = np.array([[1.0, 2.0]]), np.array([3])
    new_X, new_y = pseudo_label(known_X, known_y, np.empty((0, 2)), np.empty((0, 4)), 0.5)
    check.close(new_X, [[1, 2]], "X_new, when there are no unlabelled rows")
    check.equal(new_y, np.array([3]), "y_new, when there are no unlabelled rows")
    new_X, new_y = pseudo_label(known_X, known_y, np.zeros((3, 2)), np.full((3, 4), 0.25), 0.9)
    check.shape(new_X, (1, 2), "X_new, when no row is confident")
    check.dtype(new_y, "integer", "y_new, when no row is confident")
    tied = np.array(
        [
            *([0.0, 0.5, 0.5, 0.0], [0.25, 0.25, 0.25, 0.25]),
            *([0.0, 0.0, 0.0, 1.0], [0.25, 0.0, 0.5, 0.25]),
        ]
    )
    new_X, new_y = pseudo_label(known_X, known_y, np.arange(8.0).reshape(4, 2), tied, 0.2)
    check.close(new_X, [[1, 2], [0, 1], [2, 3], [4, 5], [6, 7]], "X_new, when every row is adopted")
    check.equal(
        new_y,
        np.array([3, 1, 0, 3, 2]),
        "y_new, when every row is adopted",
        hint="the most probable class; of equals, the lowest",
    )
### END HIDDEN TESTS

# %% [markdown]
# Does it help? We let three penguins of each species keep their labels and hide those of 219
# others; the remaining 114 are held out to measure accuracy. kNN with $k = 3$ adopts a row when all
# three neighbours agree. Its pseudo-labels are made anew in each of four rounds, and all of it is
# repeated with 20 random draws of the nine labelled penguins.


# %%
def self_training(X, y, seed, rounds=4):
    """Before each round and after the last: accuracy, share adopted, and how much of it rightly."""
    order = np.random.default_rng(seed).permutation(len(y))
    held_out, pool = order[:114], order[114:]
    labelled = np.concatenate([pool[y[pool] == one][:3] for one in range(3)])
    unlabelled = np.setdiff1d(pool, labelled)
    _, known, hidden, unseen = standardise(X[pool], X[labelled], X[unlabelled], X[held_out])
    grown, log = (known, y[labelled]), []
    for _ in range(rounds + 1):
        votes = knn_votes(3, grown, hidden)
        sure = votes.max(axis=1) == 1
        right = np.mean(votes[sure].argmax(axis=1) == y[unlabelled][sure])
        log.append((knn_accuracy(3, grown, (unseen, y[held_out])), sure.mean(), right))
        grown = pseudo_label(known, y[labelled], hidden, votes, threshold=1.0)
    return log


# %% [markdown]
# Note that $\mu$ and $\sigma$ come from all rows of the pool: unlabelled rows are good enough for
# that. We run it twice: with all four measurements, and with flipper and mass only, where Adelie
# and Chinstrap overlap. **Predict** the direction of each curve.

# %%
axes = plt.figure().subplots()
for columns, name in ((slice(0, 4), "four measurements"), (slice(2, 4), "flipper and mass")):
    logs = np.array([self_training(X[:, columns], y, seed) for seed in range(20)])
    before, after = logs[:, 0, 0], logs[:, -1, 0]
    print(f"{name}: accuracy {before.mean():.3f} → {after.mean():.3f};", end=" ")
    print(f"of 20 draws {np.sum(after > before)} better, {np.sum(after < before)} worse")
    for number in (1, 4):
        _, adopted, right = logs[:, number - 1].mean(axis=0)
        print(f"    round {number} adopts {adopted:.0%} of the rows, {right:.0%} of them rightly")
    axes.plot(logs[:, :, 0].mean(axis=0), marker="o", label=name)
axes.set(xlabel="round", ylabel="accuracy on held-out rows", xticks=range(5))
axes.set_title("Pseudo-labels help where classes lie apart, and harm where they overlap")
_ = axes.legend(loc="center right")

# %% [markdown]
# With four measurements, nine labels give 0.935, and the unlabelled rows lift it to 0.972, in 15 of
# 20 draws. With two, the same recipe *loses* four points, 0.689 to 0.650, and 13 draws of 20 get
# worse.
#
# What went wrong in the second run? Read the printed lines. In round 1 it adopts 27 % of the rows,
# and 9 of 10 rightly. But the wrong ones vote in the next round, and in an overlap they soon find
# neighbours to agree with: by round 4 the model is sure of 66 % of the rows, and 76 % of these are
# right. It has grown more confident and less right, by confirming its own errors. So measure the
# effect of pseudo-labels on rows with true labels.

# %% [markdown]
# ## What to remember
#
# | term | meaning |
# | --- | --- |
# | instance, feature, label | a row, a column to look at, the column to predict |
# | supervised, unsupervised, semi-supervised | all rows have labels, none has, a few have |
# | reinforcement | the program acts and receives rewards |
# | classification, regression, clustering | answers: a given class, a number, a group of its own |
# | training, validation, test set | to learn from, to choose by, to judge by once |
# | stratified | every part has the same share of each class |
# | standardise | subtract the training mean, divide by the training standard deviation |
# | leakage | information in training that will not be there in use |
# | one-hot | a column for each class, and a single 1 in each row |
# | hyperparameter | what is set before training, and chosen on the validation set |
# | overfitting, underfitting | follows accidents of the training rows; misses their pattern |
# | k-means | assign rows to centres, move centres to means, repeat |
# | pseudo-label | a confident prediction that is used as a label |
#
# **The mistakes that people make most**
#
# 1. They prepare first and split afterwards. Split first; means, deviations, chosen features,
#    filled gaps all come from the training set.
# 2. They look at the test set, change something, and look again. That makes it a validation set,
#    and its score flatters.
# 3. They report an accuracy without the baseline: 44 % of the penguins are Adelies for anyone who
#    never looks.
#
# **Where to read on**
#
# - Trevor Hastie, Robert Tibshirani, Jerome Friedman, *The Elements of Statistical Learning*, 2nd
#   edition, 2009, chapter 7: among others, "the wrong and right way to do cross-validation", from
#   which our leak with 5,000 features is taken.
# - Christopher Bishop, *Pattern Recognition and Machine Learning*, 2006, section 9.1: k-means.
# - Shachar Kaufman, Saharon Rosset, Claudia Perlich, "Leakage in data mining: formulation,
#   detection, and avoidance", 2011.
# - Olivier Chapelle, Bernhard Schölkopf, Alexander Zien (editors), *Semi-Supervised Learning*,
#   2006.
# - Kristen Gorman, Tony Williams, William Fraser, "Ecological sexual dimorphism and environmental
#   variability within a community of Antarctic penguins (genus *Pygoscelis*)", 2014: where our data
#   come from.
