#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes sigma.raw from the public headers: one module a header, with its structs as classes, its
enumerators as IntEnum, and its functions as methods and functions with type hints. Also what the
C programs hold as tables, the facts of well-known symbols, as sigma/_presets.py.

Nothing of the contract stands twice: names, ranges and documentation are the headers'. What is
written is not kept in the repository; sigma_build.py calls this for each build.

How a C function becomes Python:

* the struct that it acts on is `self`; init and defaults make a new one (class methods);
* inputs stay parameters; outputs are returned, several as a tuple;
* buffer, capacity and length become a returned str, text and length an argument;
* in batch functions pointers are columns, and the count is theirs;
* a status below 0 raises sigma.Error; while SIGMA_WARMUP lasts, None is returned (or False, where
  nothing is).

Usage: generate.py REPOSITORY FOLDER
"""
import keyword
import re
import sys
import textwrap
from pathlib import Path
from typing import NamedTuple

# These take any struct: sigma/_library.py calls them.
SKIPPED = {"sigma_layout_check", "sigma_seal_write", "sigma_seal_open"}
SCALARS = {"double": ("c_double", "float"), "int32_t": ("c_int32", "int"),
           "int64_t": ("c_int64", "int"), "uint32_t": ("c_uint32", "int"),
           "uint64_t": ("c_uint64", "int"), "char": ("c_char", "bytes"),
           "uint8_t": ("c_uint8", "int"), "sigma_status": ("c_int32", "int")}
EXACT = {"int32_t": "Int32", "int64_t": "Int64"}  # ctypes would cut integers off
ENUMERATION = re.compile(r"/\*\*((?:(?!\*/).)*?)\*/\s*enum \{(.*?)\};", re.S)
MEMBER = re.compile(r"(SIGMA_\w+) = (-?\w+),?\s*/\*\*<(.*?)\*/", re.S)
HEAD = """# Written by generate.py from include/sigma/{name}.h: change that instead.
\"\"\"{doc}\"\"\"
from __future__ import annotations
"""
RAW = '''# Written by generate.py.
"""Every function of the library: a module a header, as the headers have them.

>>> import sigma
>>> sigma.raw.number.write(0.1 + 0.2)
'0.30000000000000004'
"""
'''
# Pointers that hold neither one number nor as many as the columns: how many they hold, and of an
# output how many of these the function says that it set.
SIZES = {
    "sigma_edge_read": {"multiples": ("capacity", "edge.trades")},
    "sigma_information_edges": {"edges": ("max(min(bins, 64) - 1, 0)", "")},
    "sigma_information_shannon": {"edges": ("bins - 1", "")},
    "sigma_kelly_either": {"covariance": ("count * count", ""), "fraction": ("count", "")},
    "sigma_kelly_several": {"covariance": ("count * count", ""), "fraction": ("count", "")},
    "sigma_resample_batch": {"finished": ("count + 1", "length.value"),
                             "known": ("count + 1", "length.value"), "length": ("", "")},
    "sigma_resample_batch_session": {"finished": ("count + 1", "length.value"),
                                     "known": ("count + 1", "length.value"), "length": ("", "")},
    "sigma_scaling_weights": {"weight": ("count", "")},
}
IMPORTS = {  # module: what may be needed of it
    "ctypes": ["POINTER", "byref", "c_char", "c_double", "c_int32", "c_int64", "c_uint8",
               "c_uint32", "c_uint64", "c_void_p"],
    "enum": ["IntEnum"],
    "typing": ["TYPE_CHECKING"],
    ".._columns": ["Column", "Values", "columns", "of_length", "output", "records"],
    ".._library": ["Int32", "Int64", "Struct", "call", "function", "text_argument", "text_output", "text_value"],
}


class Parameter(NamedTuple):
    type: str       # double, sigma_bar, ...
    name: str
    pointer: bool
    written: bool   # not const
    read: bool      # of a pointer that is written: whether it is read too

    @property
    def struct(self) -> bool:
        return self.type.startswith("sigma_") and self.type not in SCALARS


def python_name(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def class_name(struct: str) -> str:
    return "".join(word.capitalize() for word in struct.removeprefix("sigma_").split("_"))


PYTHON = {}  # what of C: what it is called here
FAILED = re.compile(r"; [^;]*?(?:on error|SIGMA_OK is returned|on SIGMA_OK)[^.;]*")  # raises here
C_NAME = re.compile(r"\bsigma_\w+(?!\w*[./])|\bSIGMA_[A-Z0-9_]+")


def plain(comment: str) -> str:
    """A comment's text with the C names as Python has them."""
    text = C_NAME.sub(lambda found: PYTHON.get(found[0].removesuffix("_"), found[0]), comment)
    return text.replace("\\", "\\\\").replace('"""', "'''").strip()


