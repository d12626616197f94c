"""
The words that are read as structure in a name: titles, suffixes, particles and warnings.

Everything here is folded (see :func:`civicpledge.normalise.names.fold`). The lists are general
knowledge about how names are printed in the United Kingdom, Ireland, the United States and the
parliaments of the world; none is taken from a data set.
"""

from typing import Final

RANKS: Final = {
    "lord": "m",
    "baron": "m",
    "viscount": "m",
    "earl": "m",
    "marquess": "m",
    "duke": "m",
    "lady": "f",
    "baroness": "f",
    "viscountess": "f",
    "countess": "f",
    "marchioness": "f",
    "duchess": "f",
}
"""Ranks of the peerage and the sex that each is printed for; all are one class when compared."""

RANKED_OFFICES: Final = frozenset(
    {"mayor", "mayoress", "provost", "lieutenant", "justice", "advocate", "chancellor", "speaker"}
)
"""Words that make an office of the rank before them: a Lord Mayor is no peer."""

SEES: Final = frozenset({"bishop", "archbishop"})
"""Offices that stand for a name when followed by "of" and a place."""

FEMALE_TITLES: Final = frozenset(
    {"mrs", "ms", "miss", "dame", "mme", "madam", "sra", "hajah", "smt", "shrimati"}
)
MALE_TITLES: Final = frozenset({"mr", "sir", "mm", "mister", "sr", "haji", "shri"})

TITLES: Final = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "mx", "mister", "master", "madam", "mme", "mlle"),
        *("sir", "dame", "dr", "doctor", "prof", "professor", "rev", "revd", "reverend", "fr"),
        *("cllr", "clr", "councillor", "councilor", "councilman", "councilwoman", "ald"),
        *("alderman", "alderwoman", "rt", "hon", "honourable", "honorable", "right", "most"),
        *("very", "canon", "ven", "pastor", "imam", "rabbi", "mp", "msp", "mla", "mep", "td"),
        *("sen", "senator", "rep", "representative", "del", "delegate", "gov", "governor"),
        *("congressman", "congresswoman", "assemblyman", "assemblywoman", "mayor", "deputy"),
        *("capt", "captain", "col", "colonel", "maj", "lt", "gen", "general", "cmdr", "brig"),
        *("sgt", "wg", "adm", "admiral", "ret", "justice", "ambassador", "eng", "engr", "adv"),
        *("haji", "hajah", "hajj", "hj", "alhaj", "sheikh", "shaikh", "datuk", "dato", "datin"),
        *("tan", "tun", "ir", "drs", "dra", "drg", "kh", "ing", "mudr", "judr", "phdr", "rndr"),
        *("shri", "sri", "smt", "shrimati"),
        *("the", "msgr", "mgr", "md", "mohd"),
    }
)
"""Words that may stand before a name; taken off from the front while two words remain."""

AMBIGUOUS_TITLES: Final = frozenset({"tan", "md", "mohd", "haji", "sheikh", "shaikh", "tun", "sri"})
"""Words of TITLES that are names as well: not taken off, they only weigh nothing when missing."""

POSTNOMINALS: Final = frozenset(
    {
        *("mp", "msp", "ms", "mla", "mep", "td", "am", "qc", "kc", "sc", "jp", "dl", "pc", "psm"),
        *("obe", "mbe", "cbe", "kbe", "dbe", "gbe", "cb", "kcb", "gcb", "dcb", "cmg", "kcmg"),
        *("gcmg", "ch", "om", "kg", "kt", "lvo", "cvo", "kcvo", "mvo", "td", "vr", "vc", "gc"),
        *("mc", "dso", "dsc", "dfc", "frs", "fba", "frsa", "rn", "ret", "retd", "bem", "qpm"),
        *("phd", "md", "ma", "msc", "mba", "ba", "bsc", "beng", "meng", "mphil", "dphil", "llb"),
        *("llm", "esq", "esquire", "cpa", "dds", "dvm", "pe", "jd", "edd", "dd", "am", "snr"),
        *("se", "sh", "mh", "st", "mt", "mm", "msi", "ssos", "sip", "mhs", "sag", "mpd", "spd"),
        *("mkes", "mhum", "mp", "skom", "lc", "ak", "mec", "mag", "sp", "map", "mmsi", "mse"),
        *("csc", "shi", "spt", "shut", "apt", "sked", "mkn", "ssi", "sth", "mth", "mars", "sps"),
        *(
            "mmt",
            "mar",
            "mba",
            "mpa",
            "mda",
            "mid",
            "mmin",
            "dess",
            "dea",
            "ing",
            "ipu",
            "mbchb",
            "frcs",
        ),
    }
)
"""Letters that follow a name; taken off after a comma, or in capitals at the end of a name."""

