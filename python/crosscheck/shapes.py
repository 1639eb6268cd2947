"""The shapes of what the program gives, field by field. Made by make_shapes.py from docs/schema; do not edit."""
from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict


Published = TypedDict("Published", {
    #: first day; null: open or unknown
    "from": str | None,
    #: last day, inclusive; null: open or unknown
    "until": str | None,
    #: where the day was found
    "evidence": str,
})


class Segment(TypedDict):
    #: what the block is on the page
    role: Literal["headline", "kicker", "byline", "dateline", "timestamp", "standfirst", "subhead", "body", "photo-credit", "caption", "teaser", "nav", "comment", "disclaimer", "correction"]
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: line of the block's start in the file, from 1
    line: NotRequired[int]
    #: column of the block's start in the file, from 1, in code points
    column: NotRequired[int]


class Story(TypedDict):
    #: from 1 in each document
    id: int
    #: the story's headline
    headline: str | None
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: the story's own date where the page gives one
    published: Published | None
    #: its blocks in text order
    segments: list[Segment]


class Source(TypedDict):
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: the words at start..end
    text: str
    #: whom they mean in this story; joint sources joined by " + "; the text itself where unresolved
    name: str


SaidOn = TypedDict("SaidOn", {
    #: first day; null: open or unknown
    "from": str | None,
    #: last day, inclusive; null: open or unknown
    "until": str | None,
})


class Statement(TypedDict):
    #: unique in the document
    id: str
    #: id of the story it stands in
    story: int
    #: direct: all inside quotation marks, indirect: none, mixed: some
    kind: Literal["direct", "indirect", "mixed"]
    #: who says it: outermost first, the speaker last; empty where the text names none
    sources: list[Source]
    #: the words that say that something is said
    cue: list[list[int]]
    #: what is said: all parts of one quotation
    content: list[list[int]]
    #: asserted, denied, or declined to say
    polarity: Literal["asserted", "denied", "declined"]
    #: false for a belief, a wish or a plan
    speech: bool
    #: the day it was said, where the text tells
    said_on: SaidOn | None
    #: id of the statement whose content holds this one
    nested_in: str | None
    #: the speaker is carried over from the sentence or paragraph before
    carried: bool
    #: the rule that found it
    rule: str
    #: 0 to 1
    confidence: float


class Counted(TypedDict):
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: the words at start..end
    text: str


class Whose(TypedDict):
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: the words at start..end
    text: str


class Event(TypedDict):
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: the words at start..end
    text: str


class Figure(TypedDict):
    #: unique in the document
    id: str
    #: id of the story it stands in
    story: int
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: what sort of number it is
    kind: Literal["cardinal", "ordinal", "percent", "money", "measure", "duration", "age", "range", "ratio"]
    #: the least value, as a decimal string; null: open
    low: str | None
    #: the greatest value, as a decimal string; null: open
    high: str | None
    #: the least value itself is left out
    low_open: bool
    #: the greatest value itself is left out
    high_open: bool
    #: how the text bounds or hedges it
    modifier: Literal["exact", "approx", "at_least", "more_than", "at_most", "less_than", "range", "vague"]
    #: the words that bound or hedge it
    hedge: NotRequired[str]
    #: ISO 4217 for money, %, percentage point, else an English unit name
    unit: str | None
    #: the sign is of several countries' money and the text does not say whose
    unit_assumed: NotRequired[bool]
    #: of a rate: "share", "day"
    per: NotRequired[str]
    #: the noun phrase counted
    counted: Counted | None
    #: addition: "another 30"; complement: "all but four"
    portion: NotRequired[Literal["whole", "addition", "complement"]]
    #: whose age or measure it is
    whose: NotRequired[Whose]
    #: whom they are in this story, where that is known
    whose_name: NotRequired[str]
    #: the verb that says what happened to what is counted
    event: NotRequired[Event]
    #: whether what is counted does or undergoes it
    event_role: NotRequired[Literal["doer", "target"] | None]
    #: id of the figure that this one restates in another unit
    same_as: NotRequired[str]
    #: id of the statement whose content holds it
    statement: str | None
    #: the rule that found it
    rule: str


