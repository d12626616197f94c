"""
The codebook beside three baselines, on answers that people coded.

Run with ``CIVICPLEDGE_EVAL`` (the measuring material) and, for the 2021 page's own words,
``CIVICPLEDGE_SEEDS`` set. TF-IDF with logistic regression needs scikit-learn; it is trained and tried
on the same material by cross-validation over questions.
"""

import csv
import importlib
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

import civicpledge as cp
from civicpledge.coding import code_response
from civicpledge.coding.evaluation import deciding_rule, evaluate_findings
from civicpledge.coding.intervals import Share
from civicpledge.datasets import load_dataset
from civicpledge.model.findings import CODEBOOK, Basis, Finding, Stance

_SUPPORT = (Stance.COMMITTED, Stance.SUPPORTIVE)
_CUES = {
    Stance.REFUSED: ("oppose", "i do not support", "no,", "no."),
    Stance.QUALIFIED: ("if", "but", "however", "only"),
    Stance.COMMITTED: ("yes", "support", "i will", "commit", "absolutely", "agree", "pledge"),
    Stance.DEFLECTED: ("depends", "consider", "look at"),
}
_FIRST_BY_CUE = (Stance.COMMITTED, Stance.REFUSED, Stance.QUALIFIED, Stance.DEFLECTED)


@frozen
class Answer:
    """One answer, what a person held it to mean, and what else could be defended."""

    group: str
    ask: str
    text: str
    stance: Stance
    also: tuple[Stance, ...]
    wording: cp.Wording = cp.Wording.VERBATIM


Coder = Callable[[Sequence[Answer]], list[Finding]]