SUFFIXES: Final = {
    "jr": "jr",
    "jnr": "jr",
    "junior": "jr",
    "yngre": "jr",
    "ml": "jr",
    "dy": "jr",
    "sr": "sr",
    "snr": "sr",
    "senior": "sr",
    "st": "sr",
    "de": "sr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
    "2nd": "ii",
    "3rd": "iii",
}
"""What tells a parent from a child of one name, by its plainest form."""

WEAK_SUFFIXES: Final = frozenset(
    {"st", "de", "ml", "dy", "yngre", "2nd", "3rd", "junior", "senior"}
)
"""Suffixes that are words as well: read as a suffix only with a point or after a comma."""

PARTICLES: Final = frozenset(
    {
        *("de", "da", "do", "dos", "das", "di", "del", "della", "delle", "dello", "degli", "dei"),
        *("du", "des", "la", "le", "lo", "los", "las", "van", "von", "der", "den", "ter", "ten"),
        *("zu", "zur", "vom", "af", "av", "e", "y", "i", "el", "al", "ul", "bin", "binti", "ibn"),
        *("bint", "ap", "ab", "ferch", "ole", "of", "und", "san", "st", "saint", "santa"),
        *("abu", "abou", "ben", "bte", "anak", "ni", "nic", "ui", "the"),
    }
)
"""Words that belong to the surname after them when they are printed in small letters."""

LIGHT_WORDS: Final = PARTICLES - {"san", "st", "saint", "santa", "ben", "abu", "abou"}
"""Particles that say nothing by themselves: left out of what is compared."""

JOINING_PREFIXES: Final = frozenset({"mac", "mc", "o", "fitz", "nic", "ni", "d"})
"""Beginnings of surnames that are printed apart as often as together: "Mac Lochlainn"."""

OTHER_NAME_MARKS: Final = (
    "commonly known as",
    "otherwise known as",
    "better known as",
    "also known as",
    "known as",
    "a.k.a.",
    "aka",
    "formerly",
    "née",
    "nee",
    "born",
)
"""Phrases that part two names of one person."""

NOT_A_PERSON: Final = {
    "not": "it denies the name",
    "opponent": "it speaks of somebody's opponent",
    "spokesman": "it speaks of a spokesman",
    "spokeswoman": "it speaks of a spokeswoman",
    "spokesperson": "it speaks of a spokesperson",
    "behalf": "somebody speaks on behalf of another",
    "representing": "somebody speaks for another",
    "supporters": "it speaks of supporters",
    "and": "it names more than one",
    "versus": "it names more than one",
    "vs": "it names more than one",
    "or": "it names more than one",
    "except": "it excludes the name",
    "replacing": "it names more than one",
    "replaces": "it names more than one",
    "replaced": "it names more than one",
    "defeated": "it names more than one",
    "neither": "it denies the name",
    "unlike": "it denies the name",
    "against": "it denies the name",
    "anyone": "it denies the name",
    "anybody": "it denies the name",
    "instead": "somebody speaks for another",
    "represented": "somebody speaks for another",
    "deputising": "somebody speaks for another",
    "deputizing": "somebody speaks for another",
    "pp": "somebody speaks for another",
}
"""Words that make a text something else than the name of one person, and why."""

SPEAKING_FOR: Final = (
    *("(for ", "deputy for ", "c/o ", "o/b/o ", "p.p.", "per pro", "stand-in", "standing in"),
    "election agent",
)
"""Phrases by which somebody speaks for the person that is named."""

SMALL_WORDS: Final = frozenset({"with", "to", "by", "but", "who", "is", "was", "nor", "place"})
"""Words that are no part of a name where they are printed in small letters ("Ann Place" is a name)."""

RELATIONS: Final = {
    "agent": "it speaks of somebody's agent",
    "assistant": "it speaks of somebody's assistant",
    "brother": "it speaks of a relation",
    "campaign": "it speaks of somebody's campaign",
    "daughter": "it speaks of a relation",
    "husband": "it speaks of a relation",
    "partner": "it speaks of a relation",
    "representative": "it speaks of somebody's representative",
    "rival": "it speaks of somebody's rival",
    "sister": "it speaks of a relation",
    "son": "it speaks of a relation",
    "supporter": "it speaks of a supporter",
    "team": "it speaks of somebody's team",
    "wife": "it speaks of a relation",
}
"""Words that do so beside "of", "for" or "'s", or last in small letters; else they may be a name."""
