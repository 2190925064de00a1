"""The shipped backbone: its size, its weights, what it sees, and that its script makes it again."""

import hashlib
import io
import pickle
import re
import struct
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from course.backbones import checkpoint, efficientnet_lite0, load_imagenet_classes, make
from course.backbones.efficientnet import weight_paths
from course.datasets import load_photograph
from course.datasets.make import OriginalMissingError

PACKAGE = Path(str(resources.files("course.backbones")))
FILES = sorted(path.name for path in (PACKAGE / "files").iterdir())


@pytest.fixture(scope="module")
def network():
    return efficientnet_lite0()


class TestArchitecture:
    def test_has_as_many_parameters_as_published(self, network):
        assert network.count_params() == 4_694_024
        assert efficientnet_lite0(include_top=False, weights=None).count_params() == 3_413_024

    @pytest.mark.parametrize("size, maps", [(224, 7), (96, 3), (50, 2)])
    def test_halves_the_picture_five_times(self, size, maps):
        trunk = efficientnet_lite0(False, weights=None, input_shape=(size, size, 3))
        assert trunk.output_shape == (None, maps, maps, 1280)

    def test_pooling_leaves_one_number_a_channel(self):
        trunk = efficientnet_lite0(False, None, (64, 64, 3), pooling="avg")
        assert trunk.output_shape == (None, 1280)

    @pytest.mark.parametrize(
        "wrong",
        [{"weights": "mine"}, {"pooling": "max"}, {"input_shape": (16, 16, 3)}]
        + [{"input_shape": (64, 64, 1)}],
    )
    def test_refuses_what_it_does_not_know(self, wrong):
        with pytest.raises(ValueError, match="should be"):
            efficientnet_lite0(**wrong)


class TestWeights:
    def test_every_shipped_array_is_the_weight_of_its_name(self, network):
        shipped = {}
        for name in ("efficientnet_lite0.npz", "efficientnet_lite0_top.npz"):
            with np.load(PACKAGE / "files" / name) as archive:
                shipped |= {path: archive[path] for path in archive.files}
        assert sorted(shipped) == sorted(weight_paths(network))
        for path, weight in zip(weight_paths(network), network.get_weights(), strict=True):
            assert shipped[path].dtype == np.float16
            np.testing.assert_array_equal(weight, shipped[path].astype("float32"))

    def test_the_trunk_has_the_same_weights_with_and_without_the_top(self, network):
        trunk = efficientnet_lite0(include_top=False)
        for mine, theirs in zip(trunk.get_weights(), network.get_weights(), strict=False):
            np.testing.assert_array_equal(mine, theirs)

    def test_normalisation_is_that_of_the_original(self, network):
        assert network.get_layer("stem_bn").epsilon == 1e-3


