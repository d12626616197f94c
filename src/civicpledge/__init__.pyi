from civicpledge._version import (
    __version__ as __version__,
)
from civicpledge.coding import (
    CODEBOOK_VERSION as CODEBOOK_VERSION,
)
from civicpledge.coding import (
    Blinding as Blinding,
)
from civicpledge.coding import (
    CodebookEvaluation as CodebookEvaluation,
)
from civicpledge.coding import (
    CoderAgreement as CoderAgreement,
)
from civicpledge.coding import (
    CodingChanges as CodingChanges,
)
from civicpledge.coding import (
    Rule as Rule,
)
from civicpledge.coding import (
    Worksheet as Worksheet,
)
from civicpledge.coding import (
    code_response as code_response,
)
from civicpledge.coding import (
    code_responses as code_responses,
)
from civicpledge.coding import (
    codebook_rules as codebook_rules,
)
from civicpledge.coding import (
    coder_agreement as coder_agreement,
)
from civicpledge.coding import (
    diff_codings as diff_codings,
)
from civicpledge.coding import (
    evaluate_codebook as evaluate_codebook,
)
from civicpledge.coding import (
    explain as explain,
)
from civicpledge.coding import (
    read_worksheet as read_worksheet,
)
from civicpledge.coding import (
    worksheet as worksheet,
)
from civicpledge.comparison.changes import (
    changes as changes,
)
from civicpledge.comparison.claims import (
    ClaimsAudit as ClaimsAudit,
)
from civicpledge.comparison.claims import (
    audit_claims as audit_claims,
)
from civicpledge.comparison.common import (
    CommonGround as CommonGround,
)
from civicpledge.comparison.common import (
    Divides as Divides,
)
from civicpledge.comparison.common import (
    common_ground as common_ground,
)
from civicpledge.comparison.common import (
    divides as divides,
)
from civicpledge.comparison.comparing import (
    Comparison as Comparison,
)
from civicpledge.comparison.comparing import (
    compare as compare,
)
from civicpledge.comparison.consistency import (
    Consistency as Consistency,
)
from civicpledge.comparison.consistency import (
    consistency as consistency,
)
from civicpledge.comparison.deliveries import (
    TrackRecord as TrackRecord,
)
from civicpledge.comparison.deliveries import (
    track_record as track_record,
)
from civicpledge.comparison.movements import (
    Changes as Changes,
)
from civicpledge.comparison.repeated import (
    RepeatedStatements as RepeatedStatements,
)
from civicpledge.comparison.repeated import (
    repeated_statements as repeated_statements,
)
from civicpledge.datasets import (
    dataset_names as dataset_names,
)
from civicpledge.datasets import (
    load_dataset as load_dataset,
)
from civicpledge.errors import (
    AmbiguousIdError as AmbiguousIdError,
)
from civicpledge.errors import (
    CivicPledgeError as CivicPledgeError,
)
from civicpledge.errors import (
    ClashError as ClashError,
)
from civicpledge.errors import (
    ComparisonError as ComparisonError,
)
from civicpledge.errors import (
    DatasetError as DatasetError,
)
from civicpledge.errors import (
    DocumentError as DocumentError,
)
from civicpledge.errors import (
    EmptyDocumentError as EmptyDocumentError,
)
from civicpledge.errors import (
    EncodingError as EncodingError,
)
from civicpledge.errors import (
    Fault as Fault,
)
from civicpledge.errors import (
    FaultsError as FaultsError,
)
from civicpledge.errors import (
    FileFormatError as FileFormatError,
)
from civicpledge.errors import (
    MissingFileError as MissingFileError,
)
from civicpledge.errors import (
    NothingReadError as NothingReadError,
)
from civicpledge.errors import (
    RecordError as RecordError,
)
from civicpledge.errors import (
    RemitsError as RemitsError,
)
from civicpledge.errors import (
    ResolveError as ResolveError,
)
from civicpledge.errors import (
    RosterError as RosterError,
)
from civicpledge.errors import (
    RowsError as RowsError,
)
from civicpledge.errors import (
    RubricError as RubricError,
)
from civicpledge.errors import (
    SaveError as SaveError,
)
from civicpledge.errors import (
    SheetError as SheetError,
)
from civicpledge.errors import (
    SpanError as SpanError,
)
from civicpledge.errors import (
    UnknownIdError as UnknownIdError,
)
from civicpledge.errors import (
    WrongKindError as WrongKindError,
)
from civicpledge.frames import (
    codings_from_frame as codings_from_frame,
)
from civicpledge.frames import (
    responses_from_frame as responses_from_frame,
)
from civicpledge.frames import (
    roster_from_frame as roster_from_frame,
)
from civicpledge.jsonio import (
    asks_from_rows as asks_from_rows,
)
from civicpledge.jsonio import (
    codings_from_rows as codings_from_rows,
)
from civicpledge.jsonio import (
    dump as dump,
)
from civicpledge.jsonio import (
    dumps as dumps,
)
from civicpledge.jsonio import (
    from_tables as from_tables,
)
from civicpledge.jsonio import (
    json_schema as json_schema,
)
from civicpledge.jsonio import (
    load as load,
)
from civicpledge.jsonio import (
    loads as loads,
)
from civicpledge.jsonio import (
    read_tables as read_tables,
)
from civicpledge.jsonio import (
    responses_from_rows as responses_from_rows,
)
from civicpledge.jsonio import (
    to_tables as to_tables,
)
from civicpledge.jsonio import (
    write_tables as write_tables,
)
from civicpledge.matching import (
    Ambiguous as Ambiguous,
)
from civicpledge.matching import (
    Evidence as Evidence,
)
from civicpledge.matching import (
    Matched as Matched,
)
from civicpledge.matching import (
    Roster as Roster,
)
from civicpledge.matching import (
    Unmatched as Unmatched,
)
from civicpledge.matching import (
    read_decisions as read_decisions,
)
from civicpledge.matching import (
    read_roster as read_roster,
)
from civicpledge.matching import (
    review as review,
)
from civicpledge.matching import (
    text_similarity as text_similarity,
)
from civicpledge.matching import (
    write_decisions as write_decisions,
)
from civicpledge.model.asks import (
    Ask as Ask,
)
from civicpledge.model.asks import (
    AskForm as AskForm,
)
from civicpledge.model.asks import (
    Part as Part,
)
from civicpledge.model.asks import (
    PartForm as PartForm,
)
from civicpledge.model.asks import (
    Participation as Participation,
)
from civicpledge.model.asks import (
    ParticipationStatus as ParticipationStatus,
)
from civicpledge.model.asks import (
    Power as Power,
)
from civicpledge.model.asks import (
    Remit as Remit,
)
from civicpledge.model.asks import (
    Round as Round,
)
from civicpledge.model.asks import (
    RoundKind as RoundKind,
)
from civicpledge.model.asks import (
    Theme as Theme,
)
from civicpledge.model.ballots import (
    BallotId as BallotId,
)
from civicpledge.model.ballots import (
    is_ballot_id as is_ballot_id,
)
from civicpledge.model.ballots import (
    parse_ballot_id as parse_ballot_id,
)
from civicpledge.model.cells import (
    Absent as Absent,
)
from civicpledge.model.cells import (
    Cell as Cell,
)
from civicpledge.model.cells import (
    Held as Held,
)
from civicpledge.model.dataset import (
    Dataset as Dataset,
)
from civicpledge.model.dataset import (
    verify as verify,
)
from civicpledge.model.findings import (
    Anchor as Anchor,
)
from civicpledge.model.findings import (
    Basis as Basis,
)
from civicpledge.model.findings import (
    Bound as Bound,
)
from civicpledge.model.findings import (
    Coding as Coding,
)
from civicpledge.model.findings import (
    Deadline as Deadline,
)
from civicpledge.model.findings import (
    Finding as Finding,
)
from civicpledge.model.findings import (
    Fired as Fired,
)
from civicpledge.model.findings import (
    Owner as Owner,
)
from civicpledge.model.findings import (
    Qualification as Qualification,
)
from civicpledge.model.findings import (
    Quantity as Quantity,
)
from civicpledge.model.findings import (
    Stance as Stance,
)
from civicpledge.model.people import (
    Area as Area,
)
from civicpledge.model.people import (
    Candidate as Candidate,
)
from civicpledge.model.people import (
    CandidateStatus as CandidateStatus,
)
from civicpledge.model.people import (
    Contest as Contest,
)
from civicpledge.model.people import (
    Identifier as Identifier,
)
from civicpledge.model.people import (
    Office as Office,
)
from civicpledge.model.people import (
    Party as Party,
)
from civicpledge.model.people import (
    Person as Person,
)
from civicpledge.model.responses import (
    Absence as Absence,
)
from civicpledge.model.responses import (
    AbsenceNote as AbsenceNote,
)
from civicpledge.model.responses import (
    Attribution as Attribution,
)
from civicpledge.model.responses import (
    Channel as Channel,
)
from civicpledge.model.responses import (
    Claim as Claim,
)
from civicpledge.model.responses import (
    Contested as Contested,
)
from civicpledge.model.responses import (
    Decision as Decision,
)
from civicpledge.model.responses import (
    DecisionKind as DecisionKind,
)
from civicpledge.model.responses import (
    Delivery as Delivery,
)
from civicpledge.model.responses import (
    DeliveryStatus as DeliveryStatus,
)
from civicpledge.model.responses import (
    Inferred as Inferred,
)
from civicpledge.model.responses import (
    Named as Named,
)
from civicpledge.model.responses import (
    OnBehalf as OnBehalf,
)
from civicpledge.model.responses import (
    Response as Response,
)
from civicpledge.model.responses import (
    Scope as Scope,
)
from civicpledge.model.responses import (
    ScopeKind as ScopeKind,
)
from civicpledge.model.responses import (
    Unattributed as Unattributed,
)
from civicpledge.model.responses import (
    Wording as Wording,
)
from civicpledge.model.sources import (
    Document as Document,
)
from civicpledge.model.sources import (
    Extent as Extent,
)
from civicpledge.model.sources import (
    Quote as Quote,
)
from civicpledge.model.sources import (
    Source as Source,
)
from civicpledge.model.sources import (
    SourceKind as SourceKind,
)
from civicpledge.model.sources import (
    Span as Span,
)
from civicpledge.normalise.names import (
    ParsedName as ParsedName,
)
from civicpledge.normalise.names import (
    name_key as name_key,
)
from civicpledge.normalise.names import (
    parse_name as parse_name,
)
from civicpledge.normalise.offices import (
    OfficeName as OfficeName,
)
from civicpledge.normalise.offices import (
    office_key as office_key,
)
from civicpledge.normalise.offices import (
    parse_office as parse_office,
)
from civicpledge.normalise.parties import (
    PartyMatch as PartyMatch,
)
from civicpledge.normalise.parties import (
    match_party as match_party,
)
from civicpledge.normalise.parties import (
    party_key as party_key,
)
from civicpledge.normalise.quantities import (
    find_quantities as find_quantities,
)
from civicpledge.readers import (
    parse as parse,
)
from civicpledge.readers import (
    read_document as read_document,
)
from civicpledge.readers import (
    read_questionnaires as read_questionnaires,
)
from civicpledge.readers.reading import (
    Reading as Reading,
)
from civicpledge.report import (
    Report as Report,
)
from civicpledge.report import (
    report_on as report_on,
)
from civicpledge.resolving import (
    LinkProposal as LinkProposal,
)
from civicpledge.resolving import (
    LinkProposals as LinkProposals,
)
from civicpledge.resolving import (
    RemitRow as RemitRow,
)
from civicpledge.resolving import (
    link_pledges as link_pledges,
)
from civicpledge.resolving import (
    read_remits as read_remits,
)
from civicpledge.resolving import (
    remits as remits,
)
from civicpledge.resolving import (
    resolve as resolve,
)
from civicpledge.scoring.breakdown import (
    Breakdown as Breakdown,
)
from civicpledge.scoring.grid import (
    Grid as Grid,
)
from civicpledge.scoring.labels import (
    label_of as label_of,
)
from civicpledge.scoring.peers import (
    PeerBook as PeerBook,
)
from civicpledge.scoring.peers import (
    PeerScores as PeerScores,
)
from civicpledge.scoring.peers import (
    peer_label as peer_label,
)
from civicpledge.scoring.peers import (
    peer_names as peer_names,
)
from civicpledge.scoring.peers import (
    peer_score as peer_score,
)
from civicpledge.scoring.peers import (
    stated_consistency as stated_consistency,
)
from civicpledge.scoring.ranks import (
    Rank as Rank,
)
from civicpledge.scoring.ranks import (
    Ranks as Ranks,
)
from civicpledge.scoring.robustness import (
    Robustness as Robustness,
)
from civicpledge.scoring.robustness import (
    robustness as robustness,
)
from civicpledge.scoring.rubric import (
    Alternatives as Alternatives,
)
from civicpledge.scoring.rubric import (
    MissingPolicy as MissingPolicy,
)
from civicpledge.scoring.rubric import (
    Rubric as Rubric,
)
from civicpledge.scoring.scoreboard import (
    Scoreboard as Scoreboard,
)
from civicpledge.scoring.scoreboard import (
    score as score,
)
from civicpledge.scoring.scores import (
    Contribution as Contribution,
)
from civicpledge.scoring.scores import (
    Score as Score,
)
from civicpledge.table import (
    ColumnKind as ColumnKind,
)
from civicpledge.table import (
    Table as Table,
)
from civicpledge.table import (
    unguarded as unguarded,
)
