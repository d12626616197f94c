# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # Two people code, and what agreement means
#
# Whether "I will look at it" is a pledge is a judgement. Two people who do not see each other's sheets
# show how far it is a shared one. The page, the people and their codings here are invented.

# %%
import datetime as dt
import tempfile
from pathlib import Path

import civicpledge as cp
from civicpledge.coding import coder_agreement, read_worksheet, worksheet
from civicpledge.table import Column, Table

EXAMPLES = Path(__file__).parents[1] if "__file__" in globals() else Path("..")

reading = cp.parse(cp.read_document(EXAMPLES / "assembly.txt"))
roster = cp.read_roster(EXAMPLES / "roster.csv")
dataset = cp.resolve(reading, roster, remits=cp.read_remits(EXAMPLES / "remits.csv"))

# %% [markdown]
# ## The sheets
#
# Each coder gets the answers in an order of their own, without names and parties.

# %%
sheet = worksheet(dataset, coder="jane")
print(sheet.table.names)
assert set(sheet.table.to_dict()["speaker"]) == {None}

# %% [markdown]
# ## What they wrote
#
# A person fills the column `stance` in a spreadsheet. Here two habits stand in for two people: Jane takes
# the codebook's word; Tom does so too, but never credits an answer of fewer than ten words.


# %%
def filled(coder: str, shortest: int) -> Table:
    """Fill a coder's sheet: the codebook's stance, abstaining on answers with fewer words."""
    own = worksheet(dataset, coder=coder).table
    texts, asks = (own.to_dict()[name] for name in ("text", "asked"))
    found = [
        cp.code_response(str(text), ask=str(ask)) for text, ask in zip(texts, asks, strict=True)
    ]
    stances = tuple(
        finding.stance.value if len(str(text).split()) >= shortest else "deflected"
        for finding, text in zip(found, texts, strict=True)
    )
    kinds = tuple(
        finding.qualification.value if finding.qualification and stance == "qualified" else None
        for finding, stance in zip(found, stances, strict=True)
    )
    written = {"stance": stances, "qualification": kinds}
    columns = (Column(c.name, c.kind, written.get(c.name, c.values)) for c in own.columns)
    return Table(tuple(columns))


folder = Path(tempfile.mkdtemp())
for coder, shortest in (("jane", 0), ("tom", 10)):
    path = folder / f"{coder}.csv"
    path.write_text(filled(coder, shortest).to_csv(), encoding="utf-8", newline="")
    codings = read_worksheet(path, dataset, coder=coder, date=dt.date(2023, 4, 20))
    dataset = dataset.with_codings(codings)
print(len(dataset.codings), "codings")

# %% [markdown]
# ## Agreement
#
# Krippendorff's alpha is 1 where coders always agree and 0 where they agree as often as chance would.
# With few answers its interval is wide, and that is the message: two short evenings settle little.

# %%
agreement = coder_agreement(dataset.codings)
agreement

# %% [markdown]
# The list of disagreements is worth more than the number. Each is talked about and settled by a decision
# that names who, when and why; until then the score spans both readings.

# %%
for disagreement in agreement.disagreements:
    print(disagreement.response, *(f"{who}: {stance}" for who, stance in disagreement.stances))

# %%
board = cp.score(dataset)
board
