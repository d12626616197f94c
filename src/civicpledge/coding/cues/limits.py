"""Rules for limits: what takes something back from an answer in the same sentence, or right behind it."""

from typing import Final

from civicpledge.coding.cues.words import HEDGING, ISSUE
from civicpledge.coding.rules import Held, Role, Rule
from civicpledge.model.findings import Qualification, Stance

# "In the courts and, if I must, on the steps": however it has to be done.
_MUST: Final = r"(?! (?:i|we|he|she|they) (?:must|(?:have|has|had) to)\b| need be\b)"
_ELECTED: Final = (
    r"(?! (?:(?:i'm|i am|i were|i was|we're|we are|i get|i'm lucky enough to be|re-?|you) "
    r"?(?:re-?)?(?:elected|successful|chosen|"
    r"elect|vote|fortunate|lucky|privileged|honou?red|given)|elected|re-?elected|successful|"
    r"chosen|so|"
    r"not|any|you will|you'll|i(?:'d| had) (?:had|been)|you like|given the|i may|possible|"
    r"you (?:are|want|look|think|ask|get|have)|you're|ever|necessary|needed|anything|i become|"
    r"i win|"
    r"i'm your|nothing|only|i (?:have|had) (?:anything|my way|a say)|it (?:takes|means|comes|"
    r"came|costs)|"
    r"it(?:'s| is) the last|that's what|that is what|we(?:'re| are) (?:serious|to|going to)|"
    r"the question))"
)

# "Where the street votes for it, I'm in favour": a clause in front that the answer hangs on.
_FRONTED: Final = (
    r"^(?:(?:where|until|unless|should)(?! (?:i|we|it comes|do|does|is|are|did|to|else|have|be)\b)"
    r"|once(?! (?:i|i'm|i am|elected|in office|again|upon|and for all|more|we are elected|we're "
    r"elected|a|every)\b)"
    r"|when(?= (?:the|there|we|it|they|that|this|funds?|funding) (?:[\w'-]+ ){0,5}?"
    r"(?:is|are|has|have|can|comes?|becomes?|gets?|shows?|says?|agrees?)\b)(?! it comes to| "
    r"(?:we|it) (?:is|are) \w+ing)"
    r"|with (?:that|this|those|these)(?! (?:said|in mind))(?= )"
    r")\b[^,;]{3,120}, (?=(?:then )?(?:i|we|yes|i'm|i'd|i'll|it's|it will|my|you)\b)"
)
# "Show me the money and it's a yes": what must be done first is told as a command.
_GIVE_ME: Final = (
    r"^(?:but |so )?(?:give|show|get|bring|find|build|prove(?: to)?|convince|guarantee|tell) "
    r"(?:me|us)\b[^.;]{3,140}?"
    r"\band (?:then )?(?:i|we|it's|it is|you(?:'ll| will| have)|that's|my|i'm|i'll|i am|we'll)\b"
)

_UP_TO_THE_ANSWER: Final = (
    r" [^;.:–]{2,140}?, (?=(?:then )?(?:i|we|yes|i'm|i'd|i'll|we'll|we'd|it's|you have|you can"
    r"|you've"
    r"|my (?:answer|support))\b)"
)

