# SPDX-License-Identifier: MIT
"""C functions as methods and functions with type hints."""
import re
import textwrap
from typing import NamedTuple

from names import PYTHON, SCALARS, class_name, plain, python_name, types

EXACT = {"int32_t": "Int32", "int64_t": "Int64"}  # ctypes would cut integers off
FAILED = re.compile(r"; [^;]*?(?:on error|SIGMA_OK is returned|on SIGMA_OK)[^.;]*")  # raises here
CODE = re.compile(r"SIGMA_[A-Z0-9]+_[A-Z0-9]*")
RANGE = re.compile(r"(?:(\S+) (<=?) )?\bx (<=?|>=?) ([^\s,;]*[^\s,;.:])")
PARAMETER = re.compile(r"@param(?:\[([a-z,]+)\])?\s+(\w+)\s+(.*?)(?=@param|@return|$)")
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


class Parameter(NamedTuple):
    type: str       # double, sigma_bar, ...
    name: str
    pointer: bool
    written: bool   # not const
    read: bool      # of a pointer that is written: whether it is read too
    note: str       # what the comment says of it

    @property
    def struct(self) -> bool:
        return self.type.startswith("sigma_") and self.type not in SCALARS


def notes_of(function) -> dict:
    """{parameter: (which way it goes, what the comment says of it)}"""
    found = PARAMETER.findall(function.comment)
    return {python_name(name): (way, note) for way, name, note in found}


def parse(function) -> list:
    """The parameters."""
    notes, found = notes_of(function), []
    for kind, name in function.parameters:
        base = kind.replace("const", "").replace("*", "").strip()
        written = "*" in kind and "const" not in kind
        way, note = notes.get(python_name(name), ("", ""))
        found.append(Parameter(base, python_name(name), "*" in kind, written, "in" in way, note))
    return found


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
            self.before.append(f"{p.name}_bytes = text_argument('{p.name}', {p.name})")
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
        kind, hint = types(p.type)
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
        kind, hint = types(p.type)
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
        if not p.written or "Receives" in p.note or "untouched" in p.note:
            raise SystemExit(f"{self.function.name}: SIZES does not say how many {p.name} holds")

    def take_pointer(self, p: Parameter) -> None:
        if not p.struct:
            self.check_single(p)
        if p.struct and (not p.written or p.read):
            self.argument(p.name, class_name(p.type))
            self.passed.append(p.name)
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
        notes = {p.name: FAILED.sub("", p.note) for p in self.parameters if p.note}
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
                given = f'{class_name(p.type)}, "{p.name}", {p.name}'
                lines.append(f"count, {p.name}_at = records({given})")
        lines += self.before
        given = ["self" if name == myself else name for name in self.passed]
        passed = ", ".join(["_" + self.function.name, *given])
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

    def limits(self, p: Parameter) -> str:
        """The range of an input, such as 1 <= x <= 256, whose ends may be other parameters, or
        its enumeration, such as sigma.Side; nothing if the comment says more than that."""
        code = CODE.match(p.note)
        if code and not p.pointer:
            return f"sigma.{PYTHON[code[0].removesuffix('_')].split('.')[0]}"
        found = RANGE.findall(p.note)
        if p.written or len(found) != 1 or re.search(r"\bor (-?\d|x |SIGMA_)", p.note):
            return ""
        low, above, below, high = found[0]
        low, high = (str(self.constants.get(end, end)) for end in (low, high))
        return f"{low} {above} x {below} {high}".strip()

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
        names = " ".join(f">{p.name}" if p.written and not p.read else p.name
                         for p in self.parameters)
        limits = [f'{p.name}="{self.limits(p)}"' for p in self.parameters if self.limits(p)]
        called = self.function.name
        return f'_{called} = function("{called}", "{names}", {", ".join(kinds + limits)})\n'