def open_half(folder: Path) -> list[Answer]:
    with (folder / "responses" / "answers.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return [_answer(f"{row['survey']} {row['question']}", row) for row in rows]


def invented(name: str = "invented_answers.csv") -> list[Answer]:
    """Give answers that were made up by somebody who had not seen the rules, which were then widened."""
    path = Path(__file__).parents[1] / "tests" / "data" / name
    with path.open(encoding="utf-8") as file:
        return [_answer(row["ask"], row) for row in csv.DictReader(file)]


def reported() -> list[Answer]:
    """Give invented reports of answers: what a paper or a group tells that somebody said."""
    return [evolve(a, wording=cp.Wording.REPORTED) for a in invented("reported_answers.csv")]


def _answer(group: str, row: dict[str, str]) -> Answer:
    also = tuple(Stance(one) for one in row["also_defensible"].split("|") if one)
    return Answer(group, row["ask"], row["text"], Stance(row["stance"]), also)


def page_of_2021(folder: Path) -> list[Answer]:
    """Join the page's own words to the hand codings of the bundled dataset, by person and ask."""
    bundled = load_dataset("west-midlands-2021")
    (path,) = folder.glob("000_*.txt")
    source = cp.Source(id="page", title="The page of 2021")
    reading = cp.parse(cp.Document.from_text(path.read_text(encoding="utf-8"), source=source))
    words = {
        (cp.name_key(answer.speaker), answer.ask.number): answer.quote.text
        for answer in reading.answers
        if answer.speaker and answer.ask
    }
    return list(_joined(bundled, words))


def _joined(dataset: cp.Dataset, words: dict[tuple[str, str | None], str]) -> Iterator[Answer]:
    people = {person.id: cp.name_key(person.name) for person in dataset.people}
    coded = {c.response: c.finding for c in dataset.codings if c.coder != CODEBOOK}
    for response in dataset.responses:
        said = response.attribution
        person = getattr(said, "person", None)
        for answered in response.answers:
            asked = [ask for ask in dataset.asks if ask.id == answered]
            key = (people.get(person, ""), asked[0].number if asked else None)
            if key in words and response.id in coded:
                finding = coded[response.id]
                ask = "\n".join(one for one in (asked[0].title, asked[0].text) if one)
                yield Answer(str(key[1]), ask, words[key], finding.stance, finding.alternatives)


def codebook(answers: Sequence[Answer]) -> list[Finding]:
    return [code_response(a.text, a.ask, wording=a.wording) for a in answers]


def always_yes(answers: Sequence[Answer]) -> list[Finding]:
    return [_guess(Stance.COMMITTED) for _ in answers]


def cue_list(answers: Sequence[Answer]) -> list[Finding]:
    return [_guess(_by_cue(answer.text.lower())) for answer in answers]


def _by_cue(text: str) -> Stance:
    found = (s for s in _FIRST_BY_CUE if any(cue in text for cue in _CUES[s]))
    return next(found, Stance.UNCLEAR)


def _guess(stance: Stance) -> Finding:
    return Finding(stance=stance, qualification=_kind(stance), basis=Basis.SUGGESTED)


def bag_of_words(answers: Sequence[Answer]) -> list[Finding]:
    """TF-IDF and logistic regression, each question coded by what the others taught."""
    text = importlib.import_module("sklearn.feature_extraction.text")
    linear = importlib.import_module("sklearn.linear_model")
    pipeline = importlib.import_module("sklearn.pipeline")
    taught: dict[str, str] = {}
    for group in sorted({answer.group for answer in answers}):
        rest = [a for a in answers if a.group != group]
        own = [a for a in answers if a.group == group]
        vectors = text.TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        model = pipeline.make_pipeline(vectors, linear.LogisticRegression(max_iter=1000))
        model.fit([a.text for a in rest], [a.stance.value for a in rest])
        predicted = model.predict([a.text for a in own])
        taught |= dict(zip((a.text for a in own), map(str, predicted), strict=True))
    return [_guess(Stance(taught[answer.text])) for answer in answers]


def report(name: str, coder: Coder, answers: Sequence[Answer]) -> list[Finding]:
    findings = coder(answers)
    both = list(zip(answers, findings, strict=True))
    decided = [(a, f) for a, f in both if f.stance is not Stance.UNCLEAR]
    explicit = [(a, f) for a, f in decided if f.basis is Basis.EXPLICIT]
    against = [f for a, f in both if a.stance is Stance.REFUSED]
    wrong_way = Share.of(sum(f.stance in _SUPPORT for f in against), len(against))
    cells = (
        f"{_share(_right(explicit))} of {len(explicit)}",
        f"{_share(_right(decided))} of {len(decided)}",
        _share(_right(decided, also=True)),
        _share(Share.of(len(decided), len(both))),
        f"{wrong_way.hits} of {wrong_way.total}",
        _share(_evidence(decided)),
    )
    print(f"| {name:10} | " + " | ".join(f"{cell:12}" for cell in cells) + " |")
    return findings


def _evidence(pairs: Sequence[tuple[Answer, Finding]]) -> Share:
    """Count the findings whose evidence is words of one sentence of the answer each."""
    held = [f.evidence and all(_in_a_sentence(a.text, e) for e in f.evidence) for a, f in pairs]
    return Share.of(sum(map(bool, held)), len(held))


def _in_a_sentence(text: str, extent: cp.Extent) -> bool:
    words = text[extent.start : extent.end] if extent.end <= len(text) else ""
    return any(c.isalnum() for c in words) and not re.search(r"[.!?]\s+[A-Z]", words.strip())


def _right(pairs: Sequence[tuple[Answer, Finding]], *, also: bool = False) -> Share:
    held = [f.stance is a.stance or (also and f.stance in a.also) for a, f in pairs]
    return Share.of(sum(held), len(held))


def _share(share: Share) -> str:
    return "–" if share.value is None else f"{float(share.value):.3f}"


def table(title: str, answers: Sequence[Answer]) -> None:
    print(f"\n{title}: {len(answers)} answers\n")
    heads = ("explicit", "decided", "or defensible", "coverage", "against->for", "evidence")
    print("| coder      | " + " | ".join(f"{head:12}" for head in heads) + " |")
    print("|------------|" + "--------------|" * len(heads))
    findings = report("codebook", codebook, answers)
    report("always yes", always_yes, answers)
    report("cue list", cue_list, answers)
    try:
        report("tf-idf", bag_of_words, answers)
    except ImportError:
        print("| tf-idf: scikit-learn is not installed |")
    if "-v" in sys.argv:
        _curve(answers, findings)


def _curve(answers: Sequence[Answer], findings: Sequence[Finding]) -> None:
    """Print the risk taken as findings by less proven rules are let in."""
    people = (
        Finding(stance=a.stance, qualification=_kind(a.stance), basis=Basis.JUDGED) for a in answers
    )
    found = evaluate_findings(zip(people, findings, strict=True), against="the coders")
    print(f"\n{found.risk_table()}\n")


def _kind(stance: Stance) -> cp.Qualification | None:
    return cp.Qualification.CONDITIONAL if stance is Stance.QUALIFIED else None


def _rules(answers: Sequence[Answer], findings: Sequence[Finding]) -> None:
    """Print how often each deciding rule was right, as ``cues/records.py`` holds it."""
    for rule, (right, of) in sorted(_counts(answers, findings).items()):
        print(f'    ("{rule}", {right}, {of}),')


def _counts(answers: Sequence[Answer], findings: Sequence[Finding]) -> dict[str, tuple[int, int]]:
    held: dict[str, tuple[int, int]] = {}
    for answer, finding in zip(answers, findings, strict=True):
        if finding.stance is not Stance.UNCLEAR:
            right, of = held.get(deciding_rule(finding), (0, 0))
            agrees = finding.stance is answer.stance
            held[deciding_rule(finding)] = (right + agrees, of + 1)
    return held


def main() -> int:
    material, seeds = os.environ.get("CIVICPLEDGE_EVAL"), os.environ.get("CIVICPLEDGE_SEEDS")
    if not material and not seeds:
        print("neither CIVICPLEDGE_EVAL nor CIVICPLEDGE_SEEDS is set: invented answers only")
    table("Invented answers", invented())
    table("More invented answers", invented("more_invented_answers.csv"))
    table("Invented answers as reports tell them", reported())
    sets = {}
    if material:
        sets["Open half of the answers coded by hand"] = open_half(Path(material))
    if seeds:
        sets["The page of 2021"] = page_of_2021(Path(seeds))
    for title, answers in sets.items():
        table(title, answers)
    if "-v" in sys.argv and len(sets) > 1:
        both = [answer for answers in sets.values() for answer in answers]
        print("\nEach rule on both together\n")
        _rules(both, codebook(both))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
