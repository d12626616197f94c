"""Words that may be somebody's: the candidate is due an answer, and a ruling gives them the words."""

import datetime as dt

import civicpledge as cp

CONTEST = "mayor.x.2024-05-02"


def _resolved(page: str, *people: tuple[str, str]) -> cp.Dataset:
    roster = cp.Roster.from_rows([{"name": n, "party": p} for n, p in people], contest=CONTEST)
    document = cp.Document.from_text(page, source=cp.Source(id="page", title="Page"))
    return cp.resolve(cp.parse(document), roster, remits=cp.remits({"mayor.x": {"decides": "1 2"}}))


def _asked(*answers: str) -> str:
    one, two, three, four = answers
    return f"1) Homes\n\n{one}\n\n{two}\n\n2) Fares\n\n{three}\n\n{four}\n"


def test_who_shares_a_surname_beside_words_is_due_and_a_ruling_counts():
    dataset = _resolved(
        _asked('Cllr Body: "Yes."', 'Cllr Ng: "No."', 'Cllr Body: "Yes."', 'Cllr Ng: "No."'),
        ("Ann Body", "Labour"),
        ("Abe Body", "Green Party"),
        ("Bo Ng", "Conservative"),
    )
    absences = [dataset.cell(who, ask).absence for who in ("ann-body", "abe-body") for ask in "12"]
    assert absences == [cp.Absence.UNATTRIBUTED] * 4
    ruling = cp.Decision(
        kind=cp.DecisionKind.ATTRIBUTION,
        subject="page.1.cllr-body",
        choice=f"{CONTEST}.ann-body",
        by="kim",
        date=dt.date(2024, 5, 3),
        reason="heard on the recording",
    )
    ruled = dataset.with_decisions([ruling])
    assert [r.text for r in ruled.cell("ann-body", "1").responses] == ["Yes."]
    assert ruled.cell("abe-body", "1").absence is cp.Absence.NOT_RECORDED


def test_a_misspelt_name_beside_the_right_party_accuses_nobody_of_silence():
    dataset = _resolved(
        _asked(
            'Ann Bodey (Labour): "Yes."',
            'Bo Ng (Conservative): "No."',
            'Anne Boddy (Labour): "Yes."',
            'Bo Ng (Conservative): "No."',
        ),
        ("Ann Body", "Labour"),
        ("Bo Ng", "Conservative"),
    )
    cells = [dataset.cell("ann-body", ask) for ask in "12"]
    assert cp.Absence.NOT_RECORDED not in [cell.absence for cell in cells]


def test_exact_names_that_fit_two_are_not_told_to_be_off_the_roster():
    dataset = _resolved(
        _asked(
            "Ann Body (Labour): Yes.", "Anna Body (Labour): No.", "Ann Body: No.", "Anna Body: No."
        ),
        ("Ann Body", "Labour"),
        ("Anna Body", "Labour"),
    )
    assert len(dataset.rounds[0].field) == 2
