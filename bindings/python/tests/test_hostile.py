# SPDX-License-Identifier: MIT
"""Anything at all, thrown at every public function: it answers or raises, and never crashes."""
import inspect

import numpy
import pandas
import sigma
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ANY = st.one_of(st.none(), st.integers(), st.integers(-3, 300), st.floats(), st.floats(0.5, 2000.0),
                st.text(max_size=20), st.binary(max_size=20), st.booleans(),
                st.lists(st.floats(0.5, 2000.0), max_size=30), st.lists(st.floats(), max_size=5),
                st.sets(st.floats(), max_size=3),
                st.dictionaries(st.text(max_size=6), st.floats(), max_size=3),
                st.builds(iter, st.lists(st.floats(), max_size=3)),
                st.builds(numpy.array, st.one_of(st.floats(), st.lists(st.floats(), max_size=5))),
                st.builds(lambda values: pandas.Series(values, dtype=object),
                          st.lists(st.one_of(st.none(), st.text(max_size=3), st.floats()),
                                   max_size=3)))
STRUCTS = sigma.Struct.__subclasses__()


def modules():
    return [value for value in vars(sigma.raw).values() if inspect.ismodule(value)]


def functions():
    """(name, function or method): all that the package calls public, found and not listed."""
    for module in modules():
        for name, value in vars(module).items():
            if inspect.isfunction(value) and value.__module__ == module.__name__:
                yield f"{module.__name__}.{name}", value
    for name in sigma.__all__:
        value = getattr(sigma, name)
        if inspect.isfunction(value):
            yield name, value
        elif inspect.isclass(value):
            yield from methods(value)


def methods(kind):
    """What the package's own classes do, inherited methods too; and how one is made."""
    if issubclass(kind, (BaseException, tuple, int, dict)):
        return
    yield kind.__name__, kind
    for name in dir(kind):
        value = inspect.getattr_static(kind, name)
        if name.startswith("_") and not name.endswith("_"):
            continue
        if isinstance(value, classmethod) and not name.startswith("__"):
            yield f"{kind.__name__}.{name}", getattr(kind, name)
        elif inspect.isfunction(value) and name not in ("__init__", "__init_subclass__"):
            yield f"{kind.__name__}.{name}", value


FUNCTIONS = sorted(dict(functions()).items())
WRITTEN = [(name, value) for name, value in FUNCTIONS  # by hand
           if not name.startswith("sigma.raw") and name.split(".")[0] not in {k.__name__ for k in STRUCTS}]


@st.composite
def struct(draw):
    kind = draw(st.sampled_from(STRUCTS))
    size = kind.SIZE
    data = draw(st.binary(max_size=min(size, 300)))
    return kind.from_buffer_copy((data * (size // max(len(data), 1) + 1) + bytes(size))[:size])


def keywords(parameter):
    """Names that may be given for **something: the right ones too."""
    return st.one_of(st.text(max_size=8), st.sampled_from(sorted(
        sigma.Terms.__annotations__ if parameter.name == "terms" else sigma.Symbol._KINDS)))


def made_of(name, kind):
    """The instance that a method is called on."""
    if kind is sigma.Bot:
        return sigma.Bot("EURUSD", interval=10**9, balance=1e4)
    return kind() if name else None


@settings(max_examples=2500, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nothing_crashes(data):
    name, function = data.draw(st.one_of(st.sampled_from(WRITTEN), st.sampled_from(FUNCTIONS)))
    placed, named = [], {}
    for parameter in inspect.signature(function).parameters.values():
        value = st.one_of(ANY, struct())
        if parameter.kind == parameter.VAR_KEYWORD:
            named |= data.draw(st.dictionaries(keywords(parameter), value, max_size=3))
        elif parameter.kind == parameter.KEYWORD_ONLY:
            if parameter.default is parameter.empty or data.draw(st.booleans()):
                named[parameter.name] = data.draw(value)
        elif parameter.kind != parameter.VAR_POSITIONAL:
            placed.append(data.draw(value))
    kind = getattr(sigma, name.split(".")[0], None)
    if "." in name and inspect.isclass(kind) and not inspect.ismethod(function):
        if kind is sigma.Bot or data.draw(st.booleans()):
            placed[0] = made_of(name, kind)
    stranger = function.__module__ == sigma.Struct.__module__ and not (
        inspect.ismethod(function) or placed and isinstance(placed[0], sigma.Struct))
    try:
        function(*placed, **named)
    except (TypeError, ValueError, OverflowError, *([AttributeError] if stranger else [])):
        pass  # a method of all structs finds nothing in what is none


def test_every_public_function_is_thrown_at():
    names = {name for name, _ in FUNCTIONS}
    assert {"size", "verify", "Bot", "Bot.step", "Bot.opened", "Bot.unseal", "Ema.update", "Ema.seal",
            "Policy.preset", "sigma.raw.sizing.evaluate"} <= names
    assert {name for name in sigma.__all__ if inspect.isfunction(getattr(sigma, name))} <= names
