# SPDX-License-Identifier: MIT
"""One header as a module."""
import re

from enumerations import enumeration_title, enumerations, write_enumeration
from functions import Shape, parse
from names import class_name, plain
from structs import comment_of, write_struct

# These take any struct: sigma/_structs.py calls them.
SKIPPED = {"sigma_layout_check", "sigma_seal_write", "sigma_seal_open"}
HEAD = """# Written by bindings/python/generate from include/sigma/{name}.h: change that instead.
\"\"\"{doc}\"\"\"
from __future__ import annotations
"""
IMPORTS = {  # module: what may be needed of it
    "ctypes": ["POINTER", "byref", "c_char", "c_double", "c_int32", "c_int64", "c_uint8",
               "c_uint32", "c_uint64", "c_void_p"],
    "enum": ["IntEnum"],
    "typing": ["TYPE_CHECKING"],
    ".._calls": ["call"],
    ".._columns": ["Column", "Values", "columns", "of_length", "output", "records"],
    ".._library": ["Int32", "Int64", "function", "text_argument", "text_output", "text_value"],
    ".._structs": ["Struct"],
}


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
        given = not first.written or first.read
        return (first.type, "method") if acts_on and given else (None, "")

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