def parse(function) -> list:
    """The parameters, of which the comment says which way they go."""
    ways = dict((name, way) for way, name in
                re.findall(r"@param(?:\[([a-z,]+)\])?\s+(\w+)", function.comment))
    found = []
    for kind, name in function.parameters:
        base = kind.replace("const", "").replace("*", "").strip()
        written = "*" in kind and "const" not in kind
        found.append(Parameter(base, python_name(name), "*" in kind, written, "in" in ways.get(name, "")))
    return found


# ---- constants


def enumerations(text: str) -> list:
    """[(class, comment, [(member, value, comment)])] of a header."""
    found = []
    for comment, body in ENUMERATION.findall(text):
        members = [(name, value, " ".join(note.split())) for name, value, note
                   in MEMBER.findall(body) if value.lstrip("-").isdigit()]
        if len(members) > 1:
            first = " ".join(re.sub(r"^\s*\*", "", comment, flags=re.M).split())
            found.append((first, members))
    return found


def common_prefix(names: list) -> str:
    prefix = names[0]
    while not all(name.startswith(prefix) for name in names):
        prefix = prefix[:-1]
    return prefix[:prefix.rfind("_") + 1]


def enumeration_title(members: list, structs: set) -> tuple:
    """(prefix in C, class)"""
    prefix = common_prefix([name for name, *_ in members])
    title = class_name(prefix.removeprefix("SIGMA_").lower().strip("_")) or "Status"
    return prefix, title + ("Code" if title in structs else "")


def write_enumeration(comment: str, members: list, structs: set) -> tuple:
    prefix, title = enumeration_title(members, structs)
    lines = [f"class {title}(IntEnum):", f'    """{plain(comment)}"""', ""]
    for name, value, note in members:
        short = name.removeprefix(prefix)
        if short != "COUNT":
            short = f"_{short}" if short[0].isdigit() else short
            lines.append(f"    {short} = {value}  # {plain(note)}")
    return title, "\n".join(lines) + "\n"


# ---- structs


def field_type(field) -> str:
    kind = SCALARS[field.type][0] if field.type in SCALARS else class_name(field.type)
    return f"{kind} * {field.count}" if field.count > 1 or field.type == "char" else kind


def field_hint(field) -> str:
    hint = SCALARS[field.type][1] if field.type in SCALARS else class_name(field.type)
    return f"list[{hint}]" if field.count > 1 and field.type != "char" else hint


def write_struct(struct, kinds: dict, comment: str, methods: list) -> str:
    name = class_name(struct.name)
    kind = kinds.get(f"SIGMA_KIND_{struct.name.removeprefix('sigma_').upper()}", 0)
    lines = [f"class {name}(Struct):", f'    """{plain(comment)}', ""]
    for field in struct.fields:
        lines += textwrap.wrap(f"{python_name(field.name)}: {plain(field.comment)}", 96, initial_indent="    ",
                               subsequent_indent="        ")
    lines += ['    """', "", f"    KIND = {kind}", f"    SIZE = {struct.size}", "    _fields_ = ["]
    lines += [f'        ("{python_name(field.name)}", {field_type(field)}),' for field in struct.fields]
    lines += ["    ]", "", "    if TYPE_CHECKING:"]
    lines += [f"        {python_name(field.name)}: {field_hint(field)}" for field in struct.fields] + [""]
    return "\n".join(lines) + "\n" + "\n".join(textwrap.indent(m, "    ") for m in methods)


# ---- functions


