# SPDX-License-Identifier: MIT
"""Anything at all, thrown at every public function: it answers or raises, and never crashes."""
import inspect

import sigma
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ANY = st.one_of(st.none(), st.integers(), st.integers(-3, 300), st.floats(), st.floats(0.5, 2000.0),
                st.text(max_size=20), st.binary(max_size=20), st.booleans(),
                st.lists(st.floats(0.5, 2000.0), max_size=30), st.lists(st.floats(), max_size=5))
STRUCTS = sigma.Struct.__subclasses__()


def modules():
    return [value for value in vars(sigma.raw).values() if inspect.ismodule(value)]


def functions():
    """(name, function, number of its arguments), methods with their class's instance first."""
    for module in modules():
        for name, value in vars(module).items():
            if inspect.isfunction(value) and value.__module__ == module.__name__:
                yield f"{module.__name__}.{name}", value, len(inspect.signature(value).parameters)
    for name in sigma.__all__:
        value = getattr(sigma, name)
        if inspect.isfunction(value):
            yield name, value, len(inspect.signature(value).parameters)
    for kind in [*STRUCTS, sigma.Bot]:
        for name, value in vars(kind).items():
            if isinstance(value, classmethod):
                bound = getattr(kind, name)
                yield f"{kind.__name__}.{name}", bound, len(inspect.signature(bound).parameters)
            elif inspect.isfunction(value):
                yield f"{kind.__name__}.{name}", value, len(inspect.signature(value).parameters)


FUNCTIONS = sorted(functions(), key=lambda entry: entry[0])


@st.composite
def struct(draw):
    kind = draw(st.sampled_from(STRUCTS))
    size = kind.SIZE
    data = draw(st.binary(max_size=min(size, 300)))
    return kind.from_buffer_copy((data * (size // max(len(data), 1) + 1) + bytes(size))[:size])


@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nothing_crashes(data):
    name, function, count = data.draw(st.sampled_from(FUNCTIONS))
    first = [kind for kind in STRUCTS if name.startswith(kind.__name__ + ".")]
    names = list(inspect.signature(function).parameters.values())
    arguments = [data.draw(st.one_of(ANY, struct())) for _ in range(count)]
    if name.startswith("Bot.") and not inspect.ismethod(function):
        arguments[0] = sigma.Bot("EURUSD", interval=10**9, balance=1e4)
    elif first and not inspect.ismethod(function) and data.draw(st.booleans()):
        arguments[0] = first[0]()
    placed = [a for a, p in zip(arguments, names) if p.kind == p.POSITIONAL_OR_KEYWORD]
    named = {p.name: a for a, p in zip(arguments, names)
             if p.kind == p.KEYWORD_ONLY and data.draw(st.booleans())}
    try:
        function(*placed, **named)
    except (TypeError, ValueError, OverflowError, AttributeError, MemoryError, KeyError,
            IndexError):
        pass


def test_there_are_functions_to_throw_at():
    assert len(FUNCTIONS) > 50
