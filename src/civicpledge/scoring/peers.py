"""
Other people's formulas, by name, to be set beside ours.

A *sheet* is what all of them can be fed with: a letter an item, ``Y`` the asker's answer, ``N`` its
opposite, ``U`` in between, ``M`` missing. Every value is agreement in per cent, as its maker prints it.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import frozen

from civicpledge.errors import SheetError, UnknownIdError, fail
from civicpledge.model.findings import Stance
from civicpledge.scoring import peer_formulas
from civicpledge.scoring.rubric import Number
from civicpledge.table import ColumnKind, Shown, Table

LETTERS: Mapping[Stance | None, str] = {
    Stance.COMMITTED: "Y",
    Stance.QUALIFIED: "U",
    Stance.SUPPORTIVE: "U",
    Stance.DEFLECTED: "M",
    Stance.REFUSED: "N",
    None: "M",
}
"""How our stances become letters: a formula with three steps has one place for everything between a
pledge and a refusal, and none for an answer that says nothing. ``None`` is no words, words not coded, and
an abstention. Asks that are not due have no letter."""


@frozen(kw_only=True)
class Peer:
    """
    One formula of somebody else's.

    :ivar variants: the first is the one used where none is named; empty where there is but one
    :ivar missing: what it makes of a missing answer
    :ivar published: the range or the words its makers print, where ours is agreement in per cent
    :ivar example: agreement in per cent on the sheet ``YYNUM``, worked by hand, all weights 1
    :ivar working: the hand-worked sum
    :ivar defect: what is known to be wrong with it
    """

    name: str
    source: str
    formula: str
    missing: str
    published: str
    working: str
    example: Fraction
    defect: str
    variants: tuple[str, ...] = ()
    takes_weights: bool = True


PEERS: tuple[tuple[Peer, peer_formulas.Formula], ...] = (
    (
        Peer(
            name="wahl_o_mat",
            source="bpb Wahl-O-Mat: Rechenmodell",
            formula="100 sum(w p) / sum(2 w), p = 2 the same, 1 one step off, 0 the opposite; w 1 or 2",
            missing="no points for a party without an answer; what the user skips (skip) leaves both sums",
            published="0 to 100 %",
            working="(2 + 2 + 0 + 1 + 0) / 10",
            example=Fraction(50),
            defect="a party's silence costs it as much as the opposite answer",
            variants=("missing_as_opposite", "skip"),
        ),
        peer_formulas.all_items,
    ),
    (
        Peer(
            name="vote_match",
            source="Unlock Democracy: Vote Match methodology, 2016",
            formula="100 (sum 2 w - sum w d) / sum 2 w, d = 0, 1 or 2; w 1/2, 1 or 2",
            missing="left out of both sums",
            published="0 to 100 %",
            working="(8 - (0 + 0 + 2 + 1)) / 8",
            example=Fraction(125, 2),
            defect="one answer given and eight refused can be 100 %",
        ),
        peer_formulas.answered_items,
    ),
    (
        Peer(
            name="openvaa",
            source="OpenVAA: packages/matching",
            formula=(
                "manhattan 1 - sum(w |a - b|) / sum(w); euclidean 1 - sqrt(sum((w |a - b|)^2)) / "
                "sqrt(sum(w^2)); directional 1 - sum(w (1/2 - 2 a b)) / sum(w); a, b from -1/2 to 1/2"
            ),
            missing="the extreme opposite to the asker; in the variants named neutral the middle",
            published="0 to 100 %",
            working="1 - (0 + 0 + 1 + 1/2 + 1) / 5",
            example=Fraction(50),
            defect="directional: 2/5 beside 2/5 is less than 100 %; theme scores drop the weights",
            variants=(
                "manhattan",
                "euclidean",
                "directional",
                "neutral",
                "manhattan_neutral",
                "euclidean_neutral",
                "directional_neutral",
            ),
        ),
        peer_formulas.openvaa,
    ),
    (
        Peer(
            name="mendez",
            source="Mendez 2012, as recommended by OpenVAA's guide",
            formula="100 sum(m) / items asked, m = 1 yes, 0 in between, -1 no",
            missing="0, as in between",
            published="-100 to 100",
            working="(1 + 1 - 1 + 0 + 0) / 5",
            example=Fraction(20),
            defect="runs from -100 to 100, so that silence and an even split are the same 0",
        ),
        peer_formulas.mendez,
    ),
    (
        Peer(
            name="public_whip",
            source="Public Whip: website/dream.inc",
            formula="1 - (d + 5 D + 0.1 a + 2.5 A) / (s + 5 S + d + 5 D + 0.2 a + 5 A); strong: capitals",
            missing="half an agreement, at a fifth of the weight (strong: all); in between is missing",
            published="a distance from 0 (the same) to 1; words for it: see peer_label",
            working="1 - (1 + 2/10) / (2 + 1 + 4/10)",
            example=Fraction(1100, 17),
            defect="whoever never voted on a strong policy agrees by half; upstream prints -1 for no votes",
            variants=("plain", "strong"),
        ),
        peer_formulas.public_whip,
    ),
    (
        Peer(
            name="they_work_for_you",
            source="mySociety: twfy-votes, SimplifiedScore, 2024",
            formula="1 - (D + abstain / 2) / (S + D + abstain), then capped by the absences",
            missing=(
                "nothing; more than one keeps the distance from .05 and .95 (.06, .94), a third of the "
                "votes or more from .15 and .85 (.16, .84)"
            ),
            published="words alone (see peer_label), made from a distance of 0 to 1",
            working="1 - (1 + 1/2) / 4",
            example=Fraction(125, 2),
            defect="upstream, agreements without a single vote are capped at .16; here they are not",
            takes_weights=False,
        ),
        peer_formulas.they_work_for_you,
    ),
    (
        Peer(
            name="drop_missing",
            source="most hobby advice sites",
            formula="100 sum(w v) / sum(w) over items answered, v = 1 yes, 1/2 in between, 0 no",
            missing="left out",
            published="0 to 100 %",
            working="(1 + 1 + 0 + 1/2) / 4",
            example=Fraction(125, 2),
            defect="one yes and eight silences are 100 %; upstream NaN where all is skipped",
        ),
        peer_formulas.answered_items,
    ),
    (
        Peer(
            name="exact_match",
            source="django-candidator; THE CITY",
            formula="100 x the same answers / all items",
            missing="counts as a mismatch",
            published="a number of matches, or 0 to 100 %",
            working="2 / 5",
            example=Fraction(40),
            defect="a refusal, a half yes and silence are one and the same",
        ),
        peer_formulas.exact_match,
    ),
    (
        Peer(
            name="skip_penalty",
            source="The Ubyssey: election quiz",
            formula="1 - (mean(|a - b| / width) + 2/3 x share skipped), never below 0",
            missing="costs two thirds of an item",
            published="0 to 100 %",
            working="1 - ((0 + 0 + 1 + 1/2) / 4 + 2/3 x 1/5)",
            example=Fraction(590, 12),
            defect="the two thirds have no reason given",
        ),
        peer_formulas.skip_penalty,
    ),
)
"""The formulas with where they come from. Facts about them: the sources named, read in 2026."""

_BY_NAME = {peer.name: (peer, formula) for peer, formula in PEERS}


def peer_names() -> tuple[str, ...]:
    """
    Give the names :func:`peer_score` takes.

    >>> peer_names()[:3]
    ('wahl_o_mat', 'vote_match', 'openvaa')
    """
    return tuple(_BY_NAME)


def peer_score(
    name: str,
    sheet: str,
    variant: str | None = None,
    weights: Iterable[Number] | None = None,
) -> peer_formulas.PeerValue:
    """
    Score a bare sheet by a peer's formula.

    :param name: one of :func:`peer_names`
    :param sheet: a letter an item: ``Y`` yes, ``N`` no, ``U`` in between, ``M`` missing
    :param variant: one of the peer's, see ``PEERS``; without it, the first
    :param weights: a weight an item, 0 or more; without it, all weigh 1
    :returns: agreement in per cent, 0 to 100 (``mendez``: -100 to 100); ``None`` where the formula has
        nothing to compare
    :raises UnknownIdError: if there is no such peer or variant
    :raises SheetError: for a letter, a weight, or a number of weights that does not fit

    >>> [round(peer_score(name, "YMMMMMMMM")) for name in ("exact_match", "skip_penalty", "drop_missing")]
    [11, 41, 100]
    """
    if name not in _BY_NAME:
        raise UnknownIdError("peer", name, peer_names())
    peer, formula = _BY_NAME[name]
    if variant is not None and variant not in peer.variants:
        kind = f"variant of {name}"
        raise UnknownIdError(kind, variant, peer.variants)
    if weights is not None and not peer.takes_weights:
        fail(SheetError, name, "weights", "are not in its formula")
    items = peer_formulas.items_of(sheet, weights)
    if not peer_formulas.total_weight(items):
        return None
    return formula(items, variant or (peer.variants[0] if peer.variants else ""))


_LABELLED = {"public_whip", "they_work_for_you"}


def peer_label(name: str, sheet: str, variant: str | None = None) -> str | None:
    """
    Put a sheet into the words that ``they_work_for_you`` and ``public_whip`` print of their distances.

    The asker is for what the items ask. A single vote is said plainly.

    :returns: the words; ``None`` where there is no vote to speak of
    :raises UnknownIdError: if the peer has no words, or there is no such variant
    :raises SheetError: for a letter that does not fit

    >>> peer_label("they_work_for_you", "YYYYYYMM"), peer_label("they_work_for_you", "N")
    ('almost always voted for', 'voted against')
    """
    if name not in _LABELLED:
        raise UnknownIdError("peer with labels", name, tuple(sorted(_LABELLED)))
    agreement = peer_score(name, sheet, variant)
    if not isinstance(agreement, Fraction):
        return None
    votes = sheet.replace("M", "")
    if votes in ("Y", "N"):
        return "voted for" if votes == "Y" else "voted against"
    return peer_formulas.voting_words(1 - agreement / 100)


def stated_consistency(stated: str, done: str) -> Fraction | None:
    """
    Compare what somebody stated with what the same one did, item by item, on two sheets.

    ``100 - 100 mean(|stated - done|) / scale width`` over the items with both, as elections-compass has it;
    in per cent. Known defect there: no item with both is printed as 0; here it is ``None``.

    :raises SheetError: for a letter that does not fit, or sheets of unequal length

    >>> stated_consistency("YYUM", "YNYY")  # 100 - 100 (0 + 1 + 1/2) / 3
    Fraction(50, 1)
    """
    if len(stated) != len(done):
        fail(SheetError, "sheet", "done", f"has {len(done)} items for {len(stated)} stated")
    pairs = zip(
        peer_formulas.items_of(stated, None), peer_formulas.items_of(done, None), strict=True
    )
    return peer_formulas.mean_agreement(pairs)


@frozen(repr=False)
class PeerBook(Shown):
    """What is known of each peer: ``to_table`` has a row for each, ``peer_score`` does the sums."""

    peers: tuple[Peer, ...] = tuple(peer for peer, _ in PEERS)

    def to_table(self) -> Table:
        """Give a row for each peer."""
        columns = (
            *("peer", "formula", "missing", "on YYNUM", "published as"),
            *("variants", "known defect", "source"),
        )
        rows = (
            (
                peer.name,
                peer.formula,
                peer.missing,
                f"100 x ({peer.working}) = {float(peer.example):.1f}",
                peer.published,
                ", ".join(peer.variants) or None,
                peer.defect,
                peer.source,
            )
            for peer in self.peers
        )
        return Table.of(dict.fromkeys(columns, ColumnKind.TEXT), rows)


def sheet_of(stances: Iterable[Stance | None]) -> str:
    """
    Write decided stances as a sheet; ``None`` is what is missing or undecided.

    >>> sheet_of([Stance.COMMITTED, Stance.SUPPORTIVE, Stance.REFUSED, None])
    'YUNM'
    """
    return "".join(LETTERS[stance] for stance in stances)


@frozen(kw_only=True, repr=False)
class PeerScores(Shown):
    """Our intervals beside what each peer would print of the same answers, all in per cent."""

    rows: tuple[tuple[str, Fraction | None, Fraction | None, str], ...]

    def to_table(self) -> Table:
        """Give a row for each candidate: our low and high, the sheet, then each peer."""
        kinds = {
            "candidate": ColumnKind.TEXT,
            "low": ColumnKind.NUMBER,
            "high": ColumnKind.NUMBER,
            "sheet": ColumnKind.TEXT,
            **dict.fromkeys(peer_names(), ColumnKind.NUMBER),
        }
        return Table.of(kinds, map(self._row, self.rows))

    def _row(self, row: tuple[str, Fraction | None, Fraction | None, str]) -> tuple[object, ...]:
        candidate, low, high, sheet = row
        ours = (None if end is None else 100 * end for end in (low, high))
        return (candidate, *ours, sheet, *(peer_score(name, sheet) for name in peer_names()))

    def explain(self) -> str:
        """Say what each peer prints of each sheet, a line each, then what it makes of the missing."""
        lines = [_peers_sentence(*row) for row in self.rows]
        lines += [
            f"{peer.name}, missing: {peer.missing}. Known defect: {peer.defect}."
            for peer, _ in PEERS
        ]
        return "\n".join(lines)


def _peers_sentence(who: str, low: Fraction | None, high: Fraction | None, sheet: str) -> str:
    ours = "no score"
    if low is not None and high is not None:
        ours = f"{float(100 * low):.1f} to {float(100 * high):.1f}"
    found = ((name, peer_score(name, sheet)) for name in peer_names())
    theirs = (
        f"{name} {'nothing' if value is None else f'{float(value):.1f}'}" for name, value in found
    )
    return f"{who} ({sheet or 'nothing due'}): ours {ours}; {', '.join(theirs)}."