class Shape:
    """What of a C function's parameters Python sees, and how they are handed on."""

    def __init__(self, function, constants: dict):
        self.function, self.constants = function, constants
        self.parameters = parse(function)
        self.names = [p.name for p in self.parameters]
        self.batch = "batch" in function.name.split("_") and "count" in self.names
        self.arguments, self.before, self.passed = [], [], []
        self.returned, self.columns = [], []
        self.warms = "SIGMA_WARMUP" in function.comment
        skip = 0
        for i, parameter in enumerate(self.parameters):
            if skip:
                skip -= 1
            else:
                skip = self.take(parameter, self.parameters[i + 1:])

    def take(self, p: Parameter, rest: list) -> int:
        """Adds a parameter; returns how many after it belong to it."""
        following = [r.name for r in rest[:2]]
        if p.type == "char" and p.written and following == ["capacity", "length"]:
            return self.take_output_text(p)
        if p.type == "char" and not p.written and following[:1] == ["length"]:
            self.argument(p.name, "str | bytes")
            self.before.append(f"{p.name}_bytes = text_argument({p.name})")
            self.passed += [f"{p.name}_bytes", f"len({p.name}_bytes)"]
            return 1
        if p.pointer and p.written and following == ["capacity", "count"]:
            return self.take_list(p)
        size = SIZES.get(self.function.name, {}).get(p.name)
        if size:
            return self.take_sized(p, *size)
        if p.pointer and self.is_column(p):
            self.take_column(p)
        elif p.pointer:
            self.take_pointer(p)
        elif p.name == "count" and self.columns:
            self.passed.append("count")
        else:
            self.argument(p.name, SCALARS[p.type][1])
            self.passed.append(p.name)
        return 0

    def argument(self, name: str, hint: str) -> None:
        self.arguments.append((name, hint))

    def is_column(self, p: Parameter) -> bool:
        """In batch functions all pointers but those of parameters; else inputs that are counted."""
        if "count" not in self.names:
            return False
        later = self.names.index("count") > self.names.index(p.name)
        if p.struct:
            return p.name == "votes" or (
                self.batch and p.name.endswith("s") and p.name != "params")
        return self.batch or (not p.written and later)

    def take_column(self, p: Parameter) -> None:
        if not p.written:
            self.argument(p.name, f"list[{class_name(p.type)}]" if p.struct else "Column")
            self.columns.append(p)
            self.passed.append(f"{p.name}_at")
        elif p.struct:
            self.before.append(f"{p.name} = ({class_name(p.type)} * count)()")
            self.passed.append(p.name)
            self.returned.append((p.name, f"list[{class_name(p.type)}]", f"list({p.name})"))
        else:
            first = self.columns[0].name if self.columns else "None"
            self.before.append(f"{p.name}, {p.name}_at = output(count, {first})")
            self.passed.append(f"{p.name}_at")
            self.returned.append((p.name, "Values", p.name))

    def take_list(self, p: Parameter) -> int:
        """An output array with a capacity, which receives as many as there are."""
        kind = SCALARS[p.type][0] if p.type in SCALARS else class_name(p.type)
        hint = SCALARS[p.type][1] if p.type in SCALARS else class_name(p.type)
        self.argument("capacity", "int")
        self.before += [self.enough(), f"{p.name} = ({kind} * capacity)()", "count = c_int32()"]
        self.passed += [p.name, "capacity", "byref(count)"]
        self.returned.append((p.name, f"list[{hint}]", f"list({p.name}[:count.value])"))
        return 2

    def enough(self) -> str:
        """Room for more than there can be is not taken: it may be more than the machine has."""
        space = re.search(r"(\w+) always suffices", self.function.comment)[1]
        return f"capacity = min(capacity, {self.constants.get(space, space)})"

    def take_sized(self, p: Parameter, size: str, used: str) -> int:
        """One of SIZES; a size of nothing is a number that says how many of others were set."""
        kind, hint = SCALARS.get(p.type, 2 * (class_name(p.type),))
        if not p.written:
            self.argument(p.name, "Column")
            self.before += [f"{p.name}_count, ({p.name}_at,) = columns({p.name}={p.name})",
                            f'of_length("{p.name}", {p.name}_count, {size})']
            self.passed.append(f"{p.name}_at")
        elif size:
            self.before += [self.enough()] if size == "capacity" else []
            self.before.append(f"{p.name} = ({kind} * ({size}))()")
            self.passed.append(p.name)
            self.returned.append((p.name, f"list[{hint}]", f"list({p.name}[:{used}])"))
        else:
            self.before.append(f"{p.name} = {kind}()")
            self.passed.append(f"byref({p.name})")
        return 0

    def take_output_text(self, p: Parameter) -> int:
        space = re.search(r"(SIGMA_\w+_SPACE) always suffices", self.function.comment)
        size = self.constants.get(space[1], 4096) if space else 4096
        self.before.append(f"{p.name}, length = text_output({size})")
        self.passed += [p.name, str(size), "byref(length)"]
        self.returned.append((p.name, "str", f"text_value({p.name}, length)"))
        return 2

    def check_single(self, p: Parameter) -> None:
        """Refuses to hand on room for one number where many are read or written: those are
        inputs, and outputs that are not zeroed on error."""
        note = re.search(rf"@param\S*\s+{p.name}\s+(.*?)(?=@param|@return)",
                         self.function.comment)[1]
        if not p.written or "Receives" in note or "untouched" in note:
            raise SystemExit(f"{self.function.name}: SIZES does not say how many {p.name} holds")

    def take_pointer(self, p: Parameter) -> None:
        if not p.struct:
            self.check_single(p)
        if p.struct and (not p.written or p.read):
            self.argument(p.name, class_name(p.type))
            self.passed.append(f"byref({p.name})")
        elif p.struct:
            self.before.append(f"{p.name} = {class_name(p.type)}()")
            self.passed.append(p.name)
            self.returned.append((p.name, class_name(p.type), p.name))
        elif p.read:
            self.argument(p.name, SCALARS[p.type][1])
            self.before.append(f"{p.name}_after = {SCALARS[p.type][0]}({p.name})")
            self.passed.append(f"byref({p.name}_after)")
            self.returned.append((p.name, SCALARS[p.type][1], f"{p.name}_after.value"))
        else:
            kind, hint = SCALARS[p.type]
            self.before.append(f"{p.name} = {kind}()")
            self.passed.append(f"byref({p.name})")
            self.returned.append((p.name, hint, f"{p.name}.value"))

    # -- text

    @property
    def hint(self) -> str:
        hints = [hint for _, hint, _ in self.returned]
        if self.function.returns != "sigma_status":
            return SCALARS[self.function.returns][1]
        if not hints:
            return "bool" if self.warms else "None"
        together = hints[0] if len(hints) == 1 else f"tuple[{', '.join(hints)}]"
        return f"{together} | None" if self.warms else together

    def documentation(self, skip: int) -> str:
        first = re.split(r"@param|@return", self.function.comment)[0].strip()
        lines = textwrap.wrap(plain(first), 92)
        notes = {name: FAILED.sub("", note) for name, note in re.findall(
            r"@param(?:\[[a-z,]+\])?\s+(\w+)\s+(.*?)(?=@param|@return|$)", self.function.comment)}
        given = [(name, f"{name}: ") for name, _ in self.arguments[skip:]]
        for name, start in given + [(name, f"Returns {name}: ") for name, *_ in self.returned]:
            if name in notes:
                lines += ["", *textwrap.wrap(start + plain(notes[name]), 92,
                                             subsequent_indent="    ")]
        return "\n".join(lines) + "\n"

    def body(self, myself: str = "") -> list:
        lines = []
        if self.columns:
            given = ", ".join(f"{p.name}={p.name}" for p in self.columns if not p.struct)
            places = ", ".join(f"{p.name}_at" for p in self.columns if not p.struct)
            structs = [p for p in self.columns if p.struct]
            if given:
                lines.append(f"count, ({places},) = columns({given})")
            for p in structs:
                lines.append(f"count, {p.name}_at = records({class_name(p.type)}, {p.name})")
        lines += self.before
        passed = ", ".join(["_" + self.function.name, *self.passed])
        if myself:
            passed = passed.replace(f"byref({myself})", "byref(self)", 1)
        if self.function.returns != "sigma_status":
            return [*lines, f"return _{self.function.name}({', '.join(self.passed)})"]
        values = [value for *_, value in self.returned]
        if self.warms and not values:
            return [*lines, f"return call({passed}) == 0"]
        if self.warms:
            lines += [f"if call({passed}) > 0:", "    return None"]
        else:
            lines.append(f"call({passed})")
        return [*lines, f"return {', '.join(values)}"] if values else lines

    def write(self, name: str, first: str = "", decorator: str = "", skip: int = 0) -> str:
        arguments = [f"{n}: {hint}" for n, hint in self.arguments[skip:]]
        head = f"def {name}({', '.join(([first] if first else []) + arguments)}) -> {self.hint}:"
        quoted = textwrap.indent(f'"""{self.documentation(skip)}"""', "    ")
        myself = self.arguments[0][0] if skip else ""
        body = "\n".join("    " + line for line in self.body(myself))
        return f"{decorator}{head}\n{quoted}\n{body}\n"

    def prototype(self) -> str:
        kinds = []
        for p in self.parameters:
            if p.pointer and p.struct and not self.is_column(p):
                kinds.append(f"POINTER({class_name(p.type)})")
            elif p.pointer:
                kinds.append("c_void_p")
            elif p.name == "count" and self.columns:
                kinds.append("c_int32")  # a column's length, which fits
            else:
                kinds.append(EXACT.get(p.type, SCALARS[p.type][0]))
        names = " ".join(p.name for p in self.parameters)
        return f'_{self.function.name} = function("{self.function.name}", "{names}", {", ".join(kinds)})\n'


