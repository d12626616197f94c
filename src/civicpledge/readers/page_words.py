"""What is a page's own among answers: furniture, notes, and words that say there is no answer."""

import re

from civicpledge.readers.hidden_quotations import hide

_ICON_RUN = re.compile(
    r"arrow-(?:down|up|left|right)|@1x|Close Icon|Menu Icon|Icons / Social", re.IGNORECASE
)
_FURNITURE = re.compile(
    r"(?:"
    r"[^\n/]{1,160}\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)"
    r"|!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)"
    r"|(?:latest )?news(?: and blogs?)?|home(?:page)?|blog|menu|search|tags?:?|share(?: "
    r"this.{0,40})?|tweet|print"
    r"|(?:skip|jump) to (?:main )?content|back to top|read more(?: .{0,80})?|related .{0,60}"
    r"|read more: .{1,160}|"
    r"(?:other (?:items|stories|articles)|more from|you (?:may|might) also like|coming"
    r" (?:(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day|tomorrow|next week|soon):) ?.{0,100}|"
    r"advertisement"
    r"|this article is more than .{1,20} old|(?:posted|published|written|updated) (?:by|on|in) "
    r".{1,100}|filed under:? .{1,100}"
    r"|(?:last )?updated:? .{1,60}|published:? .{1,60}|by [A-Z][\w.'-]{1,20} [A-Z][\w' &,-]{1,80}"
    r"|subscribe(?: .{0,60})?|sign up (?:for|to) .{0,60}newsletter.{0,20}|follow us.{0,60}|"
    r"donate(?: now)?"
    r"|(?:all rights reserved|copyright|©).{0,120}|cookie (?:policy|settings)|privacy policy|"
    r"(?:photo|image|picture)"
    r"(?:(?: credit)?s?:| by| courtesy of| ?(?:copyright|source|caption)) ?.{1,100}|have your say"
    r"|(?:words|illustrations?|photography|interviews?|story) by .{2,80}"
    r"|[^\n()]{2,160} \((?:image|picture|photo|pic|credit)s?(?: credit)?:? ?[^()\n]{1,60}\)"
    r"|media caption.{1,200}|connect with us"
    r"|(?:hi, )?what are you looking for\?|page \d{1,4}(?: of \d{1,4})?|-{3,}|_{3,}|\*{3,}"
    r"|={3,}|\W{1,12}|"
    r"facebook|twitter|linkedin"
    r"|instagram|youtube|email|previous(?: article)?|next(?: article)?|comments? ?(?:\(\d+\))?|"
    r"\d+ comments?"
    r"|most (?:read|popular|viewed)|trending(?: now)?|read next|sponsored(?: content)?"
    r"|(?:[\w'’ ]{1,40} )?(?:staff writer|correspondent|(?:local democracy |senior |news )?reporter"
    r"|(?:political|news|city|local) editor)"
    r"|[\w'’. ]{2,60}[:;,|–-] ?[\d ()+-]{7,20}[;,|]? [\w.+-]{1,60}@[\w.-]{1,60}"
    r"|watch (?:the |this |a |\d )?.{0,40}(?:video|film|clip)s?.{0,80}"
    r")",
    re.IGNORECASE,
)
# A newspaper alone before a colon, where a picture stood; "Emily Post:" is a person.
_PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w'’&-]{1,20} ){0,4}(?:Advertiser|Argus|Chronicle|Dispatch|Echo|Examiner|Express"
    r"|Gazette|Guardian|Herald|Journal|Mercury|News|Observer|Standard|Telegraph|Times|Tribune):"
)


def is_furniture(words: str) -> bool:
    """
    Tell whether a line belongs to the page and not to what it says: icons, image names, "Posted by".

    >>> [is_furniture(words) for words in ("Posted by A. Body", "poster.jpg", "Homes")]
    [True, True, False]
    """
    if len(words) <= 320 and (_FURNITURE.fullmatch(words) or _PAPER.fullmatch(words)):
        return True
    return len(_ICON_RUN.findall(words[:2000])) >= 3


_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:d|ll|m|ve)|[Mm]y|me|myself)\b")


def is_first_person(words: str) -> bool:
    """
    Tell whether somebody speaks of themselves, outside of quotations.

    >>> is_first_person("I have put it right."), is_first_person('She said: "I have."')
    (True, False)
    """
    return _FIRST_PERSON.search(hide(words[:_LONGEST])[0]) is not None


_LONGEST = 2000


# ---- no answer

