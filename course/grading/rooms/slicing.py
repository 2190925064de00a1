"""Which of a notebook's cells have to run so that those that matter see what they need: by names.

Pure functions over source code; nothing is run. Where code cannot be understood, more is kept.
Not seen are a change through a second object that shares the first's parts, what a function
remembers from call to call, and the state of random generators of a whole library.
"""

from __future__ import annotations

import ast
import functools
import re
import symtable
import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

# Line magics that touch no variable, and cell magics that run the cell as it is.
_MAGICS = "matplotlib|config|load_ext|reload_ext|autoreload|precision|pip|conda|ls|pwd|who|whos"
_HARMLESS_LINE = re.compile(rf"^[ \t]*(%({_MAGICS})\b.*|![^{{$\n]*)$", re.MULTILINE)
_HARMLESS_CELL = re.compile(r"\A\s*%%(time|capture)[ \t]*$", re.MULTILINE)
# What only IPython can read: magics, shell commands, help and its ways to call without brackets.
_IPYTHON = re.compile(r"[%!?]|^[ \t]*[/,;]", re.MULTILINE)
# Code with one of these may read or bind any name.
_DYNAMIC = {"globals", "locals", "vars", "eval", "exec", "dir", "get_ipython", "__import__"}
_DYNAMIC_ATTRIBUTES = {"eval", "query", "modules", "user_ns", "_getframe", "currentframe"}
# Called for what they return or show; they change no argument.
_PURE = {
    *("print", "display", "repr", "str", "format", "len", "range", "enumerate", "zip", "map"),
    *("list", "tuple", "dict", "set", "sorted", "reversed", "filter", "sum", "min", "max", "any"),
    *("all", "abs", "round", "float", "int", "bool", "type", "isinstance", "hasattr", "getattr"),
    *("callable",),
}
_SHOWING = ("matplotlib", "IPython", "course.")
# Characters of all cells: of more, nothing is left out, as reading them takes long.
_LONGEST = 300_000
_FILE = re.compile(r"[\w./\\-]*\.[A-Za-z]\w{0,7}")


def needed(sources: Sequence[str], optional: Sequence[bool]) -> list[bool]:
    """Whether each cell has to run.

    Parameters
    ----------
    sources : sequence of str
        The code cells in the order in which they would run.
    optional : sequence of bool
        Whether a cell matters only for what other cells need of it.

    Returns
    -------
    list of bool
        True for every cell that is not optional, and for each optional one that binds a name which
        a kept cell reads, or may change the object under such a name, modules excepted; or that
        stands before a kept cell of which nobody can tell what it reads.
    """
    if sum(map(len, sources)) > _LONGEST:
        return [True] * len(sources)
    cells = [names_in(source) for source in sources]
    imports = {name: module for cell in cells for name, module in cell.imports.items()}
    definitions = frozenset().union(*(cell.definitions for cell in cells))
    changed = [_changed(cell, imports, definitions) for cell in cells]
    bound = frozenset().union(*(cell.binds for cell in cells))  # all others are built in
    others: dict[str, list[str]] = defaultdict(list)  # name → other names of its object
    for alias, name in (pair for cell in cells for pair in cell.aliases):
        others[name].append(alias)
    givers: dict[str, list[int]] = defaultdict(list)  # name → cells that bind or change it
    for number, cell in enumerate(cells):
        for name in (cell.binds | changed[number]) & bound:
            givers[name].append(number)
    last_unknown = max((n for n, cell in enumerate(cells) if not cell.known), default=-1)
    waiting = [n for n in range(len(cells)) if n <= last_unknown or not optional[n]]
    keep, wanted = [False] * len(cells), set()
    while waiting:
        if keep[number := waiting.pop()]:
            continue
        keep[number] = True
        names = list(cells[number].reads)
        while names:
            if (name := names.pop()) not in wanted:
                wanted.add(name)
                names += others[name]
                waiting += givers[name]
    return keep


@dataclass(frozen=True)
class Names:
    """What a cell has to do with the notebook's names.

    Attributes
    ----------
    reads : frozenset of str
        Those that it needs from elsewhere, at once or when its functions are called; and what
        looks like a file's name.
    binds : frozenset of str
        Those that it may give a value.
    definitions : frozenset of str
        Those that it gives a function or class.
    imports : dict
        Those that it imports, with the module that each is or comes from.
    aliases : tuple of (str, str)
        Pairs of names of which it gives the first the second's object.
    touched : frozenset of str
        Those whose objects it changes by assigning to a part, or calls a method of.
    calls : tuple of _Call
        All its calls, which may change what they are given.
    known : bool
        False if it may read and bind others, too.
    """

    reads: frozenset[str] = frozenset()
    binds: frozenset[str] = frozenset()
    definitions: frozenset[str] = frozenset()
    imports: dict[str, str] = field(default_factory=dict)
    aliases: tuple[tuple[str, str], ...] = ()
    touched: frozenset[str] = frozenset()
    calls: tuple[_Call, ...] = ()
    known: bool = True


@dataclass(frozen=True)
class _Call:
    """A call: the name that the function belongs to, the method's name or "", whether its result
    is not used, and the names that its arguments belong to."""

    function: str | None
    method: str
    is_bare: bool
    passed: frozenset[str]


@functools.lru_cache(1024)  # a class has most of its cells in common
def names_in(source: str) -> Names:
    """What a cell has to do with the notebook's names."""
    code = _HARMLESS_LINE.sub("pass", _HARMLESS_CELL.sub("", source))
    try:
        with warnings.catch_warnings(action="ignore"):  # of odd escapes, say
            tree = ast.parse(code)
            table = symtable.symtable(code, "<cell>", "exec")
    except SyntaxError:
        # What is no Python and no IPython either stops before it has read anything.
        return Names(known=not _IPYTHON.search(code))
    except (ValueError, RecursionError, MemoryError):
        return Names(known=False)
    try:
        return _names_in(tree, table)
    except RecursionError:
        return Names(known=False)


