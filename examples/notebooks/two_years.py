# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown]
# # Two years, two sources
#
# What became of a pledge three years later? And does a manifesto say what its author told an assembly?

# %%
import civicpledge as cp
from civicpledge import plot

earlier = cp.load_dataset("west-midlands-2021")
later = cp.load_dataset("west-midlands-2024")

# %% [markdown]
# ## The same person, three years on
#
# The page of 2024 prints quotations without a name. What may be somebody's words is shown as such, and
# credited to nobody, until a person rules on it with a reason.

# %%
changes = cp.changes(earlier, later)
changes

# %%
plot.changes(changes)
# %%
print(changes.explain())

# %% [markdown]
# Asks that read alike are proposed, never linked by themselves:

# %%
for link in changes.proposed:
    print(link.earlier, "and", link.later, "-", link.why)

# %% [markdown]
# ## A manifesto beside an assembly
#
# A manifesto answers nobody, so nothing in it is due. Put beside the assembly it shows where one person
# says the same in both, and where only one of them speaks.

# %%
manifesto = cp.load_dataset("byrne-2020-manifesto")
both = earlier.combine(manifesto)
byrne = cp.consistency(both, person="liam-byrne")
byrne

# %%
print(byrne.explain())

# %% [markdown]
# Scores stay what they were, because a manifesto counts only where it is named:

# %%
assert cp.score(both)["liam-byrne"].low == cp.score(earlier)["liam-byrne"].low
