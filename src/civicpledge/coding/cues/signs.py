"""Rules for signs: words that suggest a stance, and never decide against an answer in so many words."""

from typing import Final

from civicpledge.coding.cues.words import HEDGING, ISSUE, PRAGMATICS, READER, SPEAKER
from civicpledge.coding.rules import Force, Held, Role, Rule
from civicpledge.model.findings import Qualification, Stance

_SOME: Final = (
    r"(?:certain|specific|limited|extreme|exceptional|special|some|appropriate|the right|"
    r"particular|"
    r"rare)"
)

SIGN_RULES: Final = (
    Rule(
        id="undecided",
        role=Role.SIGN,
        reason="the speaker says that they have not made up their mind, or puts it off",
        source=READER,
        pattern=(
            rf"{SPEAKER} (?:have not|haven't|am not|'m not)(?: yet)? (?:decided|made up my mind|"
            rf"taken "
            rf"a position|"
            r"formed an opinion|come to a (?:conclusion|decision)|(?:ready|in a position) to "
            r"(?:answer|choose|comment|commit"
            r"|decide|give|judge|make up|promise|rule|say|take|tell)\b)"
            r"|\b(?:too (?:early|soon) to (?:say|tell|decide|know|judge))\b|\b(?:i'm|i am|it's|"
            r"it is) "
            r"(?:too )?early days\b|\bthe jury is (?:still )?out\b|\bask me again\b|\bwe(?:'ll|"
            r" will| shall) "
            r"(?:have to )?see(?=[,;]|$| (?:what|how|whether|if)\b)|\bprejudge\b|"
            r"\bsit down with\b[^.;]{0,60}\bfirst\b"
            rf"|{SPEAKER}(?: do not| don't) (?:yet )?(?:know enough|have enough (?:information|"
            rf"facts)|"
            rf"have (?:an opinion|a position))"
            r"|^(?:still )?(?:(?:i'm |i am )?not (?:quite )?there yet|undecided|neutral|unsure|"
            r"not sure)(?: yet| at this time)?$"
            r"|\bkeep(?:ing)? an open mind\b|\bremain(?:s)? undecided\b"
            rf"|{SPEAKER}(?:'ll| will|'m going to| am going to|'d|"
            rf" would) (?:need to )?(?:have to )?"
            rf"(?:evaluate|look (?:again )?(?:at|into) (?:this|it|that|them)|take a (?:\w+ )?look|"
            r"consider (?:this|it) (?:carefully|very|closely)|wait (?:for|until)|wait and see|"
            r"review (?:"
            r"this|it|that|the)|explore|study (?:this|it|that|the)|ask (?:officers|staff|"
            r"officials))"
            r"|\b(?:am|'m|are) (?:still )?(?:undecided|to be convinced|yet to be convinced|weighing"
            r"|making up my mind)\b|\bbefore making up my mind\b"
        ),
        stance=Stance.DEFLECTED,
        codes=(
            "I haven't decided on the ferry.",
            "It is too early to say.",
            "I will look at this very closely.",
        ),
        spares=("I have decided to run it.", "I will look after the river."),
    ),
    Rule(
        id="hedged-yes",
        role=Role.SIGN,
        reason="a yes to some cases, or with a hedge before it, is less than a yes",
        source=HEDGING,
        pattern=(
            r"^(?:generally|mostly|largely|for the most part|broadly|in general|in principle"
            r"|in theory|usually|"
            r"on the whole|probably|likely|potentially),? yes\b"
            r"|^(?:in|for|on|at|under|with)(?! (?:balance|short|(?:a|one) word|brief|a"
            r" sentence|truth|full|my|"
            r"me)\b) [^,;:]{3,60}, yes\b"
            r"|^(?:it|that|this)(?: all| really| very much)? depends\b"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.CONDITIONAL,
        codes=("Generally, yes.", "In the old harbour, yes.", "It depends on the tide."),
        spares=("On balance, yes.", "Yes."),
    ),
    Rule(
        id="declines",
        role=Role.SIGN,
        reason="the speaker says that they cannot or should not answer",
        source=READER,
        pattern=(
            r"\b(?:inappropriate|not appropriate|improper|premature|"
            r"wrong)(?: for me)? to (?:express|"
            r"comment|say|answer|take a position|"
            r"speculate|state|weigh in)\b"
            rf"|{SPEAKER}(?: cannot| can't| can not| will not| won't|(?:'d| would) (?:rather|"
            rf"prefer)(?: not"
            rf"| to| not to)?| prefer not to| decline to| am unable to| am not able to) "
            r"(?:comment\b|(?:answer|say)(?=(?: (?:this|that|it|after|when|once|until|now|"
            r"at|more)"
            r"\b)|$)|speculate\b|take a position\b|give you an answer\b)"
            r"|^(?:no (?:position|opinion|comment)|n/a|pass)\b|^(?:i|we)(?: do not"
            r"| don't) know(?:$|[,;]| yet| enough| if| whether)|\bquasi-judicial\b"
        ),
        stance=Stance.DEFLECTED,
        codes=("It would be inappropriate to express an opinion.", "I cannot comment on boats."),
        spares=("I can comment on boats: yes.",),
    ),
    Rule(
        id="another-matter",
        role=Role.SIGN,
        reason="the speaker says that it is another body's job, or beside the point",
        source=ISSUE,
        pattern=(
            r"\b(?:is|that's|it's|would be|are)(?: really| very much| largely| primarily|"
            r" ultimately)? "
            r"(?:a matter|an issue|a question|a decision|"
            r"something|up|down) (?:for|to) (?:the|others|another|my|our|each|individual|local|"
            r"those)\b"
            r"|\b(?:is|are)(?: largely| basically| now| really)? (?:a )?(?:moot|non-?issue)\b"
            r"|\b(?:not (?:within|in)|outside(?: of)?|beyond) (?:my|our|the (?:mayor|council|city"
            r"|commissioner)'s) (?:power|powers|remit|gift|control)\b"
            r"|\b(?:is|are) (?:ultimately |really |clearly )?the (?:sole )?(?:responsibility|"
            r"job|duty|"
            r"decision) of\b|\bnot (?:for me|up to me|my (?:job|place|role|decision|call))\b"
            r"|\b(?:does not|doesn't|do not|don't) have (?:the (?:power|powers|authority|right)|"
            r"control"
            r"|jurisdiction|operational control)\b|\bno (?:power|authority|jurisdiction) (?:to|"
            r"over)\b"
        ),
        stance=Stance.DEFLECTED,
        codes=("That is a matter for the harbour board.", "The issue is largely moot."),
        spares=("It matters for the harbour.",),
    ),
    Rule(
        id="wants-to-know-more",
        role=Role.SIGN,
        reason="to want figures or a review first is no answer yet",
        source=HEDGING,
        pattern=(
            rf"{SPEAKER}(?:'d| would| want to| need to|'ll need to| will need to|'d like to| would "
            rf"like to) (?:also )?(?:first )?"
            r"(?:(?:like|love|want|need|prefer) to )?(?:see (?:the|more|how|whether|if|what|"
            r"some|any|"
            r"success|a final)|"
            r"know (?:more|whether|if|how|what)|learn more|hear (?:more|from)|"
            r"understand (?:more|how|"
            r"whether|the|better)|"
            r"review (?:this|it|that|the)|study (?:this|it|the))"
        ),
        stance=Stance.DEFLECTED,
        codes=("I'd love to see the figures on this.", "I would want to review this."),
        spares=("I would love to run it.",),
    ),
    Rule(
        id="mixed-feelings",
        role=Role.SIGN,
        reason="the speaker says that they stand on both sides",
        source=READER,
        pattern=(
            r"\b(?:mixed feelings|of two minds|in two minds|torn|on the fence|ambivalent|"
            r"yes and no|"
            r"pros and cons to)\b"
            rf"|{SPEAKER}(?: am|'m) not sure\b"
        ),
        stance=Stance.UNCLEAR,
        codes=("I have mixed feelings on this.", "I'm not sure."),
        spares=("I am sure of it.",),
    ),
    Rule(
        id="would-consider",
        role=Role.SIGN,
        reason="to be willing to consider a thing makes it hang on what is then found",
        source=HEDGING,
        pattern=(
            rf"{SPEAKER}(?:'d| would| could| can| might| may| will|'ll)(?: only| certainly|"
            rf" definitely|"
            rf" absolutely)? "
            r"(?:be (?:open|willing) to (?:consider|explor|discuss|look|see|support)\w*|consider|"
            r"entertain|contemplate|"
            r"be open to|imagine)\b"
            rf"|{SPEAKER}(?: am|'m)(?: certainly| definitely| always)? (?:open to|willing to "
            rf"(?:consider|explore|look))\b"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.CONDITIONAL,
        codes=("I would consider a small ferry.", "I'm open to the idea."),
        spares=("I consider the ferry my own idea.",),
    ),
    Rule(
        id="in-some-cases",
        role=Role.SIGN,
        reason="the speaker names the circumstances in which they would",
        source=HEDGING,
        pattern=(
            rf"\bunder {_SOME} (?:circumstances|conditions)\b|\b(?:a|as a|the) last resort\b|"
            rf"\bgrounds "
            rf"(?:to|for)\b"
            r"|\bcase[- ]by[- ]case\b|\b(?:could|would|might|may) (?:warrant|justify|require|"
            r"necessitate)\b"
            r"|\bcircumstances could\b"
            rf"|\bin {_SOME} (?:cases|circumstances|situations|instances|areas|places)\b"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.CONDITIONAL,
        codes=("A ferry should be a last resort.", "Under certain circumstances we can."),
        spares=("Under no circumstances.",),
    ),
    Rule(
        id="own-condition",
        role=Role.SIGN,
        reason="the speaker would do it once something of their own asking is met",
        source=HEDGING,
        pattern=(
            rf"\bif (?:there (?:is|are|were)|it|that|this|those|these|we|the)\b[^.;]{{3,120}}?, "
            rf"?{SPEAKER}(?:'d| would|'ll| will| could) "
            r"(?:be (?:pleased|happy|glad|willing|delighted|open)|support|back|include|do|agree|"
            r"consider)\b"
            rf"|{SPEAKER}(?:'d| would|'ll| will| could) (?:\w+ )?(?:support|back|agree|include|"
            rf"do)\b[^.;]{{0,160}}?\b(?:(?<!even )(?<!as )(?<!whether )if|provided|"
            r"as long as(?! i\b)|so long as|(?<!not )only)\b"
            r"|\bwith the (?:caveat|proviso|condition|understanding) that\b"
            r"|\bbefore we (?:\w+ ){1,6}\b|\b(?:extreme|great) care (?:should|must) be taken\b"
            r"|\bthat's got to come with\b|\bit (?:has|needs) to come with\b"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.CONDITIONAL,
        codes=(
            "If there are jetties, I would be happy to include them.",
            "I would back it if it paid.",
        ),
        spares=("If elected, I will include it.", "If you build it, you must run it."),
    ),
    Rule(
        id="less-than-asked",
        role=Role.SIGN,
        reason="the speaker offers a part, or a smaller measure, of what was asked",
        source=ISSUE,
        pattern=(
            rf"{SPEAKER} (?:would )?(?:recommend|support|suggest|propose|prefer|"
            rf"favou?r) (?:moving to |"
            rf"having |only )?(?:an? )?(?:\w+ ){{0,3}}?"
            r"(?:limited|partial|smaller|shorter|lower|reduced|pilot|phased|\d+[- ]year)\b"
            r"|\b(?:as a first step|start (?:small|with a pilot)|only (?:for|in|on) (?:some|"
            r"certain|"
            r"new|those))\b"
            r"|\bfor some (?:number|period|amount) of\b"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.PARTIAL,
        codes=("I recommend a 20 year licence.", "I would support a limited service."),
        spares=("I support the ferry.",),
    ),
    Rule(
        id="other-means",
        role=Role.SIGN,
        reason="the speaker shares the end and would reach it in another way",
        source=ISSUE,
        pattern=(
            r"\b(?:rather than|instead of|in place of) (?P<object>[^,;:]{1,120})"
            rf"|{SPEAKER} (?:\w+ )?(?:favou?r|choose|back|support) [^,;:]{{1,60}} over "
            rf"(?P<thing>[^,;:]{{1,60}})"
            rf"|{SPEAKER}(?:'d| would) (?:much )?(?:prefer|rather)\b(?! (?:to )?(?:not|wait|"
            rf"hear|answer"
            rf"|say|leave|see|know|hold|reserve|discuss)\b)|{SPEAKER} (?:much )?prefer\b(?! not)"
            r"|\ba (?:better|more (?:effective|efficient|sensible)) (?:way|approach|option|"
            r"alternative|"
            r"solution|use)\b"
            r"|\b(?:better|other|more effective) (?:ways|options|alternatives|solutions|approaches|"
            r"means) (?:to|of|for|than|that)\b"
            r"|\bi think (?:\w+ ){1,3}should (?:be )?focus(?:ing|ed)?\b|\bfocus (?:more|our) "
            r"(?:attention )?on\b"
        ),
        stance=Stance.QUALIFIED,
        qualification=Qualification.OTHER_MEANS,
        held=Held.DEED,
        codes=("I would fund a bridge rather than a ferry.", "I'd prefer a bridge."),
        spares=("I would run a ferry.", "Boats carry goods rather than people."),
    ),
    Rule(
        id="praises",
        role=Role.SIGN,
        reason="praise of an idea is support, and promises nothing",
        source=PRAGMATICS,
        pattern=(
            r"\b(?:is|are|it's|that's|be|sounds like|seems|think it|find it|this) (?:an? "
            r"|such an? )(?:\w+ "
            r")?(?:excellent|great|good|wonderful|fantastic|brilliant|terrific|worthy|laudable|"
            r"admirable) "
            r"(?:idea|project|initiative|proposal|scheme|cause|campaign|plan|goal|aim)\b"
            rf"|{SPEAKER}(?: am|'m|'d be| would be| will be|'ll be|) (?:(?:very|more than|"
            rf"really|only "
            rf"too|extremely|always) )?(?:happy|willing|pleased|keen|delighted|glad|"
            r"supportive|sympathetic)\b(?P<object>[^.;:]{0,120})"
            r"|^(?:very |more than |only too )?(?:happy|willing|pleased|delighted|keen) "
            r"(?P<later>to[^.;:]{0,120})"
            r"|\bfully behind (?:you|your|this)\b|\bi (?:\w+ )?(?:applaud|commend|welcome|admire|"
            r"sympathi[sz]e with|share (?:the|your|this) (?:aim|goal|ambition|concern|hope)s?)\b"
        ),
        stance=Stance.SUPPORTIVE,
        force=Force.PRAISES,
        held=Held.DEED,
        codes=("It is an excellent idea.", "I'm happy to work with you on this."),
        spares=("It is not unhappy.",),
    ),
    Rule(
        id="no-objection",
        role=Role.SIGN,
        reason="not to object is to let a thing be, and promises nothing",
        source=HEDGING,
        pattern=(
            rf"{SPEAKER}(?: have|'ve| see) no (?:\w+ )?(?:objections?|problem|issue|quarrel)\b"
            rf"|{SPEAKER}(?: would not| wouldn't|'d not) (?:say no|object|oppose|"
            rf"stand in the way|be "
            rf"opposed|be against)\b"
            rf"|{SPEAKER}(?: do not| don't| am not|'m not) (?:oppose|object|opposed|against)\b"
            r"|^no (?:objections?|problem)$|\b(?:can't|cannot|don't|"
            r"do not) see (?:any reason )?why not\b"
            r"|\bno reason (?:why not|not to)\b|\b(?:wrong|foolish|silly|mad|odd) not to\b"
        ),
        stance=Stance.SUPPORTIVE,
        force=Force.PRAISES,
        codes=("I have no objection to it.", "I can't see why not."),
        spares=("I have an objection.", "I have no doubt that it is dear."),
    ),
    Rule(
        id="finds-fault",
        role=Role.SIGN,
        reason="the speaker calls the thing wrong, dear or needless",
        source=READER,
        pattern=(
            r"\b(?:is|are|was|be|seems?|costs?|it's|that's|probably|far|simply|just|"
            r"and) (?:\w+ly |far "
            r"|way |just |much |simply )?too "
            r"(?:much|many|long|expensive|costly|risky|far|restrictive|burdensome|onerous|blunt|"
            r"broad|"
            r"complicated|high|low|late)\b"
            r"|\b(?:unrealistic|unconstitutional|unfair|problematic|unnecessary|unworkable|"
            r"infeasible|"
            r"unfeasible|misguided|ill-advised|"
            r"irresponsible|counter-?productive|unsustainable|unaffordable|undesirable|"
            r"ill-conceived|"
            r"impractical|redundant)\b"
            r"|\b(?:is|be|was) (?:a )?(?:big |huge |grave |terrible )?(?:mistake|(?:bad|poor|"
            r"terrible) "
            r"idea|wrong (?:approach|direction|way|time|place)|waste of|overreach)\b"
            r"|\b(?:the|a) wrong (?:approach|direction|way|tool|place|time)\b"
            r"|\b(?:is|are|it's|would be) not (?:the (?:right|best|answer|solution|way)|a good|"
            r"necessary|needed|feasible|realistic|fair|viable|warranted|justified|effective|worth|"
            r"practical|the time)\b"
            r"|\bisn't (?:the (?:right|best|answer|solution|way)|a good|necessary|needed|feasible|"
            r"realistic|fair|viable|warranted|justified)\b"
            r"|\b(?:go|going|move|moving) in a(?:nother| different) direction\b"
            r"|\b(?:would|will|could|may|might|can) (?:stifle|harm|hurt|discourage|undermine|"
            r"penali[sz]e|punish|jeopardi[sz]e)\b"
            rf"|{SPEAKER}(?: do not| don't)(?: really)? (?:think|believe"
            rf"|feel) [^.;]{{1,80}}?(?: is|'s| are|'re| would be| will| would) "
            r"(?:the right|the best|a good|necessary|needed|wise|the answer|work|help|solve"
            r"|appropriate|fair|"
            r"warranted|justified)\b|\bnot convinced\b"
            r"|\bincreasingly unlikely\b|\bdoes(?: not|n't) (?:make sense|work|guarantee|solve|"
            r"address)\b"
            rf"|{SPEAKER}(?: have been| am| remain|'m)? (?:very |deeply |quite |"
            rf"highly )?(?:concerned "
            rf"(?:that|about)|skeptical|sceptical|worried (?:that|about)|wary|opposed)\b"
            r"|\bwe must be careful not to\b|\bbetter (?:utili[sz]ed|spent|used) elsewhere\b"
        ),
        stance=Stance.REFUSED,
        held=Held.SENTENCE,
        codes=(
            "A ferry is far too expensive.",
            "It would be a mistake.",
            "A ferry is not necessary.",
        ),
        spares=("A ferry is not too expensive.", "It is affordable."),
    ),
)
