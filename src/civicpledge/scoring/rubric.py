"""The rubric: every number that turns a stance into points, named, checked and given a reason."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from attrs import asdict, evolve, field, fields, frozen

from civicpledge.errors import Fault, RubricError, raise_faults
from civicpledge.model.asks import Power
from civicpledge.model.findings import Qualification, Stance
from civicpledge.model.ids import digest, is_id

Number = Fraction | int | float | str
"""A number as a caller writes it: ``Fraction(1, 4)``, ``1``, ``0.25`` (taken as 25/100) or ``"1/4"``."""

Weights = Mapping[str, Number] | Iterable[tuple[str, Number]]

_DIGITS = 100
"""The most digits a number has above or below its line: three multiplied still fit a float, and nobody
means more. ``"1e999999999"`` would take hours to write out."""
_LONGEST_TEXT = 2 * _DIGITS + len("-/")
_UNFIT = f"is no finite number of at most {_DIGITS} digits"


class MissingPolicy(StrEnum):
    """
    What a due cell without words is worth.

    ``BOUNDS`` anything from nothing to all; ``EXCLUDE`` leaves it out of both sums; ``AS_NOTHING`` 0;
    ``NEUTRAL`` one half. Words that nobody could code are never missing: they keep their whole range.
    """

    BOUNDS = "bounds"
    EXCLUDE = "exclude"
    AS_NOTHING = "as_nothing"
    NEUTRAL = "neutral"


class Alternatives(StrEnum):
    """Whether the other stances that a careful reader could defend widen a cell's range."""

    IGNORE = "ignore"
    WIDEN = "widen"


def exact(value: Number) -> Fraction:
    """
    Take a number as it is written; a float by its shortest decimal form.

    :raises ValueError: if it is no finite number, or needs more than 100 digits above or below the line

    >>> exact(0.1), exact("1/3"), exact(2)
    (Fraction(1, 10), Fraction(1, 3), Fraction(2, 1))
    """
    try:
        made = _written_out(repr(value) if isinstance(value, float) else value)
    except (ArithmeticError, TypeError, ValueError) as error:
        raise ValueError(_UNFIT) from error
    if max(abs(made.numerator), made.denominator) >= 10**_DIGITS:
        raise ValueError(_UNFIT)
    return made


def _written_out(value: Fraction | int | str) -> Fraction:
    """Convert *value*, but never write out an exponent that is out of range."""
    if not isinstance(value, str) or "/" in value[:_LONGEST_TEXT]:
        return Fraction(value)
    decimal = Decimal(value)
    if len(value) > _LONGEST_TEXT or abs(decimal.adjusted()) > _DIGITS:
        raise ValueError(_UNFIT)
    return Fraction(decimal)


def _taken(value: Number) -> Fraction:
    """Convert what can be converted; leave the rest for the check of the whole rubric."""
    if isinstance(value, bool) or not isinstance(value, Fraction | int | float | str):
        return value  # type: ignore[return-value]
    try:
        return exact(value)
    except ValueError:
        return value  # type: ignore[return-value]


def _weights_taken(weights: Weights) -> tuple[tuple[str, Fraction], ...]:
    pairs = weights.items() if isinstance(weights, Mapping) else weights
    return tuple(
        sorted(((key, _taken(value)) for key, value in pairs), key=lambda pair: str(pair[0]))
    )


def _missing_taken(policy: MissingPolicy | str) -> MissingPolicy:
    """Take a policy or its word; leave what is none for the check of the whole rubric."""
    return MissingPolicy(policy) if policy in list(MissingPolicy) else policy  # type: ignore[return-value]


def _alternatives_taken(choice: Alternatives | str) -> Alternatives:
    return Alternatives(choice) if choice in list(Alternatives) else choice  # type: ignore[return-value]