class Module:
    """One header as a module."""

    def __init__(self, name: str, headers):
        self.name, self.headers = name, headers
        self.structs = [s for s in headers.structs.values() if s.header == name]
        self.functions = [f for f in headers.functions.values()
                          if f.header == name and f.name not in SKIPPED]

    def owner(self, shape: Shape):
        """The struct whose method a function becomes, and how."""
        own = {s.name for s in self.structs}
        first = shape.parameters[0] if shape.parameters else None
        made = [p.type for p in shape.parameters if p.written and not p.read and p.type in own]
        verb = shape.function.name.split("_")[-1]
        if len(made) == 1 and (verb in ("defaults", "preset") or
                               verb == "init" and first.type == made[0]):
            return made[0], "new"
        if not first or first.type not in own:
            return None, ""
        acts_on = shape.function.name.startswith(first.type + "_")
        return (first.type, "method") if acts_on and (not first.written or first.read) else (None, "")

    def place(self, shape: Shape) -> tuple:
        """(struct or None, new, method or nothing, name in Python) of a function."""
        function = shape.function
        owner, way = self.owner(shape)
        name = function.name.removeprefix("sigma_")
        if way == "new":
            subject, _, verb = function.name.rpartition("_")
            name = verb if owner.startswith(subject) else name
        elif way == "method":
            name = function.name.removeprefix(owner + "_")
            fields = {field.name for field in self.headers.structs[owner].fields}
            name = f"set_{name}" if name in fields else name
        else:
            name = name.removeprefix(self.name + "_")
        return owner, way, name

    def names(self) -> dict:
        """What comments of C call things, and what Python calls them."""
        structs = {class_name(name) for name in self.headers.structs}
        found = {s.name: class_name(s.name) for s in self.structs}
        for function in self.functions:
            owner, _, name = self.place(Shape(function, self.headers.constants))
            found[function.name] = f"{class_name(owner) if owner else f'raw.{self.name}'}.{name}"
        for _, members in enumerations(self.headers.texts[self.name]):
            prefix, title = enumeration_title(members, structs)
            if title != "Status":
                found |= {name: f"{title}.{name.removeprefix(prefix)}" for name, *_ in members}
                found[prefix.removesuffix("_")] = title
        return found

    def write(self) -> str:
        text = self.headers.texts[self.name]
        methods, functions, prototypes = {s.name: [] for s in self.structs}, [], []
        for function in self.functions:
            shape = Shape(function, self.headers.constants)
            prototypes.append(shape.prototype())
            owner, way, name = self.place(shape)
            if way == "new":
                methods[owner].append(shape.write(name, "cls", "@classmethod\n"))
            elif way == "method":
                methods[owner].append(shape.write(name, "self", "", 1))
            else:
                functions.append(shape.write(name))
        kinds = self.headers.codes("KIND")
        classes = [write_struct(s, kinds, comment_of(text, s.name), methods[s.name])
                   for s in self.structs]
        structs = {class_name(name) for name in self.headers.structs}
        enums = [write_enumeration(*found, structs)[1] for found in enumerations(text)]
        document = plain(" ".join(re.sub(r"^ \*", "", re.search(
            r"/\*\* @file(.*?)\*/", text, re.S)[1], flags=re.M).split(".")[0].split())) + "."
        body = "\n\n".join([*enums, *classes, *functions, "".join(prototypes)]) + "\n"
        head = HEAD.format(name=self.name, doc=document)
        return head + "\n" + self.imports(body) + "\n\n" + body

    def imports(self, body: str) -> str:
        words = set(re.findall(r"\w+", body))
        found = {module: [name for name in names if name in words]
                 for module, names in IMPORTS.items()}
        return "".join(f"from {module} import {', '.join(names)}\n"
                       for module, names in found.items() if names) + self.structs_of_others()

    def structs_of_others(self) -> str:
        needed = {}
        own = {s.name for s in self.structs}
        kinds = [f.type for s in self.structs for f in s.fields]
        kinds += [p.type for f in self.functions for p in parse(f)]
        for kind in kinds:
            struct = self.headers.structs.get(kind)
            if struct and kind not in own:
                needed.setdefault(struct.header, set()).add(class_name(kind))
        return "".join(f"from .{header} import {', '.join(sorted(names))}\n"
                       for header, names in sorted(needed.items()))


