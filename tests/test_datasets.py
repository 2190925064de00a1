"""What `course.datasets` promises: its shapes, dtypes and values, its licences, and no network."""

import csv
import gzip
import hashlib
import io
import re
import socket
import subprocess
import sys
import types
import zipfile
import zlib
from importlib import resources
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from course import datasets
from course.datasets import make

PACKAGE = Path(str(resources.files("course.datasets")))
FILES = sorted(path.name for path in (PACKAGE / "files").iterdir())

TABLES = [datasets.load_penguins, datasets.load_auto_mpg, datasets.load_sunspots]
LOADERS = [*TABLES, datasets.load_fashion_mnist, datasets.load_textures]


def name(function):
    return function.__name__


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a loader reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


class TestPenguins:
    def test_has_344_rows_and_the_original_columns_with_explicit_dtypes(self):
        table = datasets.load_penguins()
        assert table.shape == (344, 8)
        assert {column: str(dtype) for column, dtype in table.dtypes.items()} == {
            "species": "object",
            "island": "object",
            "bill_length_mm": "float64",
            "bill_depth_mm": "float64",
            "flipper_length_mm": "float64",
            "body_mass_g": "float64",
            "sex": "object",
            "year": "int64",
        }

    def test_counts_of_every_category(self):
        table = datasets.load_penguins()
        assert dict(table["species"].value_counts()) == {
            "Adelie": 152,
            "Gentoo": 124,
            "Chinstrap": 68,
        }
        assert dict(table["island"].value_counts()) == {
            "Biscoe": 168,
            "Dream": 124,
            "Torgersen": 52,
        }
        assert dict(table["sex"].value_counts()) == {"male": 168, "female": 165}
        assert dict(table["year"].value_counts()) == {2007: 110, 2008: 114, 2009: 120}

    def test_missing_values_stay_missing(self):
        table = datasets.load_penguins()
        missing = table.isna().sum()
        assert dict(missing[missing > 0]) == {
            "bill_length_mm": 2,
            "bill_depth_mm": 2,
            "flipper_length_mm": 2,
            "body_mass_g": 2,
            "sex": 11,
        }
        assert len(table.dropna()) == 333
        assert {type(value) for value in table["sex"]} == {str, float}

    def test_known_rows(self):
        table = datasets.load_penguins()
        first = ["Adelie", "Torgersen", 39.1, 18.7, 181.0, 3750.0, "male", 2007]
        last = ["Chinstrap", "Dream", 50.2, 18.7, 198.0, 3775.0, "female", 2009]
        assert table.iloc[0].tolist() == first
        assert table.iloc[-1].tolist() == last
        assert table["body_mass_g"].mean() == pytest.approx(4201.754, abs=1e-3)