LIMIT_RULES: Final = (
    Rule(
        id="condition",
        role=Role.LIMIT,
        reason="what hangs on a condition is not yet promised",
        source=HEDGING,
        pattern=(
            rf"{_FRONTED}|{_GIVE_ME}|(?<!even )(?<!as )(?<!what )(?<!and )\bif\b{_ELECTED}{_MUST}|"
            rf"\b(?:unless|"
            rf"provided (?:that|it|"
            rf"we|they|there|the)|(?<=[,;] )provided (?!(?:by|for|to|in|at|with|as)\b)|"
            rf"providing (?:that|it)|"
            r"(?:as|so) long as(?! (?:i|i'm|i am|i have|it takes|i live|there is breath)\b)|"
            r"only (?:if|when|once|where|after)|on (?:the )?condition|subject to|contingent (?:on|"
            r"upon)|dependent (?:on|upon)|"
            r"depending (?:on|upon)|depends (?:on|upon)|assuming|whose|but with (?:care|caution)|"
            r"once (?=(?:the|there|it|they|we|that|this|funds?|funding)\b)|"
            r"when(?:ever)? (?:i|we) can|(?:as|if) and when|as soon as (?!(?:i|we|possible|i'm)\b)|"
            r"not until|before (?:i|we) (?:can|could|would|will|am|are)|(?:funds|funding|budgets?|"
            r"resources|time|"
            r"money|finances|law) (?:permitting|allowing)|(?:if|when|where|as) (?:funds|funding|"
            r"resources|budgets?|money) (?:permits?|allows?|is|are|becomes?|can))\b"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.CONDITIONAL,
        codes=(
            "Yes, I support the ferry if it pays.",
            "Yes, provided that it is safe.",
            "Where the quay is deep enough, I support it.",
            "With that in the text, I am for it.",
            "Show me the money and I will back it.",
        ),
        spares=("Yes, if I'm elected.", "Yes, if elected.", "Yes, even if it rains."),
    ),
    Rule(
        id="hedge",
        role=Role.LIMIT,
        reason="a hedge keeps a way out",
        source=HEDGING,
        pattern=(
            r"\b(?:cautious(?:ly)?|with caution|in principle|in theory|in concept|conceptually|"
            r"tentatively|in general|generally|broadly|largely|"
            r"mostly|partially|partly|to (?:some|an|a certain|a degree)(?: extent| degree)?|"
            r"up to a "
            r"point|"
            r"with (?:some |a few |certain |one |several |the |major |a )?(?:caveats?|changes"
            r"|adjustments|tweaks|amendments|revisions|exemptions?|reservations?|"
            r"exceptions?|conditions?|modifications?|limits|limitations|qualifications?)|"
            r"(?:(?<!up )to a point)|in an? (?:ideal|perfect) world|on paper|some ?day|one day|"
            r"eventually|as an? (?:long(?:er)?[- ]term )?(?:goal|aspiration|ambition|ideal)|"
            r"in the long "
            r"(?:run|term)|in time|as far as (?:i|we) can|insofar|if only|"
            r"potentially|possibly|perhaps|maybe|probably|lean(?:ing)? (?:toward|towards|yes|"
            r"no)|for "
            r"now|"
            r"where (?:appropriate|feasible|possible|it makes sense|practical)|"
            r"done (?:right|well|carefully|properly|correctly)|a version of|some (?:form|"
            r"version|kind|"
            r"sort) of|(?:support|back|endorse|favou?r|agree with|like) (?:some |many |most |the "
            r")?(?:elements|aspects|parts?|most|some|much|pieces|portions) of)\b"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.CONDITIONAL,
        codes=("Yes, in principle.", "I support the ferry, cautiously."),
        spares=("Yes, of course.",),
    ),
    Rule(
        id="not-all-of-it",
        role=Role.LIMIT,
        reason="the speaker takes a part of the ask and leaves another",
        source=ISSUE,
        pattern=(
            r"\b(?:not (?:all|every|entirely|the (?:whole|full|entire))|alone|"
            r"except (?:for|in|that|where)|only (?:for|in|on|some|part|those|one|two))\b"
            r"|\blimited to\b|\bbut not\b|(?<!not )\bonly(?=$|[,;)])"
            r"|\b(?:in|on|for|at) (?:some|certain|specific|limited|a few|parts of)\b"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.PARTIAL,
        codes=("Yes, I support the ferry, but not all of its stops.",),
        spares=("Yes, all of it.",),
    ),
    Rule(
        id="smaller",
        role=Role.LIMIT,
        reason="a smaller thing than the one asked for, in words that the ask does not use",
        source=ISSUE,
        pattern=(
            r"\b(?:smaller|modest|scaled[- ]down|scaled[- ]back|watered[- ]down|partial|"
            r"phased|interim|voluntary|one-off|once a (?:year|month)|half of|some of|a few of|"
            r"most of|"
            r"(?:my|our) own (?:staff|employees|workers|workforce|buildings)|(?:directly|direct) "
            r"(?:employed|employees)|at least (?:some|part)|more realistic|"
            r"new(?= (?:\w+ ){1,3}(?:are|get|will be|must be|should be)\b))\b"
        ),
        held=Held.BEYOND,
        stance=Stance.QUALIFIED,
        qualification=Qualification.PARTIAL,
        ask="Will you run a river ferry?",
        codes=("I will run a smaller ferry.", "Yes, I will run a modest ferry."),
        spares=("I will run a ferry.",),
    ),
    Rule(
        id="some-parts",
        role=Role.LIMIT,
        reason="a yes to some of the things that were asked leaves the others",
        source=ISSUE,
        pattern=(
            r"\byes,? (?:to|on|for) (?:all (?:but|except)\b|(?:(?:the|numbers?|parts?|points?) )?"
            r"(?:first|second|third|fourth|last|one|two|three|four|[1-9])\b)"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.PARTIAL,
        ask="Will you open a ferry, a pier and a bridge?",
        codes=("Yes to the first two.", "Yes to 1 and 3 but not 2."),
        spares=("Yes to all three.", "Yes to both."),
    ),
    Rule(
        id="narrowed",
        role=Role.LIMIT,
        reason="a yes to some places, times or cases is not yet a yes to what was asked",
        source=ISSUE,
        pattern=(
            r"^(?:\w+ ){0,3}?(?:yes|absolutely|definitely|certainly|"
            r"agreed),? ?(?:[–:(-] ?)?(?:in|on|at"
            r"|for|from|when|where|after|once|until|within|under|during|with|except|apart from|near"
            r"|by)\b"
            r"(?! (?:me|us|once|last|fact|(?:many|several|all|both|these|those|the following|a"
            r" number of|"
            r"various|two|"
            r"three) (?:of )?(?:the )?(?:reasons?|counts?|points?|fronts?|parts?)|principle|"
            r"general|sure"
            r"|certain|my (?:view|opinion|first)|our|pleasure|pride|enthusiasm|all my|my whole|"
            r"that in"
            r"|day one|the (?:first day|start|outset|same)|balance|20\d\d|the end of)\b)"
            r"|^(?:\w+ ){0,3}?(?:yes|absolutely|definitely|certainly),? (?:after|until|from)"
            r" 20\d\d\b"
            r"|^(?:\w+ ){0,3}?yes, to (?!(?:be|both|all|this|that|these|the|your|it|everything"
            r"|each|"
            r"every|put|tell|answer|say|me|my)\b)"
        ),
        codes=(
            "Yes, on the northern bank.",
            "Yes, with new rules for the boats.",
            "Yes, after 2040.",
            "Yes, to better buses.",
        ),
        spares=(
            "Yes, in fact I run one.",
            "Yes, with pleasure.",
            "Yes. On the northern bank.",
            "Yes, to be fair.",
        ),
    ),
    Rule(
        id="other-answer",
        role=Role.LIMIT,
        reason="a second answer right behind the first, in one word, leaves neither",
        source=ISSUE,
        pattern=r"^(?:or |well,? )?(?:no|maybe|perhaps|not really|not sure|possibly|probably(?: not)?)$",
        codes=("Yes. No.", "Yes. Maybe.", "Yes... well, maybe."),
        spares=("Yes. No ifs, no buts.", "Yes. Maybe more than you ask."),
    ),
    Rule(
        id="lesser-deed",
        role=Role.LIMIT,
        reason="behind a yes the speaker undertakes less than was asked, or says that others should",
        source=ISSUE,
        pattern=(
            r"^(?:yes|yeah|absolutely|definitely|certainly|of course|sure),? "
            r"(?:(?:i|we)(?: will|'ll| would|'d|(?:'m|'re| am| are) going to)? (?:do (?:my"
            r"|our) (?:very |level )?best"
            r"|do (?:all|what|everything|whatever)(?: that)? (?:i|we) can|try"
            r"|send (?:my|our|an?|some(?:one|body))|ask"
            r"|urge|lobby|campaign|push|press|encourage|argue|raise|write|(?:think|believe"
            r"|hope|guess"
            r"|suppose) so)\b|(?:the|our|every|all) (?:[\w-]+ ){1,3}(?:should|must|ought to)$)"
        ),
        held=Held.BEYOND,
        ask="Will you run a river ferry?",
        codes=(
            "Yes, I will ask the ministry.",
            "Yes, I'll do my best.",
            "Yes, the harbour board should.",
        ),
        spares=("Yes, I will run it.", "Yes, the ferry should run all year."),
    ),
    Rule(
        id="fronted-place",
        role=Role.LIMIT,
        reason="a place, a source or a time in front of an answer may be all that it holds for",
        source=ISSUE,
        pattern=(
            r"^(?:from|in|at|a?round|near|outside|inside|within|during|among|between|above"
            r"|below|under)"
            r"(?! (?:all|day|now|the (?:first|start|outset|beginning|very|end|chamber|past"
            r"|meantime|same"
            r"|short|long|main|next)|this|that|my|our|your|here|short|fact|truth|addition"
            r"|principle|office"
            r"|power|government|council|parliament|response|answer|reply|each|every|both|one"
            r" word|a word"
            r"|an? (?:heartbeat|word|nutshell|instant)|which|no (?:way|circumstances"
            r"|uncertain)|20\d\d"
            r"|least|last|present|any case|other words|general|favou?r|time|it|him|her|them"
            r"|what|where|how"
            r"|wales|england|scotland|there|experience|recent|opposition|18|19)\b)"
            rf"{_UP_TO_THE_ANSWER}"
        ),
        codes=("Round the quay, I'm all for it.", "From any big firm, I'll refuse it."),
        spares=(
            "In my first year, I will run it.",
            "From day one, I will run it.",
            "In short, yes.",
        ),
    ),
    Rule(
        id="fronted-case",
        role=Role.LIMIT,
        reason="a case in front of an answer, in words that the ask does not use, may be all it holds for",
        source=ISSUE,
        pattern=(
            r"^(?:for(?! (?:me|us|my|our|once|all|the (?:record|avoidance|same|first|last|next"
            r"|sake)|years"
            r"|decades|example|instance|now|too|so|a (?:long|start|change)|that|this|these"
            r"|those|what|\w+ "
            r"years)\b)|as an? (?=blanket|general|pilot|trial|last|first))"
            rf"{_UP_TO_THE_ANSWER}"
            r"|^(?:once|twice)(?= (?:a|every) (?:week|month|term|quarter|year),? (?:i|we|you)\b)"
        ),
        held=Held.BEYOND,
        ask="Will you run a ferry three times a year for every child?",
        codes=(
            "For pensioners, and for anybody on benefits, you have my support.",
            "Once a year I can promise.",
        ),
        spares=(
            "For me, yes.",
            "For every child, you have my support.",
            "For years I have said yes.",
        ),
    ),
    Rule(
        id="fragment",
        role=Role.LIMIT,
        reason="a piece of a sentence right behind a yes tells when, where or how far it holds",
        source=ISSUE,
        pattern=(
            r"^(?:when|once|after|where|until|as an?|in|on|at|for|from|only)\b"
            r"(?![^.;]*\b(?:i|we|i'm|i'd|i'll|i've|we'd|we'll|we're|we've|it's|it|they|you)\b)"
            r"(?! (?:addition|all honesty|balance|certain|fact|favou?r|full|it|once|principle|"
            r"short|sure|"
            r"this|that)\b)[^.;]{2,120}$"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.CONDITIONAL,
        codes=("Yes. When the present lease ends.",),
        spares=("Yes. When I was young there was one.", "Yes. I said so when the lease ended."),
    ),
    Rule(
        id="irony",
        role=Role.LIMIT,
        reason="a turn of phrase that takes the words before it back",
        source=ISSUE,
        pattern=(
            r"\b(?:said (?:nobody|no one|no-one) ever|(?:a|another) hole in the head|(?<=[a-z]"
            r" )over my "
            r"dead body|hell freezes|pigs (?:might|may|could|can|will|learn to) fly|in your"
            r" dreams)\b"
            r"|\bis what (?:(?:my|his|her|their|the|most) )?(?:opponents?|rivals?|others|some|they|"
            r"politicians|people) (?:would |will |might |always )?(?:say|said|tell|told|want"
            r"|like)\b"
        ),
        codes=(
            "I support the ferry, said nobody ever.",
            "Yes, when hell freezes over.",
            "'Yes, of course' is what my opponent would tell you.",
        ),
        spares=("I support the ferry.",),
    ),
    Rule(
        id="contrast",
        role=Role.LIMIT,
        reason="what follows a but takes something back; alone it does not tell what",
        source=ISSUE,
        pattern=(
            r"(?<!not only )(?<!anything )(?<!nothing )\b(?:but(?! (?:also|i can|rather|for)\b)|"
            r"however|although|though(?! that)|nevertheless|nonetheless|that said|having said that|"
            r"yet(?= (?:i|we|it|the)\b)|even so)\b"
            r"|[,–] ?not (?:this|that|these|those|the|an?|on|in|for|at)\b(?! (?:moment|minute|day"
            r"|lot|bit))"
        ),
        codes=(
            "Yes, I support the ferry, however it is slow.",
            "Yes, I do, but buses matter more.",
            "I support a ferry, not this one.",
        ),
        spares=("Yes, not only by day but also by night.",),
    ),
)