def comment_of(text: str, struct: str) -> str:
    found = re.search(rf"/\*\*((?:(?!\*/).)*)\*/\s*typedef struct {struct} \{{", text, re.S)
    return " ".join(re.sub(r"^\s*\*", "", found[1], flags=re.M).split()) if found else struct


def write_package(classes: dict) -> str:
    """Every module."""
    names = ", ".join(sorted(classes))
    return textwrap.fill(f"from . import {names}", 96, subsequent_indent="    ").replace(
        "import ", "import (", 1) + ")\n"


def write_classes(classes: dict) -> str:
    """Every class of every module."""
    everything = sorted(name for found in classes.values() for name in found)
    return "\n".join(["# Written by generate.py.",
                      *(f"from .{name} import {', '.join(found)}"
                        for name, found in classes.items() if found),
                      "", f"__all__ = {everything!r}", ""])


PRESET = re.compile(r'\{"(\w+)", (SIGMA_ASSET_\w+), ([^}]*)\}')


def known_symbols(root: Path) -> dict:
    """{name: (asset, {fact: value})} of lib/config/known.c, as sigma_known_facts() has them: the
    symbols that sigma-size and sigma-replay know by name, but for those that need the rate of another
    currency, whose tick value is 0."""
    struct = (root / "lib/config/known.h").read_text(encoding="utf-8")
    members = re.search(r"typedef struct sigma_known \{.*?double ([^;]*);", struct, re.S)[1].split(", ")
    found = {}
    for name, asset, values in PRESET.findall((root / "lib/config/known.c").read_text("utf-8")):
        numbers = [float(value) for value in values.split(", ")]
        if len(numbers) != len(members):
            sys.exit(f"lib/config/known.c: {name} has {len(numbers)} numbers for {members}")
        facts = dict(zip(members, numbers))
        if facts["tick_value"] > 0:
            found[name] = asset, facts | {"quote_rate": 1.0, "lot_min": facts["lot_step"]}
    if not found:
        sys.exit("lib/config/known.c no longer has the table of known symbols")
    return found


