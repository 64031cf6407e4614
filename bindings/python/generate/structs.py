# SPDX-License-Identifier: MIT
"""Structs as classes."""
import re
import textwrap

from names import class_name, plain, python_name, types


def field_type(field) -> str:
    kind, _ = types(field.type)
    return f"{kind} * {field.count}" if field.count > 1 or field.type == "char" else kind


def field_hint(field) -> str:
    _, hint = types(field.type)
    return f"list[{hint}]" if field.count > 1 and field.type != "char" else hint


def write_struct(struct, kinds: dict, comment: str, methods: list) -> str:
    name = class_name(struct.name)
    kind = kinds.get(f"SIGMA_KIND_{struct.name.removeprefix('sigma_').upper()}", 0)
    lines = [f"class {name}(Struct):", f'    """{plain(comment)}', ""]
    for field in struct.fields:
        lines += textwrap.wrap(f"{python_name(field.name)}: {plain(field.comment)}", 96,
                               initial_indent="    ", subsequent_indent="        ")
    members = [(python_name(field.name), field) for field in struct.fields]
    lines += ['    """', "", f"    KIND = {kind}", f"    SIZE = {struct.size}", "    _fields_ = ["]
    lines += [f'        ("{member}", {field_type(field)}),' for member, field in members]
    lines += ["    ]", "", "    if TYPE_CHECKING:"]
    lines += [f"        {member}: {field_hint(field)}" for member, field in members] + [""]
    return "\n".join(lines) + "\n" + "\n".join(textwrap.indent(m, "    ") for m in methods)


def comment_of(text: str, struct: str) -> str:
    found = re.search(rf"/\*\*((?:(?!\*/).)*)\*/\s*typedef struct {struct} \{{", text, re.S)
    return " ".join(re.sub(r"^\s*\*", "", found[1], flags=re.M).split()) if found else struct
