# SPDX-License-Identifier: MIT
"""What things of C are called in Python."""
import keyword
import re

SCALARS = {"double": ("c_double", "float"), "int32_t": ("c_int32", "int"),
           "int64_t": ("c_int64", "int"), "uint32_t": ("c_uint32", "int"),
           "uint64_t": ("c_uint64", "int"), "char": ("c_char", "bytes"),
           "uint8_t": ("c_uint8", "int"), "sigma_status": ("c_int32", "int")}
PYTHON = {}  # what of C: what it is called here
C_NAME = re.compile(r"\bsigma_\w+(?!\w*[./])|\bSIGMA_[A-Z0-9_]+")


def python_name(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def class_name(struct: str) -> str:
    return "".join(word.capitalize() for word in struct.removeprefix("sigma_").split("_"))


def types(kind: str) -> tuple:
    """What ctypes and type hints call a type of C: a scalar, or a struct."""
    return SCALARS.get(kind, 2 * (class_name(kind),))


def plain(comment: str) -> str:
    """A comment's text with the C names as Python has them."""
    text = C_NAME.sub(lambda found: PYTHON.get(found[0].removesuffix("_"), found[0]), comment)
    return text.replace("\\", "\\\\").replace('"""', "'''").strip()