def write_presets(root: Path) -> str:
    rows = "".join(f"    {name!r}: (Asset.{asset.removeprefix('SIGMA_ASSET_')}, {facts!r}),\n"
                   for name, (asset, facts) in known_symbols(root).items())
    return (f"# Written by generate.py from lib/config/known.c.\nfrom .raw.base import Asset\n\n"
            f"PRESETS = {{\n{rows}}}\n")


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    root, folder = Path(sys.argv[1]), Path(sys.argv[2])
    sys.path.insert(0, str(root / "tests/checks"))
    from api import Headers
    headers = Headers(root)
    raw = folder / "raw"
    raw.mkdir(parents=True, exist_ok=True)
    names = [name for name in headers.texts if name != "sigma"]
    for old in raw.glob("*.py"):
        old.unlink()
    for name in names:
        PYTHON.update(Module(name, headers).names())
    for name in names:
        (raw / f"{name}.py").write_text(Module(name, headers).write(), encoding="utf-8")
    classes = {name: re.findall(r"^class (\w+)", (raw / f"{name}.py").read_text(), re.M)
               for name in names}
    build = (root / "meson.build").read_text(encoding="utf-8")
    version = re.search(r"version: '([\d.]+)'", build)[1]
    (folder / "_version.py").write_text(
        f'# Written by generate.py.\nABI = {headers.constants["SIGMA_ABI_VERSION"]}\n'
        f'SEAL = {headers.constants["SIGMA_SEAL_SPACE"]}\n'
        f'VERSION = "{version}"\n', encoding="utf-8")
    (raw / "__init__.py").write_text(RAW + write_package(classes), encoding="utf-8")
    (raw / "_classes.py").write_text(write_classes(classes), encoding="utf-8")
    (folder / "_presets.py").write_text(write_presets(root), encoding="utf-8")


if __name__ == "__main__":
    main()