def _names_in(tree: ast.Module, table: symtable.SymbolTable) -> Names:
    now, later, binds = _by_scope(table)
    augmented = {name for name in _augmented(tree) if name in binds}
    reads = (now - _bound_first(tree)) | later | augmented
    nodes = list(ast.walk(tree))
    bare = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    imports = {}
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports |= _imported(node)
    return Names(
        reads=frozenset(reads | set(_files(tree))),
        binds=frozenset(binds | set(_files(tree))),
        definitions=frozenset(
            node.name
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        ),
        imports=imports,
        aliases=tuple(
            (target.id, node.value.id)
            for node in nodes
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name)
            for target in node.targets
            if isinstance(target, ast.Name)
        ),
        touched=frozenset(filter(None, map(_touched, nodes))),
        calls=tuple(_call(node, id(node) in bare) for node in nodes if isinstance(node, ast.Call)),
        known=not any(map(_is_dynamic, nodes)),
    )


def _by_scope(table: symtable.SymbolTable) -> tuple[set[str], set[str], set[str]]:
    """Names read while the cell runs, names that its functions read, and names that it binds."""
    now, later, binds = set(), set(), set()
    for symbol in table.get_symbols():
        if symbol.is_referenced():
            now.add(symbol.get_name())
        if symbol.is_assigned() or symbol.is_imported():
            binds.add(symbol.get_name())
    for scope in _scopes_below(table):
        is_class = scope.get_type() == "class"
        for symbol in scope.get_symbols():
            name = symbol.get_name()
            if symbol.is_declared_global() and symbol.is_assigned():
                binds.add(name)
                later.add(name)
            elif symbol.is_referenced() and (symbol.is_global() or is_class):
                is_loop = scope.get_name() in ("listcomp", "setcomp", "dictcomp", "genexpr")
                (now if is_loop else later).add(name)
    return now, later, binds


def _scopes_below(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    for child in table.get_children():
        yield child
        yield from _scopes_below(child)


def _bound_first(tree: ast.Module) -> set[str]:
    """The names that the cell has certainly given a value before it reads them."""
    bound, read = set(), set()
    for statement in tree.body:
        read |= {
            node.id
            for node in ast.walk(statement)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        bound |= _certainly_bound(statement) - read
    return bound


def _certainly_bound(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {statement.name}
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return set(_imported(statement))
    if isinstance(statement, ast.Assign):
        return {
            n.id for target in statement.targets for n in _parts(target) if isinstance(n, ast.Name)
        }
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        return {n.id for n in _parts(statement.target) if isinstance(n, ast.Name)}
    return set()


def _imported(node: ast.Import | ast.ImportFrom) -> dict[str, str]:
    """The names that an import binds, with their modules."""
    if isinstance(node, ast.ImportFrom):
        return {alias.asname or alias.name: node.module or "." for alias in node.names}
    return {alias.asname or alias.name.partition(".")[0]: alias.name for alias in node.names}


def _augmented(tree: ast.AST) -> Iterator[str]:
    """Names that are changed where they stand (``x += 1``) or deleted: read and bound."""
    for node in ast.walk(tree):
        targets = [node.target] if isinstance(node, ast.AugAssign) else []
        targets += node.targets if isinstance(node, ast.Delete) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def _files(tree: ast.AST) -> Iterator[str]:
    """Texts that look like names of files, which one cell may write and another read."""
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and _FILE.fullmatch(text):
            yield f"file {text}"


def _is_dynamic(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id in _DYNAMIC
    if isinstance(node, ast.Attribute):
        return node.attr in _DYNAMIC_ATTRIBUTES
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = {alias.name for alias in node.names} | {getattr(node, "module", None)}
        return bool(names & {"*", "__main__"})
    return False


def _touched(node: ast.AST) -> str | None:
    """The name whose object an expression changes, or calls a method of; None if there is none."""
    if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
        return _root(node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _root(node.func)
    return None


def _call(node: ast.Call, is_bare: bool) -> _Call:
    passed = {_root(part) for argument in _arguments(node) for part in _parts(argument)}
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return _Call(_root(node.func), method, is_bare, frozenset(passed - {None}))


def _changed(cell: Names, imports: dict[str, str], definitions: frozenset[str]) -> set[str]:
    """The names whose objects a cell may change without binding them; never a module's."""
    changed = set(cell.touched)
    for call in cell.calls:
        if _may_change_arguments(call, imports):
            changed |= call.passed - definitions
    return {name for name in changed if name not in imports}


def _may_change_arguments(call: _Call, imports: dict[str, str]) -> bool:
    """Whether a call may change what it is given.

    A function of the notebook's may; one of a library's does so only where its result is not used
    and it shows nothing; a method changes its own object, unless it shuffles.
    """
    if call.function in imports:
        return call.is_bare and not f"{imports[call.function]}.".startswith(_SHOWING)
    if call.method:
        return call.method == "shuffle"
    return call.function not in _PURE


def _arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """An expression, or the parts of one that is a tuple, list, dict or starred."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        for part in node.elts:
            yield from _parts(part)
    elif isinstance(node, ast.Dict):
        for part in node.values:
            yield from _parts(part)
    elif isinstance(node, ast.Starred):
        yield from _parts(node.value)
    else:
        yield node


def _root(node: ast.expr) -> str | None:
    """The name that an attribute or element belongs to: ``a`` of ``a.b[0].c``."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None
