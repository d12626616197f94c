# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # An assembly, from the page to the scoreboard
#
# A page tells what candidates answered. Here is the whole way from such a page to a picture, first on an
# invented page, then on the assembly of the West Midlands in 2021, whose answers people coded by hand.

# %%
from pathlib import Path

import civicpledge as cp
from civicpledge import plot

EXAMPLES = Path(__file__).parents[1] if "__file__" in globals() else Path("..")

# %% [markdown]
# ## 1. Read
#
# The reader takes what is printed and says what it did not understand.

# %%
reading = cp.parse(cp.read_document(EXAMPLES / "assembly.txt"))
reading

# %%
print(len(reading.asks), "asks,", len(reading.answers), "answers,", len(reading.claims), "claims")

# %% [markdown]
# ## 2. Tie to candidates and to what their office can do

# %%
roster = cp.read_roster(EXAMPLES / "roster.csv")
dataset = cp.resolve(reading, roster, remits=cp.read_remits(EXAMPLES / "remits.csv"))
dataset

# %% [markdown]
# ## 3. Code and score
#
# The codebook would rather say *unclear* than guess; what is unclear, or missing, widens the interval.

# %%
coded = cp.code_responses(dataset)
board = cp.score(coded)
board

# %%
plot.scores(board)
# %% [markdown]
# ## The real assembly
#
# Forty-two answers were due and forty-one are printed. The bars of five candidates are points, because
# every answer due to them is there and somebody decided on it; one bar is wide, because one answer is not.

# %%
real = cp.load_dataset("west-midlands-2021")
real_board = cp.score(real)
due, answered = (sum(getattr(s, n) for s in real_board) for n in ("due", "answered"))
print(f"{answered} of {due} answers")

# %%
plot.scores(real_board)
# %%
plot.heatmap(real_board)
# %% [markdown]
# ## What hangs on the rubric
#
# The same answers, scored in many ways: how often is each place open to whom?

# %%
robustness = cp.robustness(real, draws=20)
plot.robustness(robustness, dataset=real)
# %% [markdown]
# ## What the page claims
#
# "All backed it" is held against every answer. *Weaker* means that the words fall short of the claim, not
# that they speak against it.

# %%
audit = cp.audit_claims(real)
print({outcome.value: times for outcome, times in audit.counts.items() if times})