def _reasons_taken(
    reasons: Mapping[str, str] | Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    pairs = reasons.items() if isinstance(reasons, Mapping) else reasons
    return tuple(sorted(pairs))


DEFAULT_REASONS: tuple[tuple[str, str], ...] = tuple(
    sorted(
        {
            "committed": "a promise to do what was asked is the whole of what an ask can get",
            "conditional": "half: it stands only if something outside the words comes true",
            "partial": "half: some of what was asked, and how much is rarely said",
            "other_means": "half: the aim is taken on, the ask itself is not",
            "supportive": "a quarter: warm words bind nobody, yet they can be quoted back",
            "deflected": "nothing: an answer was given, and it commits to nothing",
            "refused": "nothing: a plain no; it stands beside deflected in points, not in words",
            "decides": "the office can do it alone",
            "funds": "the office can pay for it, which is as good as doing it",
            "convenes": "half: the office can only bring those together who decide",
            "influences": "a quarter: the office can only speak up",
            "missing": "nobody knows what a silent candidate would have said",
            "specificity_bonus": "off: how well a promise is worded is not whether it is one",
            "alternatives": "off: the coder's own reading counts; robustness shows the others",
        }.items()
    )
)
"""Why each number of the default rubric is what it is. Each is a judgement, open to dispute."""

_POINTS = (
    "committed",
    "conditional",
    "partial",
    "other_means",
    "supportive",
    "deflected",
    "refused",
)
_POWERS = ("decides", "funds", "convenes", "influences")
_QUALIFIED = ("conditional", "partial", "other_means")
_STEPS = (
    *(("committed", name) for name in _QUALIFIED),
    *((name, "supportive") for name in _QUALIFIED),
    ("supportive", "deflected"),
    ("deflected", "refused"),
)


@frozen(kw_only=True)
class Rubric:
    """
    What each stance and each power is worth.

    Points lie in [0, 1] and never rise as the stance gets less firm; weights are 0 or more. Numbers may
    be given as fractions, whole numbers, decimals or text like ``"1/4"``, of up to 100 digits, and are
    kept exactly; ``missing`` and ``alternatives`` as members or as their words.

    :ivar ask_weights: the weight of an ask by its id; every other ask weighs 1
    :ivar theme_weights: likewise for themes; it multiplies the weight of their asks
    :ivar specificity_bonus: added to a stance that has points, in proportion to its specificity of 0 to
        3, up to 1 in all; a specificity that nobody judged gives the range from none to all of it
    :ivar reasons: why, by the name of the field
    :raises RubricError: with every fault

    >>> Rubric(name="warm words count half", supportive=0.5).supportive
    Fraction(1, 2)
    """

    name: str = "default"
    committed: Fraction = field(default=Fraction(1), converter=_taken)
    conditional: Fraction = field(default=Fraction(1, 2), converter=_taken)
    partial: Fraction = field(default=Fraction(1, 2), converter=_taken)
    other_means: Fraction = field(default=Fraction(1, 2), converter=_taken)
    supportive: Fraction = field(default=Fraction(1, 4), converter=_taken)
    deflected: Fraction = field(default=Fraction(0), converter=_taken)
    refused: Fraction = field(default=Fraction(0), converter=_taken)
    decides: Fraction = field(default=Fraction(1), converter=_taken)
    funds: Fraction = field(default=Fraction(1), converter=_taken)
    convenes: Fraction = field(default=Fraction(1, 2), converter=_taken)
    influences: Fraction = field(default=Fraction(1, 4), converter=_taken)
    ask_weights: tuple[tuple[str, Fraction], ...] = field(default=(), converter=_weights_taken)
    theme_weights: tuple[tuple[str, Fraction], ...] = field(default=(), converter=_weights_taken)
    specificity_bonus: Fraction = field(default=Fraction(0), converter=_taken)
    alternatives: Alternatives = field(default=Alternatives.IGNORE, converter=_alternatives_taken)
    missing: MissingPolicy = field(default=MissingPolicy.BOUNDS, converter=_missing_taken)
    reasons: tuple[tuple[str, str], ...] = field(default=DEFAULT_REASONS, converter=_reasons_taken)

    def __attrs_post_init__(self) -> None:
        """Refuse a rubric with numbers out of range, all faults together."""
        raise_faults(RubricError, "rubric", _faults(self))

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits of the SHA-256 of every number; the name and reasons do not count."""
        return digest(json.dumps(_numbers(self), sort_keys=True))[:16]

    def points(self, stance: Stance, qualification: Qualification | None = None) -> Fraction:
        """
        Give the points of a decided stance; of ``QUALIFIED`` those of its *qualification*.

        :raises ValueError: for ``UNCLEAR``, which has no points but a range

        >>> Rubric().points(Stance.QUALIFIED, Qualification.PARTIAL)
        Fraction(1, 2)
        """
        if stance is Stance.UNCLEAR or (stance is Stance.QUALIFIED) != bool(qualification):
            message = f"no points for {stance} with {qualification or 'no qualification'}"
            raise ValueError(message)
        points: Fraction = getattr(self, qualification or stance)
        return points

    def power_weight(self, power: Power) -> Fraction:
        """Give the weight of an ask the office has *power* over; 0 for none."""
        weight: Fraction = Fraction(0) if power is Power.NONE else getattr(self, power)
        return weight

    def to_json(self) -> str:
        """Give the rubric as JSON text; fractions as text, so that nothing is rounded."""
        shown = {"name": self.name, **_numbers(self), "reasons": dict(self.reasons)}
        return json.dumps(shown, indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Rubric":
        """
        Read what :meth:`to_json` wrote, or a part of it: what is left out has its default.

        :raises RubricError: with every unknown key, repeated key and value that is out of range

        >>> Rubric.from_json('{"supportive": "1/2"}').supportive
        Fraction(1, 2)
        """
        given = _object_of(text)
        faults = [Fault(key, "is no field of a rubric") for key in given if key not in _FIELDS]
        faults += [f for key, kind in _KINDS for f in _kind_faults(key, given.get(key), kind)]
        raise_faults(RubricError, "rubric", faults)
        return cls(**given)


def _numbers(rubric: Rubric) -> dict[str, object]:
    """Give everything that a score hangs on, in a form JSON can write."""
    shown: dict[str, object] = {}
    for key, value in asdict(rubric, recurse=False).items():
        if key in ("ask_weights", "theme_weights"):
            shown[key] = {name: str(weight) for name, weight in value}
        elif key not in ("name", "reasons"):
            shown[key] = str(value)
    return shown


_FIELDS = frozenset(a.name for a in fields(Rubric))
_KINDS: tuple[tuple[str, Any], ...] = (
    ("name", str),
    *((name, Number) for name in (*_POINTS, *_POWERS, "specificity_bonus")),
    ("ask_weights", dict),
    ("theme_weights", dict),
    ("reasons", dict),
    ("alternatives", Alternatives),
    ("missing", MissingPolicy),
)


def _kind_faults(key: str, value: Any, kind: Any) -> Iterator[Fault]:
    """Give a fault where a JSON value is not of the kind its field needs; ``None`` is left out."""
    if value is None:
        return
    if isinstance(kind, type) and issubclass(kind, StrEnum):  # a union of numbers is no type
        if value not in list(kind):
            yield Fault(key, f"is none of {', '.join(kind)}")
    elif not isinstance(value, kind) or isinstance(value, bool):
        yield Fault(key, f"is {type(value).__name__}")
    elif key == "reasons":
        wrong = [k for k, v in value.items() if not isinstance(v, str)]
        yield from (Fault(f"reasons.{k}", "is no text") for k in wrong)


def _object_of(text: str) -> dict[str, Any]:
    """Read a JSON object strictly: no key twice, no number that JSON does not have."""
    twice: list[Fault] = []

    def taken(pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        if len(made) < len(pairs):
            twice.extend(
                Fault(key, "is given twice") for key in made if [k for k, _ in pairs].count(key) > 1
            )
        return made

    def refused(constant: str) -> object:
        twice.append(Fault("number", f"{constant} is no number"))
        return None

    try:
        found = json.loads(text, object_pairs_hook=taken, parse_constant=refused)
    except (ValueError, RecursionError) as error:
        raise RubricError(
            "rubric", (Fault("text", f"is no JSON ({type(error).__name__})"),)
        ) from None
    raise_faults(RubricError, "rubric", twice)
    if not isinstance(found, dict):
        raise RubricError("rubric", (Fault("text", "is no JSON object"),))
    nothing = [Fault(key, "is null") for key, value in found.items() if value is None]
    raise_faults(RubricError, "rubric", nothing)
    return found


def _faults(rubric: Rubric) -> Iterator[Fault]:
    """Give every fault of the numbers of *rubric*."""
    if not str(rubric.name).strip():
        yield Fault("name", "is empty")
    yield from _range_faults(rubric, (*_POINTS, "specificity_bonus"), most=1)
    yield from _range_faults(rubric, _POWERS, most=None)
    if not any(getattr(rubric, name) for name in _POWERS):
        yield Fault("decides", "is 0, as is every power: nothing would weigh anything")
    for firmer, weaker in _STEPS:
        a, b = getattr(rubric, firmer), getattr(rubric, weaker)
        if isinstance(a, Fraction) and isinstance(b, Fraction) and a < b:
            yield Fault(weaker, f"has more points than {firmer}")
    for collection in ("ask_weights", "theme_weights"):
        yield from _weight_faults(collection, getattr(rubric, collection))
    for key, kind in (("alternatives", Alternatives), ("missing", MissingPolicy)):
        if not isinstance(getattr(rubric, key), kind):
            yield Fault(key, f"is none of {', '.join(kind)}")
    unknown = [name for name, _ in rubric.reasons if name not in _FIELDS]
    yield from (Fault(f"reasons.{name}", "is no field of a rubric") for name in unknown)


def _range_faults(rubric: Rubric, names: Iterable[str], *, most: int | None) -> Iterator[Fault]:
    for name in names:
        value = getattr(rubric, name)
        if not isinstance(value, Fraction):
            yield Fault(name, _UNFIT)
        elif value < 0 or (most is not None and value > most):
            yield Fault(name, "is below 0" if value < 0 else f"is above {most}")


def _weight_faults(collection: str, pairs: tuple[tuple[Any, Any], ...]) -> Iterator[Fault]:
    names = [name for name, _ in pairs]
    for name, weight in pairs:
        path = f"{collection}[{name!r}]"
        if not isinstance(name, str) or not is_id(name):
            yield Fault(path, "is not an identifier like 'round.7'")
        if names.count(name) > 1:
            yield Fault(path, "is given twice")
        if not isinstance(weight, Fraction):
            yield Fault(path, _UNFIT)
        elif weight < 0:
            yield Fault(path, "is below 0")


def with_missing(rubric: Rubric, policy: MissingPolicy) -> Rubric:
    """Give *rubric* with another missing policy, named so."""
    return evolve(rubric, missing=policy, name=f"{rubric.name}, missing {policy.replace('_', ' ')}")


DEFAULT_RUBRIC = Rubric()