_NO_ANSWER = re.compile(
    r"[\[(]?(?:(?:th(?:e|is) )?candidate )?(?:(?:did|has|have) not (?:yet )?(?:answer|respond|"
    r"repl(?:y|ied)|comment)|no (?:answer|response|reply|comment)|declined to|"
    r"nothing (?:(?:was|has been) )?(?:received|sent)|"
    r"(?:did|has) not (?:provide|give|send|submit)|n/?a\b|not (?:answered|available|present"
    r"|contacted|reached)|could not be (?:contacted|reached)|"
    r"unable to attend|awaiting|will (?:reply|respond|answer) (?:after|later|shortly|when|in"
    r" due)\b|"
    r"(?:form |questionnaire )?(?:returned|left)(?: (?:this|the) (?:question|answer|box))? blank|"
    r"blank(?=[\])]|$))"
    r"[^.!?\n]{0,90}[.!]?[\])]?",
    re.IGNORECASE,
)
_NONE_CAME = re.compile(
    r"(?:we (?:have )?(?:had|received) )?no (?:answer|response|reply) (?:(?:was|has been)"
    r" )?(?:received"
    r"|came|given|sent)\b[^.!?\n]{0,60}[.!] ",
    re.IGNORECASE,
)
_NOT_WORDS = re.compile(r"^[^\w\[(]{1,4}")
_SOMEBODY_GAVE_NONE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor)\.? )?(?:[A-ZÀ-Þ][\w'’-]{1,20} ){1,3}"
    r"(?:declined to (?:answer|comment|respond|reply)|did not (?:answer|comment|respond|reply)"
    r"|has not (?:yet )?(?:answered|commented|responded|replied)|(?:did not|declined to) give"
    r" an answer)"
    r"(?: (?:to )?(?:(?:this|the|our|that|any of our) (?:questions?|asks?|request|e-?mails?"
    r"|letters?|survey)|(?:question|ask) \w{1,6})"
    r")?\.?"
)
_PAGE = re.compile(
    r"(?:(?:the|our) (?:audience|crowd|hall|room|evening|event|assembly|chair|moderator|host"
    r"|applause)\b|"
    r"(?:polling day is|voters go to the polls|what (?:now|next)|whoever wins)\b|"
    r"next (?:time|week|month|up):|(?:there was|loud|warm) applause|note:|nb\b|n\.b\."
    r"|editor['’]s note|disclaimer|for more"
    r" information|"
    r"find out more|to find out|click here|download|contact us|"
    r"read (?:the|all|our|more)|see (?:the|all|our)|thank you to|thanks to (?:all|everyone)|"
    r"(?:for )?(?:the|a) (?:full|complete) (?:list|recording|responses|results)|"
    r"we (?:contacted|asked|invited|wrote to|approached|urge|have set out|['’]ve set out)|all "
    r"(?:of the )?candidates|"
    r"(?:the )?(?:polling day|polls|elections?|vote|voting)\b.{0,40}\b(?:takes? place|will be "
    r"held|opens?|is on|are on)|register to vote|"
    r"(?:information )?(?:published|promoted|printed|supplied) by\b|"
    r"[A-Z][^\n.:!?]{1,60} is (?:a|an) (?:non-?partisan|non-party|registered charity)|"
    r"make sure (?:you|that you)['’]?(?:re)? (?:registered|vote)|if you (?:would like|want) to|"
    r"notes? (?:to|for) editors|"
    r"(?:branch|editor['’]?s?|our|the society['’]s) (?:comment|note|verdict|view):|"
    r"[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){1,3} (?:did not|has not|declined|was unable|"
    r"pulled out|withdrew)\b)",
    re.IGNORECASE,
)


def says_no_answer(words: str) -> bool:
    """
    Tell whether what stands in an answer's place says that there is none.

    >>> says_no_answer("[No response received]"), says_no_answer("No response is enough without money.")
    (True, False)
    >>> says_no_answer("Ms Body declined to answer this question.")
    True
    >>> says_no_answer("No reply received by the deadline. We wrote twice, and rang her agent.")
    True
    """
    bare = _NOT_WORDS.sub("", " ".join(words[:200].split())).strip("*_")
    if _NONE_CAME.match(bare):
        return True
    if len(bare) > 120 or " is " in bare:
        return False
    return any(form.fullmatch(bare) for form in (_NO_ANSWER, _SOMEBODY_GAVE_NONE))


_BRACKETED = re.compile(
    r"\[[^\[\]\n]{3,400}\]|\((?:editor['’]?s['’]?|ed\.?|our|publisher['’]s)[ :][^()\n]{3,400}\)"
    r"|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}",
    re.IGNORECASE,
)


def is_editors(words: str) -> bool:
    """
    Tell whether a paragraph is an editor's note in brackets, or an address and nothing else.

    >>> is_editors("[Ann Body left this blank.]"), is_editors("(Ed: cut.)"), is_editors("(Yes.)")
    (True, True, False)
    """
    return _BRACKETED.fullmatch(words[:500]) is not None


def closes_page(words: str) -> bool:
    """Tell whether a paragraph is plainly the page's own: "Note:", "The election is on"."""
    return _PAGE.match(words[:200]) is not None


# ---- answers in a word, and marks before them

_ANSWER_MARK = re.compile(
    r"(?:answer|response|reply|a) ?\d{0,2}[*_ ]{0,3}[:.)][*_ ]{0,3}\s*"
    r"|(?:answer|response|reply)[*_ ]{0,3}$",
    re.IGNORECASE,
)


def answer_mark(bare: str) -> int:
    """Give where the words begin behind "Answer:" or "A:", else 0."""
    found = _ANSWER_MARK.match(bare)
    return found.end() if found else 0


_VERDICT = re.compile(
    r"(?:yes|no|signed|pledged|agreed|agrees|declined|refused|undecided|unsure|maybe|for|against)[.!]?",
    re.IGNORECASE,
)


def gives_verdict(rest: str) -> bool:
    """
    Tell whether all that stands behind a name and a dash is a yes, a no, or that there is neither.

    >>> gives_verdict("Yes"), gives_verdict("No response"), gives_verdict("Yes, all year")
    (True, True, False)
    """
    bare = rest.strip(" *_")
    return _VERDICT.fullmatch(bare) is not None or (len(bare) < _SHORT and says_no_answer(bare))


_SHORT = 60
