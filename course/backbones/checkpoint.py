"""Reads the arrays of a PyTorch checkpoint without PyTorch; never runs what a pickle asks for.

A pickle is a program: loading one from a stranger may do anything. This reader admits the four
names that a dictionary of tensors needs, replaces each by a stand-in that can do nothing else, and
refuses the file at the first name that is not among them.

The format (PyTorch before 1.6, "legacy"): five pickles one after the other, which are a magic
number, a protocol version, facts about the machine, the dictionary of tensors, and the list of the
storages that its tensors point into; then each storage in that order, a 64-bit count followed by
the raw values.
"""

import io
import pickle
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import as_strided

MAGIC = 0x1950A86A20F9469CFC6C
PROTOCOL = 1001


def read_checkpoint(content: bytes) -> dict[str, np.ndarray]:
    """Return the tensors of a legacy PyTorch state dictionary as NumPy arrays, by name.

    Tensors of float32 and int64 are known; the arrays own their values and can be written to.

    Raises pickle.UnpicklingError when a pickle asks for anything but tensors, ValueError when the
    file is cut short, is no such checkpoint, or a tensor reaches beyond its storage.
    """
    file = io.BytesIO(content)
    storages: dict[str, _Storage] = {}
    try:
        if _unpickle(file, storages) != MAGIC or _unpickle(file, storages) != PROTOCOL:
            raise ValueError("no checkpoint in PyTorch's legacy format")
        machine = _unpickle(file, storages)
        if machine.get("little_endian") is not True:
            raise ValueError("the checkpoint was not written on a little-endian machine")
        tensors = _unpickle(file, storages)
        order = _unpickle(file, storages)
    except (EOFError, AttributeError, TypeError) as error:
        raise ValueError(f"no dictionary of tensors: {error}") from None
    if not isinstance(tensors, Mapping) or sorted(order) != sorted(storages):
        raise ValueError("the tensors and the list of their storages do not agree")
    values = {key: _values(file, storages[key]) for key in order}
    if file.read(1):
        raise ValueError("there is something behind the last storage")
    return {name: _array(tensor, values) for name, tensor in tensors.items()}


@dataclass(frozen=True)
class _Storage:
    """A run of numbers that tensors are views of, by its key in the file."""

    dtype: str
    key: str
    size: int


@dataclass(frozen=True)
class _Tensor:
    """Where a tensor's values are; offset and strides count numbers, not bytes."""

    storage: _Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _RebuildTensor:
    """Stands for PyTorch's function of this purpose; has no attribute that a pickle could set."""

    def __call__(self, storage, offset, shape, strides, requires_grad, hooks, metadata=None):
        return _Tensor(storage, offset, tuple(shape), tuple(strides))


ADMITTED = {
    ("collections", "OrderedDict"): OrderedDict,
    ("torch._utils", "_rebuild_tensor_v2"): _RebuildTensor(),
    ("torch", "FloatStorage"): "<f4",  # a word cannot be called
    ("torch", "LongStorage"): "<i8",
}


def _unpickle(file: io.BytesIO, storages: dict[str, _Storage]) -> object:
    return _TensorsOnly(file, storages).load()


class _TensorsOnly(pickle.Unpickler):
    """Knows the names in `ADMITTED`, and notes in `storages` what its tensors point into."""

    def __init__(self, file: io.BytesIO, storages: dict[str, _Storage]):
        super().__init__(file)
        self._storages = storages

    def find_class(self, module: str, name: str) -> object:
        try:
            return ADMITTED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(
                f"the checkpoint asks for {module}.{name}, which no tensor needs"
            ) from None

    def persistent_load(self, identity: object) -> _Storage:
        try:
            kind, dtype, key, _, size, view = identity
        except (TypeError, ValueError):
            raise pickle.UnpicklingError("a reference that is no storage") from None
        if kind != "storage" or view is not None:
            raise pickle.UnpicklingError("a reference that is no plain storage")
        storage = _Storage(dtype, key, size)
        if self._storages.setdefault(key, storage) != storage:
            raise pickle.UnpicklingError(f"two storages share the key {key}")
        return storage


def _values(file: io.BytesIO, storage: _Storage) -> np.ndarray:
    size = int.from_bytes(file.read(8), "little")
    content = file.read(size * np.dtype(storage.dtype).itemsize)
    if size != storage.size or len(content) != size * np.dtype(storage.dtype).itemsize:
        raise ValueError(f"storage {storage.key} is cut short, or not as long as its tensors say")
    return np.frombuffer(content, dtype=storage.dtype)


def _array(tensor: _Tensor, values: Mapping[str, np.ndarray]) -> np.ndarray:
    """Copy a tensor's values out of its storage, in the order that its strides give them."""
    storage = values[tensor.storage.key]
    if len(tensor.shape) != len(tensor.strides) or min((tensor.offset, *tensor.shape)) < 0:
        raise ValueError("a tensor without a sensible shape")
    if 0 in tensor.shape:
        return np.empty(tensor.shape, storage.dtype)
    steps = [(n - 1) * stride for n, stride in zip(tensor.shape, tensor.strides, strict=True)]
    if min(tensor.strides, default=0) < 0 or tensor.offset + sum(steps) >= len(storage):
        raise ValueError("a tensor reaches beyond its storage")
    strides = [stride * storage.itemsize for stride in tensor.strides]
    return as_strided(storage[tensor.offset :], tensor.shape, strides).copy()
