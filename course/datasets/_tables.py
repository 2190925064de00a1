"""Loads the tables (penguins, cars, sunspots) with explicit dtypes; never cleans or fills them.

Text columns have dtype `object` and hold `str`, and `nan` where a value is missing. Left to
itself, pandas would infer `object` up to version 2 and `str` from version 3 on.
"""

import pandas as pd

from course.datasets._files import open_file

PENGUINS = {
    "species": "object",
    "island": "object",
    "bill_length_mm": "float64",
    "bill_depth_mm": "float64",
    "flipper_length_mm": "float64",
    "body_mass_g": "float64",
    "sex": "object",
    "year": "int64",
}

AUTO_MPG = {
    "mpg": "float64",
    "cylinders": "int64",
    "displacement": "float64",
    "horsepower": "float64",
    "weight": "float64",
    "acceleration": "float64",
    "model_year": "int64",
    "origin": "int64",
    "name": "object",
}

SUNSPOTS = {"year": "int64", "sunspot_number": "float64"}


def load_penguins() -> pd.DataFrame:
    """Return the Palmer penguins: 344 rows, 8 columns, index 0 to 343.

    | column            | dtype   | meaning                             | missing |
    | ----------------- | ------- | ----------------------------------- | ------- |
    | species           | object  | Adelie, Chinstrap or Gentoo         | 0       |
    | island            | object  | Biscoe, Dream or Torgersen          | 0       |
    | bill_length_mm    | float64 | length of the bill in millimetres   | 2       |
    | bill_depth_mm     | float64 | depth of the bill in millimetres    | 2       |
    | flipper_length_mm | float64 | length of a flipper in millimetres  | 2       |
    | body_mass_g       | float64 | mass in grams                       | 2       |
    | sex               | object  | female or male                      | 11      |
    | year              | int64   | year of the measurement, 2007-2009  | 0       |

    Missing values are `nan`, in text columns too. The rows are grouped by species: shuffle before
    splitting. Source: Gorman, Williams & Fraser (2014), doi:10.1371/journal.pone.0090081, by way of
    the package palmerpenguins (Horst, Hill & Gorman 2020).
    """
    return _read("penguins.csv", PENGUINS)


def load_auto_mpg() -> pd.DataFrame:
    """Return fuel consumption and build of 392 cars of 1970 to 1982: 9 columns, index 0 to 391.

    | column       | dtype   | meaning                                           |
    | ------------ | ------- | ------------------------------------------------- |
    | mpg          | float64 | miles driven per US gallon of fuel                |
    | cylinders    | int64   | number of cylinders: 3, 4, 5, 6 or 8              |
    | displacement | float64 | engine displacement in cubic inches               |
    | horsepower   | float64 | engine power in horsepower                        |
    | weight       | float64 | weight in pounds                                  |
    | acceleration | float64 | seconds from 0 to 60 miles per hour               |
    | model_year   | int64   | year of the model less 1900: 70 to 82             |
    | origin       | int64   | a code: 1 North America, 2 Europe, 3 Asia         |
    | name         | object  | make and model in lower case, not unique          |

    Nothing is missing: these are the complete records of the 406 that were published. The rows
    are sorted by model year: shuffle before splitting. `origin` is a category, not a quantity.
    Source: the 1983 Data Exposition of the American Statistical Association, compiled by Donoho
    and Ramos (1982). The columns bear the names that the UCI repository made customary.
    """
    return _read("auto_mpg.csv", AUTO_MPG)


def load_sunspots() -> pd.DataFrame:
    """Return the yearly sunspot number, 1700 to 2008: 309 rows, 2 columns, index 0 to 308.

    | column         | dtype   | meaning                                                |
    | -------------- | ------- | ------------------------------------------------------ |
    | year           | int64   | calendar year, rising by 1 from row to row             |
    | sunspot_number | float64 | mean relative sunspot number of the year, 0 to 190.2   |

    Nothing is missing. The relative number counts ten for every group of spots and one for every
    spot, so it is no plain count. This is the series on its scale before the revision of 2015,
    whose values are higher. Source: US National Geophysical Data Center, by way of statsmodels.
    """
    return _read("sunspots.csv", SUNSPOTS)


def _read(name: str, dtypes: dict[str, str]) -> pd.DataFrame:
    """Read a shipped CSV file whose columns are, in order, the keys of `dtypes`."""
    with open_file(name) as file:
        return pd.read_csv(
            file,
            header=0,
            names=list(dtypes),
            dtype=dtypes,
            keep_default_na=False,
            na_values=["NA"],
        )