Date = TypedDict("Date", {
    #: unique in the document
    "id": str,
    #: id of the story it stands in
    "story": int,
    #: code points into the document's text
    "start": int,
    #: end, exclusive
    "end": int,
    #: the TIMEX3 type
    "type": Literal["DATE", "TIME", "DURATION", "SET"],
    #: the TIMEX3 value
    "value": str | None,
    #: the TIMEX3 modifier
    "mod": NotRequired[Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER"] | None],
    #: first day; null: open or unknown
    "from": str | None,
    #: last day, inclusive; null: open or unknown
    "until": str | None,
    #: the offset from Greenwich of a time of day, where the text gives a zone
    "zone": NotRequired[str],
    #: the rule that found it
    "rule": str,
})


class Name(TypedDict):
    #: unique in the document
    id: str
    #: id of the story it stands in
    story: int
    #: the fullest form
    name: str
    #: person, organisation, place or group of people
    kind: Literal["person", "organisation", "place", "group"]
    #: office or description the story gives
    role: NotRequired[str]
    #: by titles and pronouns of the story
    gender: NotRequired[Literal["female", "male"] | None]
    #: all its places in the text, short forms too
    mentions: list[list[int]]
    #: the rule that found it
    rule: str


When = TypedDict("When", {
    #: first day; null: open or unknown
    "from": str | None,
    #: last day, inclusive; null: open or unknown
    "until": str | None,
})


class Claim(TypedDict):
    #: unique in the document
    id: str
    #: what it is a claim of
    kind: Literal["figure", "date", "statement", "name"]
    #: what sort of value
    type: Literal["count", "age", "money", "percent", "measure", "date", "time", "duration", "quote", "statement", "name"]
    #: id of the figure, date or name
    of: str
    #: id of the story it stands in
    story: int
    #: which of the record's sentences, from 0
    sentence: int
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: 0: the story's main event, 1: background, 2 and more: another event
    event: NotRequired[int]
    #: lemma of what is counted, paid for or measured
    head: NotRequired[str]
    #: its class
    head_class: NotRequired[str]
    #: the text says that it is what is counted
    head_sure: NotRequired[bool]
    #: lemmas of the words beside the head
    modifiers: NotRequired[list[str]]
    #: what it is told of, in the words of the text
    about: NotRequired[str]
    #: lemma of the verb, or of the noun of an event, that governs it
    predicate: NotRequired[str]
    #: classes of the events around it, the surest first
    classes: NotRequired[list[str]]
    #: whether what is counted does or undergoes it
    role: NotRequired[Literal["doer", "target"] | None]
    #: id of the name whose it is, else a lemma
    owner: NotRequired[str]
    #: of the owner
    gender: NotRequired[Literal["female", "male"] | None]
    #: what narrows it: average, wide, annual
    attributes: NotRequired[list[str]]
    #: id of the name of its place
    place: NotRequired[str]
    #: a time told for it that is not the story's own
    when: NotRequired[When]
    #: how the text stands to it
    modality: NotRequired[Literal["fact", "plan", "demand", "forecast", "allegation", "denial", "hypothesis"]]
    #: addition: "another 30"; complement: "all but four"
    portion: NotRequired[Literal["whole", "addition", "complement"]]
    #: words of scope and standing near it
    marks: NotRequired[list[str]]
    #: who says so, outermost first
    source: NotRequired[list[str]]
    #: said not to be so
    denied: NotRequired[bool]
    #: ids of the names of its sentence
    names: NotRequired[list[str]]
    #: lemmas of its clause, nearest first
    words: NotRequired[list[str]]
    #: lemmas right before it, nearest first; # for a number
    before: NotRequired[list[str]]
    #: lemmas right behind it
    after: NotRequired[list[str]]
    #: of a number told as its parts
    sum: NotRequired[str]
    #: one of those parts
    part_of_sum: NotRequired[bool]


class Sentence(TypedDict):
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: id of its story
    story: int
    #: role of its block
    region: Literal["headline", "kicker", "byline", "dateline", "timestamp", "standfirst", "subhead", "body", "photo-credit", "caption", "teaser", "nav", "comment", "disclaimer", "correction"]
    #: counted through the document, from 0
    paragraph: int
    #: its lemmas without numbers, sorted, each once
    words: list[str]


class Topic(TypedDict):
    #: id of the story
    story: int
    #: lemmas of its beginning, the most frequent first
    words: list[str]


class Evidence(TypedDict):
    #: which field the value is for
    field: str
    #: the value
    value: str
    #: where it was found
    origin: str
    #: where it stands in the text
    span: NotRequired[list[int]]


class Document(TypedDict):
    #: the shape and its version
    schema: Literal["crosscheck.document/1"]
    #: the document's id
    id: str
    #: where it was read from
    uri: str | None
    #: the main story's headline
    title: str | None
    #: who published the page
    outlet: str | None
    #: persons named as authors
    authors: list[str]
    #: the publication day, never guessed
    published: Published | None
    #: the page's address
    url: str | None
    #: agencies the text is credited to
    credit: list[str]
    #: ISO 639-1; other than en: read, not extracted; und: too short to tell
    language: str
    #: the text that all offsets count in; only with --text
    text: NotRequired[str]
    #: the stories of the page
    stories: list[Story]
    #: who said what
    statements: list[Statement]
    #: numbers that are claims
    figures: list[Figure]
    #: times and dates
    dates: list[Date]
    #: people, bodies and places
    names: list[Name]
    #: the frame around each figure, date and name: what comparing asks
    claims: NotRequired[list[Claim]]
    #: the sentences that hold claims
    sentences: NotRequired[list[Sentence]]
    #: what each story is about
    topics: NotRequired[list[Topic]]
    #: metadata values with where each was found
    evidence: list[Evidence]
    #: what went wrong while reading
    errors: list[str]


class Tool(TypedDict):
    #: of the program
    version: str
    #: sha256 of the rules in force
    rules: str


class Member(TypedDict):
    #: id of the document
    document: str
    #: id of the figure, date, statement or name
    claim: str | None
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: the words at start..end
    text: str
    #: A, B ...; null: fits all
    side: str | None
    #: who says so; null: the article itself
    source: str | None


class Group(TypedDict):
    #: unique in the worksheet
    id: str
    #: what sort of claim
    type: Literal["count", "age", "money", "percent", "measure", "date", "time", "duration", "quote", "statement", "name"]
    #: what the claims are about
    about: str
    #: agree, compatible, differ, superseded or disputed
    relation: Literal["agree", "compatible", "differ", "superseded", "disputed", "misquoted", "misattributed", "same-number"]
    #: of the relation
    reason: str | None
    #: of a difference: sure, or look (perhaps not the same quantity)
    tier: NotRequired[Literal["sure", "look"] | None]
    #: how many documents have a member
    documents: int
    #: independent origins: copies and one named source count once
    origins: int
    #: 0 to 100: how sure it is that the members belong together
    sameness: int
    #: the signs for that, strongest first
    why: list[str]
    #: the same over re-runs
    fingerprint: str
    #: a person's: not comparable, merged, split
    decision: NotRequired[str]
    #: the claims
    members: list[Member]


class FindingMember(TypedDict):
    #: id of the document
    document: str
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: the words at start..end
    text: str
    #: the number, date or words compared
    focus: list[int] | None
    #: A, B ...
    side: str | None
    #: who says so; null: the article itself
    source: str | None


class Finding(TypedDict):
    #: unique in the worksheet
    id: str
    #: the kind of finding
    rule: str
    #: id of the group it is about
    group: str | None
    #: how the sides stand to each other
    relation: Literal["agree", "compatible", "differ", "superseded", "disputed", "misquoted", "misattributed", "same-number"]
    #: error, warning or note
    severity: Literal["note", "warning", "error"]
    #: 0 to 100, the most urgent highest
    rank: int
    #: the reason in one line
    message: str
    #: all signs
    why: list[str]
    #: the same over re-runs
    fingerprint: str
    #: against the run before: new, unchanged, absent
    baseline: NotRequired[Literal["new", "unchanged", "absent"] | None]
    #: the reason a person gave for leaving it out
    suppressed: NotRequired[str]
    #: the evidence, both sides
    members: list[FindingMember]


class Change(TypedDict):
    kind: Literal["figure", "name", "date", "negation", "spelling", "words"]
    a: list[int]
    b: list[int]


class Reuse(TypedDict):
    #: id of one document
    a: str
    #: id of the other; the same one: a story printed twice in a page
    b: str
    #: story in a
    a_story: int
    #: story in b
    b_story: int
    #: what sort of sharing
    kind: Literal["copy", "partial", "quote", "boilerplate", "template"]
    #: shared part of a's story, 0 to 1
    share_a: float
    #: shared part of b's story, 0 to 1
    share_b: float
    #: [a0, a1, b0, b1]: the same text at a0..a1 of a and b0..b1 of b
    passages: list[list[int]]
    #: what differs inside the passages: kind (figure, name, date, negation) and [start, end] in a and in b
    changes: list[Change]
    #: the likely origin; null: the evidence does not decide
    source: str | None
    #: what speaks for it
    evidence: list[str]


class Family(TypedDict):
    #: unique in the worksheet
    id: str
    #: [document, story] of each copy
    members: list[list[Any]]
    #: id of the likely origin; null: undecided
    origin: str | None


class Place(TypedDict):
    #: id of the document
    document: str
    #: story in it
    story: int
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int


class Carried(TypedDict):
    #: as the first of the pages has it
    text: str
    #: how many documents carry it
    documents: int
    #: where
    places: list[Place]


class Unread(TypedDict):
    #: what could not be read
    uri: str
    #: why
    reason: str


class Unchecked(TypedDict):
    #: id of the document
    document: str
    #: story in it; 0: it has none
    story: int
    #: why, such as a language that no rules are for
    reason: str


class Check(TypedDict):
    #: what the check is about
    target: Literal["claim", "finding", "source"]
    #: of the claim or finding; the name of a source
    fingerprint: str
    #: to check, confirmed, wrong, changed, cannot be verified, not needed
    state: str | None
    #: source consulted; of a source: how to reach it
    source: str | None
    #: link, page or time stamp; of a source: its reliability, A to F
    evidence: str | None
    #: who checked it
    checked_by: str | None
    #: when, as written
    checked_on: str | None
    #: free text
    note: str | None


class In(TypedDict):
    #: id of the document
    document: str
    #: id of the figure, date, statement or name; null: none, the words alone
    claim: str | None
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: the words at start..end
    text: str
    #: who says so; null: the article itself
    source: str | None
    #: how this place stands to the draft's claim
    standing: Literal["not looked for", "in no source", "same", "compatible", "other words", "other speaker", "other value"]


class DraftClaim(TypedDict):
    #: id of the figure, date, statement or name in the draft
    claim: str
    #: figure, date, statement or name
    kind: Literal["figure", "date", "statement", "name"]
    #: code points into the document's text
    start: int
    #: end, exclusive
    end: int
    #: the words at start..end
    text: str
    #: where it stands in the sources; of places that differ the one to look at first
    standing: Literal["not looked for", "in no source", "same", "compatible", "other words", "other speaker", "other value"]
    #: the places in the sources; what is to be looked at first comes first
    in: list[In]


class Draft(TypedDict):
    #: id of the draft; its record stands among the documents
    document: str
    #: its claims in text order
    claims: list[DraftClaim]


class Worksheet(TypedDict):
    #: the shape and its version
    schema: Literal["crosscheck.worksheet/1"]
    #: what made this
    tool: Tool
    #: a document record each, see above
    documents: list[Document]
    #: claims on the same thing
    groups: list[Group]
    #: what an editor should look at, most urgent first
    findings: list[Finding]
    #: duplicated text, pair by pair
    reuse: list[Reuse]
    #: stories that are copies of each other
    families: list[Family]
    #: text that many pages carry without being copies of each other: site furniture
    carried: NotRequired[list[Carried]]
    #: what of the reuse was not looked at pair by pair
    reuse_limits: NotRequired[list[str]]
    #: what could not be read
    unread: list[Unread]
    #: stories that were read but not checked
    unchecked: NotRequired[list[Unchecked]]
    #: what people noted on the sheet of an earlier run (--state)
    checks: NotRequired[list[Check]]
    #: a draft against its sources (--draft): each of its claims with where it stands in them
    draft: NotRequired[Draft]


ArticlePublished = TypedDict("ArticlePublished", {
    #: first day; null: open or unknown
    "from": str | None,
    #: last day, inclusive; null: open or unknown
    "until": str | None,
})


class Article(TypedDict):
    #: id of the document
    document: str
    #: story in it
    story: int
    #: its family of copies; null: none
    family: str | None
    #: the strongest sort of sharing with another story; missing: its text is its own
    kind: NotRequired[Literal["copy", "partial", "quote", "boilerplate", "template"]]
    #: its headline
    title: str | None
    #: who published it
    outlet: str | None
    #: its address
    url: str | None
    #: day of publication
    published: NotRequired[ArticlePublished]
    #: part of its text that another story prints, the largest, 0 to 1
    share: float
    #: words of its own text
    words: int
    #: the only one of its family on the family's first day
    earliest: bool
    #: id of the likely origin; null: undecided
    origin: str | None
    #: what speaks for that origin
    reason: list[str]


class ReuseReport(TypedDict):
    #: the shape and its version
    schema: Literal["crosscheck.reuse/1"]
    #: duplicated text, pair by pair
    reuse: list[Reuse]
    #: stories that are copies of each other
    families: list[Family]
    #: one row a story: family, time, share, likely origin
    articles: NotRequired[list[Article]]
    #: text that many pages carry without being copies of each other: site furniture
    carried: NotRequired[list[Carried]]
    #: what of the reuse was not looked at pair by pair
    reuse_limits: NotRequired[list[str]]
    #: what could not be read
    unread: list[Unread]