class TestAutoMpg:
    def test_has_392_complete_rows_with_explicit_dtypes(self):
        table = datasets.load_auto_mpg()
        assert table.shape == (392, 9)
        assert not table.isna().any(axis=None)
        assert {column: str(dtype) for column, dtype in table.dtypes.items()} == {
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

    def test_known_values(self):
        table = datasets.load_auto_mpg()
        assert dict(table["origin"].value_counts()) == {1: 245, 3: 79, 2: 68}
        assert dict(table["cylinders"].value_counts()) == {4: 199, 8: 103, 6: 83, 3: 4, 5: 3}
        assert table["mpg"].agg(["min", "max"]).tolist() == [9.0, 46.6]
        assert table["mpg"].mean() == pytest.approx(23.446, abs=1e-3)
        assert table["model_year"].agg(["min", "max"]).tolist() == [70, 82]
        assert table["model_year"].is_monotonic_increasing
        chevelle = [18.0, 8, 307.0, 130.0, 3504.0, 12.0, 70, 1, "chevrolet chevelle malibu"]
        assert table.iloc[0].tolist() == chevelle

    def test_origin_codes_mean_what_the_docstring_says(self):
        origin = datasets.load_auto_mpg().groupby("name")["origin"].first()
        assert origin["ford torino"] == 1
        assert origin["peugeot 504"] == 2
        assert origin["toyota corona mark ii"] == 3


class TestSunspots:
    def test_has_one_row_a_year_with_explicit_dtypes(self):
        table = datasets.load_sunspots()
        assert table.shape == (309, 2)
        assert {column: str(dtype) for column, dtype in table.dtypes.items()} == {
            "year": "int64",
            "sunspot_number": "float64",
        }
        assert table["year"].tolist() == list(range(1700, 2009))
        assert not table.isna().any(axis=None)

    def test_known_values(self):
        number = datasets.load_sunspots().set_index("year")["sunspot_number"]
        assert number[1700] == 5.0
        assert number[2008] == 2.9
        assert (number.idxmax(), number.max()) == (1957, 190.2)
        assert number.index[number == 0].tolist() == [1711, 1712, 1810]


class TestFashionMnist:
    def test_shapes_and_dtypes(self):
        (x_train, y_train), (x_test, y_test) = datasets.load_fashion_mnist()
        assert (x_train.shape, y_train.shape) == ((10000, 28, 28), (10000,))
        assert (x_test.shape, y_test.shape) == ((2000, 28, 28), (2000,))
        assert {array.dtype for array in (x_train, y_train, x_test, y_test)} == {np.dtype("uint8")}

    def test_every_class_is_equally_frequent(self):
        (_, y_train), (_, y_test) = datasets.load_fashion_mnist()
        assert np.bincount(y_train).tolist() == [1000] * 10
        assert np.bincount(y_test).tolist() == [200] * 10

    def test_classes_are_mixed(self):
        # A batch that is taken from the front must not hold one class alone.
        for _, labels in datasets.load_fashion_mnist():
            assert len(np.unique(labels[:100])) == 10

    def test_pixels_resemble_those_of_the_full_set(self):
        # The published mean and standard deviation of the full training set, scaled to [0, 1].
        (x_train, _), (x_test, _) = datasets.load_fashion_mnist()
        for images in (x_train, x_test):
            assert (images.min(), images.max()) == (0, 255)
            assert images.mean() / 255 == pytest.approx(0.2860, abs=0.005)
            assert images.std() / 255 == pytest.approx(0.3530, abs=0.005)

    def test_no_image_occurs_twice(self):
        # In particular, no test image was seen in training.
        (x_train, _), (x_test, _) = datasets.load_fashion_mnist()
        images = np.concatenate([x_train, x_test])
        assert len({image.tobytes() for image in images}) == 12000

    def test_class_names_belong_to_the_labels(self):
        assert isinstance(datasets.FASHION_MNIST_CLASSES, tuple)
        assert len(set(datasets.FASHION_MNIST_CLASSES)) == 10
        (x_train, y_train), _ = datasets.load_fashion_mnist()
        label = {title: number for number, title in enumerate(datasets.FASHION_MNIST_CLASSES)}

        def mean_image(title):
            return x_train[y_train == label[title]].mean(axis=0)

        # Trousers have a gap between the legs, shirts have cloth there, shoes leave the top empty.
        assert mean_image("Trouser")[20:26, 14].mean() < mean_image("Trouser")[20:26, 10].mean()
        assert mean_image("Shirt")[20:26, 14].mean() > 100
        for shoe in ("Sandal", "Sneaker"):
            assert mean_image(shoe)[:4].mean() < 5
        assert mean_image("Ankle boot")[5].max() > mean_image("Sneaker")[5].max()


class TestFullFashionMnist:
    """Keras is replaced by a stand-in: what is tested is how it is called and how it may fail."""

    @staticmethod
    def keras_with(monkeypatch, load_data):
        keras = types.ModuleType("keras")
        keras.datasets = types.ModuleType("keras.datasets")
        keras.datasets.fashion_mnist = types.SimpleNamespace(load_data=load_data)
        monkeypatch.setitem(sys.modules, "keras", keras)
        monkeypatch.setitem(sys.modules, "keras.datasets", keras.datasets)

    def test_is_what_keras_returns(self, monkeypatch):
        full = ((object(), object()), (object(), object()))
        self.keras_with(monkeypatch, lambda: full)
        assert datasets.load_fashion_mnist(full=True) is full

    def test_failed_download_is_one_line_that_says_what_to_do(self, monkeypatch):
        def fail():
            raise Exception("URL fetch failure on https://…: None --\n[Errno -2] Name unknown")

        self.keras_with(monkeypatch, fail)
        with pytest.raises(ConnectionError) as caught:
            datasets.load_fashion_mnist(full=True)
        message = str(caught.value)
        assert "\n" not in message
        assert "Name unknown" in message
        assert "leave out full=True" in message
        assert caught.value.__suppress_context__  # no chain of tracebacks above the one line


class TestPhotographs:
    @pytest.mark.parametrize("size, train, test", [(32, 480, 288), (64, 120, 72), (160, 18, 9)])
    def test_textures_come_in_square_patches_with_balanced_labels(self, size, train, test):
        for (x, y), count in zip(datasets.load_textures(size), (train, test), strict=True):
            assert x.shape == (count, size, size, 3) and x.dtype == np.uint8
            assert list(np.bincount(y)) == [count // 3] * 3 and y.dtype == np.uint8

    def test_training_and_test_patches_share_no_pixel(self):
        """Each patch is found in its photograph, on its own side and nowhere twice."""
        size = 64
        for part, columns in zip(datasets.load_textures(size), ((0, 320), (320, 512)), strict=True):
            for number, texture in enumerate(datasets.TEXTURES):
                picture = datasets.load_photograph(texture)[:, slice(*columns)]
                mine = [x for x, y in zip(*part, strict=True) if y == number]
                rows, width = picture.shape[0] // size, picture.shape[1] // size
                cut = [
                    picture[r * size : (r + 1) * size, c * size : (c + 1) * size]
                    for r in range(rows)
                    for c in range(width)
                ]
                np.testing.assert_array_equal(mine, cut)

    def test_photographs_are_in_colour_as_their_authors_took_them(self):
        assert datasets.load_photograph("chelsea").shape == (300, 451, 3)
        assert datasets.load_photograph("coffee").shape == (400, 600, 3)
        camera = datasets.load_photograph("camera")
        assert camera.shape == (512, 512, 3) and (camera == camera[..., :1]).all()

    @pytest.mark.parametrize(
        "call, said",
        [
            (lambda: datasets.load_photograph("dog"), "there are brick, grass"),
            (lambda: datasets.load_textures(7), "from 8 to 160"),
            (lambda: datasets.load_textures(161), "from 8 to 160"),
        ],
    )
    def test_what_there_is_not_is_an_error(self, call, said):
        with pytest.raises(ValueError, match=said):
            call()


class TestEveryLoader:
    @pytest.mark.parametrize("load", LOADERS, ids=name)
    def test_needs_no_network(self, load, no_network):
        load()

    @pytest.mark.parametrize("load", TABLES, ids=name)
    def test_returns_a_fresh_table(self, load):
        mine = load()
        mine.iloc[:, -1] = mine.iloc[::-1, -1].to_numpy()
        del mine[mine.columns[0]]
        assert not mine.equals(load())
        pd.testing.assert_frame_equal(load(), load())
        assert load().columns[0] not in mine

    @pytest.mark.parametrize(
        ("load", "file"), list(zip(TABLES, make.COPIED, strict=True)), ids=list(make.COPIED)
    )
    def test_numbers_are_exactly_those_that_the_file_prints(self, load, file):
        with (PACKAGE / "files" / file).open(newline="", encoding="ascii") as lines:
            _, *rows = csv.reader(lines)
        table = load()
        for position, column in enumerate(table):
            printed = [row[position] for row in rows]
            if table[column].dtype == object:
                assert table[column].fillna("NA").tolist() == printed
            else:
                numbers = [float(cell.replace("NA", "nan")) for cell in printed]
                np.testing.assert_array_equal(table[column].to_numpy(), numbers)

    def test_returns_fresh_arrays(self):
        for mine, theirs in zip(
            sum(datasets.load_fashion_mnist(), ()),
            sum(datasets.load_fashion_mnist(), ()),
            strict=True,
        ):
            before = theirs.copy()
            mine[:] = 77
            np.testing.assert_array_equal(theirs, before)
        assert not (datasets.load_fashion_mnist()[0][1] == 77).any()

    def test_works_from_a_zip_archive_without_importing_keras(self, tmp_path):
        # As strict as an installed wheel: no file of the package has a path of its own.
        archive = tmp_path / "course.zip"
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr("course/__init__.py", "")
            for path in [*PACKAGE.glob("*.py"), *(PACKAGE / "files").iterdir()]:
                file.write(path, Path("course", "datasets", path.relative_to(PACKAGE)))
        program = f"""
import sys
sys.path.insert(0, {str(archive)!r})
from course import datasets
assert {str(archive)!r} in datasets.__file__, datasets.__file__
for load in {[name(load) for load in LOADERS]!r}:
    getattr(datasets, load)()
print(sorted({{"keras", "tensorflow"}} & set(sys.modules)))
"""
        # -I: neither the working directory nor PYTHONPATH offers the checkout instead.
        result = subprocess.run(
            [sys.executable, "-I", "-c", program], cwd=tmp_path, capture_output=True, text=True
        )
        assert (result.stdout, result.stderr) == ("[]\n", "")


class TestProvenance:
    @staticmethod
    def rows():
        """Return the table of PROVENANCE.md as {file: {column: cell}}."""
        text = (PACKAGE / "PROVENANCE.md").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if line.startswith("|")]
        header, _, *body = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
        rows = [dict(zip(header, cells, strict=True)) for cells in body]
        table = {row["file"].strip("`"): row for row in rows}
        assert len(table) == len(rows), "a file has two rows"
        return table

    def test_every_file_has_a_row_and_every_row_a_file(self):
        assert sorted(self.rows()) == FILES

    @pytest.mark.parametrize("file", FILES)
    def test_row_tells_everything_and_the_true_sha256(self, file):
        row = self.rows()[file]
        assert all(row.values()), "an empty cell"
        content = (PACKAGE / "files" / file).read_bytes()
        assert row["SHA-256"] == f"`{hashlib.sha256(content).hexdigest()}`"

    @pytest.mark.parametrize("file", make.NAMES)
    def test_row_names_the_command_that_makes_the_file(self, file):
        assert self.rows()[file]["made by"] == f"`python -m course.datasets.make {file}`"

    def test_every_data_file_can_be_made_again(self):
        assert sorted(make.NAMES) == [file for file in FILES if not file.endswith(".LICENSE.txt")]

    def test_mit_licence_accompanies_fashion_mnist(self):
        text = (PACKAGE / "files" / "fashion_mnist.LICENSE.txt").read_text(encoding="utf-8")
        words = re.sub(r"\s+", " ", text)
        assert "Copyright © 2017 Zalando SE" in words
        assert "The above copyright notice and this permission notice shall be included" in words


def made_again(file):
    try:
        return make.make(file)
    except make.OriginalMissingError as error:
        pytest.skip(str(error))


def idx(array):
    """Return `array` of bytes as a gzipped IDX file."""
    sizes = b"".join(size.to_bytes(4, "big") for size in array.shape)
    return gzip.compress(bytes([0, 0, 8, array.ndim]) + sizes + array.tobytes())


@pytest.fixture(scope="module")
def small_originals(tmp_path_factory):
    """A directory like that of Debian's package: each image's pixels are its position and label."""
    directory = tmp_path_factory.mktemp("fashion-mnist")
    for prefix, per_class in (("train", 1003), ("t10k", 205)):
        labels = np.tile(np.arange(10, dtype=np.uint8), per_class)
        images = np.stack([labels, *np.divmod(np.arange(len(labels)), 256)], axis=1)
        images = images.astype(np.uint8).reshape(-1, 1, 3)
        (directory / f"{prefix}-images-idx3-ubyte.gz").write_bytes(idx(images))
        (directory / f"{prefix}-labels-idx1-ubyte.gz").write_bytes(idx(labels))
    return directory


class TestMake:
    @pytest.mark.parametrize("file", make.COPIED)
    def test_tables_are_made_again_byte_for_byte(self, file):
        assert made_again(file) == (PACKAGE / "files" / file).read_bytes()

    def test_fashion_mnist_is_made_again_byte_for_byte(self):
        shipped = (PACKAGE / "files" / "fashion_mnist.npz").read_bytes()
        again = made_again("fashion_mnist.npz")
        with np.load(io.BytesIO(shipped)) as one, np.load(io.BytesIO(again)) as other:
            assert list(one) == list(other)
            for array in one:
                np.testing.assert_array_equal(one[array], other[array])
        if "zlib-ng" in zlib.ZLIB_RUNTIME_VERSION:
            pytest.skip("the arrays are equal; the bytes are those of zlib, and this is zlib-ng")
        assert again == shipped

    def test_subset_is_balanced_in_order_and_keeps_labels_with_images(self, small_originals):
        content = make.make("fashion_mnist.npz", small_originals)
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            for part, per_class in (("train", 1000), ("test", 200)):
                images, labels = arrays[f"x_{part}"], arrays[f"y_{part}"]
                assert images.shape == (10 * per_class, 1, 3)
                assert np.bincount(labels).tolist() == [per_class] * 10
                label, high, low = images[:, 0].astype(int).T
                np.testing.assert_array_equal(label, labels)
                assert (np.diff(256 * high + low) > 0).all()

    def test_archive_bears_no_date_and_no_system(self, small_originals, monkeypatch):
        first = make.make("fashion_mnist.npz", small_originals)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        assert make.make("fashion_mnist.npz", small_originals) == first
        for member in zipfile.ZipFile(io.BytesIO(first)).infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert member.create_system == 3

    def test_command_writes_the_files_it_is_told_and_prints_their_sha256(
        self, small_originals, tmp_path, capsys
    ):
        out = tmp_path / "new" / "files"
        options = ["--fashion-mnist", str(small_originals), "--out", str(out)]
        make.main(["fashion_mnist.npz", *options])
        (written,) = out.iterdir()
        digest = hashlib.sha256(written.read_bytes()).hexdigest()
        assert capsys.readouterr().out == f"{digest} fashion_mnist.npz\n"

    def test_unknown_name_writes_nothing(self, tmp_path, capsys):
        with pytest.raises(SystemExit):
            make.main(["penguins", "--out", str(tmp_path / "out")])
        assert "invalid choice: 'penguins'" in capsys.readouterr().err
        assert not (tmp_path / "out").exists()
        with pytest.raises(ValueError, match="no such file"):
            make.make("penguins")

    @pytest.mark.parametrize("file", make.COPIED)
    def test_missing_package_is_one_line_that_names_it(self, file, tmp_path, monkeypatch):
        monkeypatch.setattr(make, "find_spec", lambda package: None)
        with pytest.raises(SystemExit) as caught:
            make.main([file, "--out", str(tmp_path)])
        package, _ = make.COPIED[file]
        assert caught.value.code.startswith(f"{file}: ")
        assert caught.value.code.endswith(f"run `pip install {package}`")
        assert "\n" not in caught.value.code
        assert not list(tmp_path.iterdir())

    def test_missing_debian_package_is_one_line_that_names_it(self, tmp_path):
        with pytest.raises(SystemExit) as caught:
            make.main(["fashion_mnist.npz", "--fashion-mnist", str(tmp_path)])
        assert "apt-get install dataset-fashion-mnist" in caught.value.code
        assert "\n" not in caught.value.code

    @pytest.mark.parametrize(
        "damaged",
        [
            b"no gzip at all",
            idx(np.zeros((3, 2, 2), np.uint8))[:-12],
            gzip.compress(b"")[:10] + bytes([255] * 20),
            gzip.compress(b""),
            idx(np.zeros(5, np.uint8)),
            gzip.compress(bytes([0, 0, 8, 3]) + bytes([0, 0, 0, 2]) * 3 + bytes(7)),
        ],
        ids=["not gzip", "cut off", "garbled", "empty", "labels for images", "one pixel short"],
    )
    def test_damaged_original_is_named(self, damaged, small_originals, tmp_path):
        for original in small_originals.iterdir():
            (tmp_path / original.name).write_bytes(original.read_bytes())
        (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(damaged)
        with pytest.raises(ValueError, match="train-images-idx3-ubyte.gz is"):
            make.make("fashion_mnist.npz", tmp_path)