class TestSight:
    @pytest.mark.parametrize(
        "photograph, among",
        [("chelsea", {"Egyptian cat", "tiger cat", "tabby, tabby cat"})]
        + [("coffee", {"espresso"}), ("camera", {"tripod"})],
    )
    def test_names_what_is_in_a_photograph(self, network, photograph, among):
        picture = Image.fromarray(load_photograph(photograph))
        side = min(picture.size)
        left, top = ((length - side) // 2 for length in picture.size)
        square = picture.crop((left, top, left + side, top + side))
        pixels = np.asarray(square.resize((224, 224), Image.Resampling.BICUBIC))
        (chances,) = network.predict(pixels[np.newaxis], verbose=0)
        assert load_imagenet_classes()[chances.argmax()] in among
        assert np.isclose(chances.sum(), 1, atol=1e-5)

    def test_there_is_a_name_for_every_column(self):
        names = load_imagenet_classes()
        assert len(names) == 1000 and all(names)
        assert names[0].startswith("tench") and names[999].startswith("toilet tissue")


class TestProvenance:
    def test_every_file_has_a_row_with_its_true_sha256(self):
        text = (PACKAGE / "PROVENANCE.md").read_text("utf-8")
        rows = dict(re.findall(r"^\| `(\S+)` \|.*`([0-9a-f]{64})` \|$", text, re.MULTILINE))
        assert sorted(rows) == FILES
        for name in FILES:
            content = (PACKAGE / "files" / name).read_bytes()
            assert rows[name] == hashlib.sha256(content).hexdigest(), name

    def test_its_licence_accompanies_it(self):
        text = (PACKAGE / "files" / "efficientnet_lite0.LICENSE.txt").read_text("utf-8")
        assert "Apache" in text and "2.0" in text

    @pytest.mark.parametrize("name", make.NAMES)
    def test_the_script_makes_it_again(self, name):
        try:
            content = make.make(name)
        except OriginalMissingError as error:
            pytest.skip(str(error))
        shipped = (PACKAGE / "files" / name).read_bytes()
        if name.endswith(".npz"):  # zlib-ng packs the same arrays into other bytes
            with np.load(io.BytesIO(content)) as made, np.load(io.BytesIO(shipped)) as kept:
                assert made.files == kept.files
                for path in kept.files:
                    np.testing.assert_array_equal(made[path], kept[path])
        else:
            assert content == shipped

    def test_an_unknown_name_is_an_error(self):
        with pytest.raises(ValueError, match="no such file"):
            make.make("other.npz")


class Reference:
    """What PyTorch writes for a storage: a persistent reference in the pickle."""

    def __init__(self, key, size):
        self.identity = ("storage", "<f4", key, "cpu", size, None)


def checkpoint_of(tensors, storages, machine=None) -> bytes:
    """A legacy checkpoint: ``tensors`` as any object that pickles, storages as {key: numbers}."""

    class Pickler(pickle.Pickler):
        def persistent_id(self, obj):
            return obj.identity if isinstance(obj, Reference) else None

    file = io.BytesIO()
    parts = [checkpoint.MAGIC, checkpoint.PROTOCOL, machine or {"little_endian": True}]
    for part in (*parts, tensors, sorted(storages)):
        Pickler(file, 2).dump(part)
    for key in sorted(storages):
        values = np.asarray(storages[key], "<f4")
        file.write(struct.pack("<q", len(values)) + values.tobytes())
    return file.getvalue()


class Harmful:
    def __reduce__(self):
        return (print, ("this must not be run",))


class TestReader:
    """Only refusals are tried here: the shipped weights are the proof that it reads."""

    def test_a_pickle_that_wants_anything_else_is_refused_and_not_run(self, capsys):
        with pytest.raises(pickle.UnpicklingError, match="print, which no tensor needs"):
            checkpoint.read_checkpoint(checkpoint_of({"w": Harmful()}, {}))
        assert capsys.readouterr().out == ""

    def test_numpys_own_rebuilding_is_not_admitted_either(self):
        with pytest.raises(pickle.UnpicklingError, match="no tensor needs"):
            checkpoint.read_checkpoint(checkpoint_of({"w": np.zeros(2)}, {}))

    def test_an_empty_dictionary_is_read(self):
        assert checkpoint.read_checkpoint(checkpoint_of({}, {})) == {}

    @pytest.mark.parametrize("cut", [0, 1, 20, -1])
    def test_a_file_that_is_cut_short_is_an_error(self, cut):
        content = checkpoint_of({"w": Reference("0", 3)}, {"0": [1, 2, 3]})
        with pytest.raises((ValueError, pickle.UnpicklingError)):
            checkpoint.read_checkpoint(content[:cut])

    def test_what_no_storage_holds_is_an_error(self):
        with pytest.raises(ValueError, match="do not agree"):
            checkpoint.read_checkpoint(checkpoint_of({}, {"0": [1.0]}))

    def test_a_checkpoint_of_another_network_is_an_error(self):
        with pytest.raises(ValueError, match="lacks"):
            make.convert({"other.weight": np.zeros(2)})
