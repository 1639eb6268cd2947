// The one description of every struct of the contract: field by field its name in JSON, the member, and what it means. Writing,
// reading, the JSON Schema and docs/format.md are all made from it (json.cc), so they cannot drift apart.
//
// A visitor has: Field (any type), Nullable (an empty text is null), Optional (left out where it has its default), Offsets (a span
// as "start" and "end"), Days (a range as "from" and "until"), DocumentId (offsets that follow count in that document's text).
#ifndef CROSSCHECK_BASE_FIELDS_H_
#define CROSSCHECK_BASE_FIELDS_H_

#include <array>
#include <string_view>

#include "crosscheck/record.h"
#include "crosscheck/reuse_article.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

template <class E>
struct EnumNames;  // kNames[i] is the name of the value i; an empty name is written as null

#define CROSSCHECK_ENUM_NAMES(E, ...)                               \
  template <>                                                       \
  struct EnumNames<E> {                                             \
    static constexpr auto kNames = std::to_array<std::string_view>({__VA_ARGS__}); \
  }

CROSSCHECK_ENUM_NAMES(SegmentRole, "headline", "kicker", "byline", "dateline", "timestamp", "standfirst", "subhead", "body",
                      "photo-credit", "caption", "teaser", "nav", "comment", "disclaimer", "correction");
CROSSCHECK_ENUM_NAMES(StatementKind, "direct", "indirect", "mixed");
CROSSCHECK_ENUM_NAMES(Polarity, "asserted", "denied", "declined");
CROSSCHECK_ENUM_NAMES(FigureKind, "cardinal", "ordinal", "percent", "money", "measure", "duration", "age", "range", "ratio");
CROSSCHECK_ENUM_NAMES(Modifier, "exact", "approx", "at_least", "more_than", "at_most", "less_than", "range", "vague");
CROSSCHECK_ENUM_NAMES(Portion, "whole", "addition", "complement");
CROSSCHECK_ENUM_NAMES(EventRole, "", "doer", "target");
CROSSCHECK_ENUM_NAMES(TimexType, "DATE", "TIME", "DURATION", "SET");
CROSSCHECK_ENUM_NAMES(TimexMod, "", "START", "MID", "END", "APPROX", "BEFORE", "AFTER");
CROSSCHECK_ENUM_NAMES(NameKind, "person", "organisation", "place", "group");
CROSSCHECK_ENUM_NAMES(Gender, "", "female", "male");
CROSSCHECK_ENUM_NAMES(ClaimType, "count", "age", "money", "percent", "measure", "date", "time", "duration", "quote", "statement",
                      "name");
CROSSCHECK_ENUM_NAMES(ClaimKind, "figure", "date", "statement", "name");
CROSSCHECK_ENUM_NAMES(QuoteWordKind, "", "small", "negation", "number", "name", "modal", "quantifier", "condition");
CROSSCHECK_ENUM_NAMES(Modality, "fact", "plan", "demand", "forecast", "allegation", "denial", "hypothesis");
CROSSCHECK_ENUM_NAMES(Relation, "agree", "compatible", "differ", "superseded", "disputed", "misquoted", "misattributed",
                      "same-number");
CROSSCHECK_ENUM_NAMES(Severity, "note", "warning", "error");
CROSSCHECK_ENUM_NAMES(Tier, "", "sure", "look");
CROSSCHECK_ENUM_NAMES(Baseline, "", "new", "unchanged", "absent");
CROSSCHECK_ENUM_NAMES(Standing, "not looked for", "in no source", "same", "compatible", "other words", "other speaker", "other value");
CROSSCHECK_ENUM_NAMES(CheckTarget, "claim", "finding", "source", "sentence");
CROSSCHECK_ENUM_NAMES(CheckPointKind, "superlative", "cause");
CROSSCHECK_ENUM_NAMES(ReuseKind, "copy", "partial", "quote", "boilerplate", "template");
CROSSCHECK_ENUM_NAMES(EditKind, "figure", "name", "date", "negation", "spelling", "words");
#undef CROSSCHECK_ENUM_NAMES

template <class V>
void Describe(V& v, Published& p) {
  v.Days(p.days);
  v.Field("evidence", p.evidence, "where the day was found");
}

template <class V>
void Describe(V& v, DayRange& d) {
  v.Days(d);
}

template <class V>
void Describe(V& v, Segment& s) {
  v.Field("role", s.role, "what the block is on the page");
  v.Offsets(s.span);
  v.Optional("line", s.line, "line of the block's start in the file, from 1");
  v.Optional("column", s.column, "column of the block's start in the file, from 1, in code points");
}

template <class V>
void Describe(V& v, Story& s) {
  v.Field("id", s.id, "from 1 in each document");
  v.Nullable("headline", s.headline, "the story's headline");
  v.Offsets(s.span);
  v.Field("published", s.published, "the story's own date where the page gives one");
  v.Field("segments", s.segments, "its blocks in text order");
}

template <class V>
void Describe(V& v, Evidence& e) {
  v.Field("field", e.field, "which field the value is for");
  v.Field("value", e.value, "the value");
  v.Field("origin", e.origin, "where it was found");
  v.Optional("span", e.span, "where it stands in the text");
}

template <class V>
void Describe(V& v, Source& s) {
  v.Offsets(s.span);
  v.Field("text", s.text, "the words at start..end");
  v.Field("name", s.name, "whom they mean in this story; joint sources joined by \" + \"; the text itself where unresolved");
}

template <class V>
void Describe(V& v, Statement& s) {
  v.Field("id", s.id, "unique in the document");
  v.Field("story", s.story, "id of the story it stands in");
  v.Field("kind", s.kind, "direct: all inside quotation marks, indirect: none, mixed: some");
  v.Field("sources", s.sources, "who says it: outermost first, the speaker last; empty where the text names none");
  v.Field("cue", s.cue, "the words that say that something is said");
  v.Field("content", s.content, "what is said: all parts of one quotation");
  v.Field("polarity", s.polarity, "asserted, denied, or declined to say");
  v.Field("speech", s.speech, "false for a belief, a wish or a plan");
  v.Field("said_on", s.said_on, "the day it was said, where the text tells");
  v.Nullable("nested_in", s.nested_in, "id of the statement whose content holds this one");
  v.Field("carried", s.carried, "the speaker is carried over from the sentence or paragraph before");
  v.Field("rule", s.rule, "the rule that found it");
  v.Field("confidence", s.confidence, "0 to 1");
}

template <class V>
void Describe(V& v, Phrase& p) {
  v.Offsets(p.span);
  v.Field("text", p.text, "the words at start..end");
}

template <class V>
void Describe(V& v, Figure& f) {
  v.Field("id", f.id, "unique in the document");
  v.Field("story", f.story, "id of the story it stands in");
  v.Offsets(f.span);
  v.Field("kind", f.kind, "what sort of number it is");
  v.Field("low", f.low, "the least value, as a decimal string; null: open");
  v.Field("high", f.high, "the greatest value, as a decimal string; null: open");
  v.Field("low_open", f.low_open, "the least value itself is left out");
  v.Field("high_open", f.high_open, "the greatest value itself is left out");
  v.Field("modifier", f.modifier, "how the text bounds or hedges it");
  v.Optional("hedge", f.hedge, "the words that bound or hedge it");
  v.Nullable("unit", f.unit, "ISO 4217 for money, %, percentage point, else an English unit name");
  v.Optional("unit_assumed", f.unit_assumed, "the sign is of several countries' money and the text does not say whose");
  v.Optional("per", f.per, "of a rate: \"share\", \"day\"");
  v.Field("counted", f.counted, "the noun phrase counted");
  v.Optional("portion", f.portion, "addition: \"another 30\"; complement: \"all but four\"");
  v.Optional("whose", f.whose, "whose age or measure it is");
  v.Optional("whose_name", f.whose_name, "whom they are in this story, where that is known");
  v.Optional("event", f.event, "the verb that says what happened to what is counted");
  v.Optional("event_role", f.event_role, "whether what is counted does or undergoes it");
  v.Optional("same_as", f.same_as, "id of the figure that this one restates in another unit");
  v.Nullable("statement", f.statement, "id of the statement whose content holds it");
  v.Field("rule", f.rule, "the rule that found it");
}

template <class V>
void Describe(V& v, Timex& t) {
  v.Field("id", t.id, "unique in the document");
  v.Field("story", t.story, "id of the story it stands in");
  v.Offsets(t.span);
  v.Field("type", t.type, "the TIMEX3 type");
  v.Nullable("value", t.value, "the TIMEX3 value");
  v.Optional("mod", t.mod, "the TIMEX3 modifier");
  v.Days(t.days);
  v.Optional("zone", t.zone, "the offset from Greenwich of a time of day, where the text gives a zone");
  v.Field("rule", t.rule, "the rule that found it");
}

template <class V>
void Describe(V& v, crosscheck::Name& n) {
  v.Field("id", n.id, "unique in the document");
  v.Field("story", n.story, "id of the story it stands in");
  v.Field("name", n.name, "the fullest form");
  v.Field("kind", n.kind, "person, organisation, place or group of people");
  v.Optional("role", n.role, "office or description the story gives");
  v.Optional("gender", n.gender, "by titles and pronouns of the story");
  v.Field("mentions", n.mentions, "all its places in the text, short forms too");
  v.Field("rule", n.rule, "the rule that found it");
}

template <class V>
void Describe(V& v, ClaimFrame& c) {
  v.Field("id", c.id, "unique in the document");
  v.Field("kind", c.kind, "what it is a claim of");
  v.Field("type", c.type, "what sort of value");
  v.Field("of", c.of, "id of the figure, date or name");
  v.Field("story", c.story, "id of the story it stands in");
  v.Field("sentence", c.sentence, "which of the record's sentences, from 0");
  v.Offsets(c.span);
  v.Optional("event", c.event, "0: the story's main event, 1: background, 2 and more: another event");
  v.Optional("head", c.head, "lemma of what is counted, paid for or measured");
  v.Optional("head_class", c.head_class, "its class");
  v.Optional("head_sure", c.head_sure, "the text says that it is what is counted");
  v.Optional("modifiers", c.modifiers, "lemmas of the words beside the head");
  v.Optional("about", c.about, "what it is told of, in the words of the text");
  v.Optional("predicate", c.predicate, "lemma of the verb, or of the noun of an event, that governs it");
  v.Optional("classes", c.classes, "classes of the events around it, the surest first");
  v.Optional("role", c.role, "whether what is counted does or undergoes it");
  v.Optional("owner", c.owner, "id of the name whose it is, else a lemma");
  v.Optional("gender", c.gender, "of the owner");
  v.Optional("attributes", c.attributes, "what narrows it: average, wide, annual");
  v.Optional("place", c.place, "id of the name of its place");
  v.Optional("when", c.when, "a time told for it that is not the story's own");
  v.Optional("modality", c.modality, "how the text stands to it");
  v.Optional("portion", c.portion, "addition: \"another 30\"; complement: \"all but four\"");
  v.Optional("marks", c.marks, "words of scope and standing near it");
  v.Optional("source", c.source, "who says so, outermost first");
  v.Optional("denied", c.denied, "said not to be so");
  v.Optional("names", c.names, "ids of the names of its sentence");
  v.Optional("words", c.words, "lemmas of its clause, nearest first");
  v.Optional("before", c.before, "lemmas right before it, nearest first; # for a number");
  v.Optional("after", c.after, "lemmas right behind it");
  v.Optional("sum", c.sum, "of a number told as its parts");
  v.Optional("part_of_sum", c.part_of_sum, "one of those parts");
  v.Optional("aspect", c.aspect, "of a name: what is told of it; of a statement: its class of opposed predicates");
  v.Optional("value", c.value, "of a name: the words told; of a statement: the pole of its class");
  v.Optional("object", c.object, "whom or what it is done to: id of a name, else a lemma");
  v.Optional("quantifier", c.quantifier, "none, some or all of what it is told of");
}

template <class V>
void Describe(V& v, QuoteWord& w) {
  v.Offsets(w.span);
  v.Field("form", w.form, "its normal form: lower case, one spelling, contractions told in full");
  v.Optional("kind", w.kind, "what changing it would change; missing: an ordinary word");
  v.Optional("gap_before", w.gap_before, "an ellipsis, a bracket or the speaker's tag stands before it");
  v.Optional("opens", w.opens, "a sentence begins with it");
}

template <class V>
void Describe(V& v, QuoteFrame& q) {
  v.Field("of", q.of, "id of the statement");
  v.Field("story", q.story, "id of its story");
  v.Optional("speaker", q.speaker, "id of the name of who speaks");
  v.Optional("speaker_span", q.speaker_span, "the words that tell the speaker");
  v.Optional("named", q.named, "name and verb of saying stand beside the words");
  v.Field("words", q.words, "the words between the quotation marks");
}

template <class V>
void Describe(V& v, CheckPoint& p) {
  v.Field("id", p.id, "unique in the document");
  v.Field("story", p.story, "id of its story");
  v.Offsets(p.span);
  v.Field("kind", p.kind, "superlative (firsts and onlys too) or cause");
  v.Field("rule", p.rule, "the rule that found it");
}

template <class V>
void Describe(V& v, ClaimSentence& s) {
  v.Offsets(s.span);
  v.Field("story", s.story, "id of its story");
  v.Field("region", s.region, "role of its block");
  v.Field("paragraph", s.paragraph, "counted through the document, from 0");
  v.Field("words", s.words, "its lemmas without numbers, sorted, each once");
}

template <class V>
void Describe(V& v, StoryTopic& t) {
  v.Field("story", t.story, "id of the story");
  v.Field("words", t.words, "lemmas of its beginning, the most frequent first");
}

template <class V>
void Describe(V& v, Record& r) {
  Document& d = r.document;
  v.Schema("crosscheck.document/1");
  v.Field("id", d.id, "the document's id");
  v.Nullable("uri", d.uri, "where it was read from");
  v.Nullable("title", d.title, "the main story's headline");
  v.Nullable("outlet", d.outlet, "who published the page");
  v.Field("authors", d.authors, "persons named as authors");
  v.Field("published", d.published, "the publication day, never guessed");
  v.Nullable("url", d.url, "the page's address");
  v.Field("credit", d.credit, "agencies the text is credited to");
  v.Field("language", d.language, "ISO 639-1; other than en: read, not extracted; und: too short to tell");
  v.Text("text", d.text, "the text that all offsets count in; only with --text");
  v.Field("stories", d.stories, "the stories of the page");
  v.Field("statements", r.statements, "who said what");
  v.Field("figures", r.figures, "numbers that are claims");
  v.Field("dates", r.dates, "times and dates");
  v.Field("names", r.names, "people, bodies and places");
  v.Optional("check_points", r.check_points, "other words that a fact-checker stops at: superlatives, firsts, causes");
  v.Optional("claims", r.claims, "the frame around each figure, date and name: what comparing asks");
  v.Optional("sentences", r.sentences, "the sentences that hold claims");
  v.Optional("topics", r.topics, "what each story is about");
  v.Optional("quotes", r.quotes, "the words of each quotation, in normal form");
  v.Field("evidence", d.evidence, "metadata values with where each was found");
  v.Field("errors", d.errors, "what went wrong while reading");
}

template <class V>
void Describe(V& v, GroupMember& m) {
  v.DocumentId("document", m.document, "id of the document");
  v.Nullable("claim", m.claim, "id of the figure, date, statement or name");
  v.Offsets(m.span);
  v.Field("text", m.text, "the words at start..end");
  v.Nullable("side", m.side, "A, B ...; null: fits all");
  v.Nullable("source", m.source, "who says so; null: the article itself");
}

template <class V>
void Describe(V& v, Group& g) {
  v.Field("id", g.id, "unique in the worksheet");
  v.Field("type", g.type, "what sort of claim");
  v.Field("about", g.about, "what the claims are about");
  v.Field("relation", g.relation, "agree, compatible, differ, superseded or disputed");
  v.Nullable("reason", g.reason, "of the relation");
  v.Optional("tier", g.tier, "of a difference: sure, or look (perhaps not the same quantity)");
  v.Field("documents", g.documents, "how many documents have a member");
  v.Field("origins", g.origins, "independent origins: copies and one named source count once");
  v.Field("sameness", g.sameness, "0 to 100: how sure it is that the members belong together");
  v.Field("why", g.why, "the signs for that, strongest first");
  v.Field("fingerprint", g.fingerprint, "the same over re-runs");
  v.Optional("decision", g.decision, "a person's: not comparable, merged, split");
  v.Field("members", g.members, "the claims");
}

template <class V>
void Describe(V& v, FindingMember& m) {
  v.DocumentId("document", m.document, "id of the document");
  v.Offsets(m.span);
  v.Field("text", m.text, "the words at start..end");
  v.Field("focus", m.focus, "the number, date or words compared");
  v.Nullable("side", m.side, "A, B ...");
  v.Nullable("source", m.source, "who says so; null: the article itself");
}

template <class V>
void Describe(V& v, Finding& f) {
  v.Field("id", f.id, "unique in the worksheet");
  v.Field("rule", f.rule, "the kind of finding");
  v.Nullable("group", f.group, "id of the group it is about");
  v.Field("relation", f.relation, "how the sides stand to each other");
  v.Field("severity", f.severity, "error, warning or note");
  v.Optional("label", f.label, "the level in a desk's words: changed in a copy, differ, disputed, look");
  v.Field("rank", f.rank, "0 to 100, the most urgent highest");
  v.Field("message", f.message, "the reason in one line");
  v.Field("why", f.why, "all signs");
  v.Field("fingerprint", f.fingerprint, "the same over re-runs");
  v.Optional("baseline", f.baseline, "against the run before: new, unchanged, absent");
  v.Optional("suppressed", f.suppressed, "the reason a person gave for leaving it out");
  v.Optional("signed_off", f.signed_off, "what a person found: A right, both right, neither ...; missing: open");
  v.Field("members", f.members, "the evidence, both sides");
}

template <class V>
void Describe(V& v, Reuse& r) {
  v.Field("a", r.a, "id of one document");
  v.Field("b", r.b, "id of the other; the same one: a story printed twice in a page");
  v.Field("a_story", r.a_story, "story in a");
  v.Field("b_story", r.b_story, "story in b");
  v.Field("kind", r.kind, "what sort of sharing");
  v.Field("share_a", r.share_a, "shared part of a's story, 0 to 1");
  v.Field("share_b", r.share_b, "shared part of b's story, 0 to 1");
  v.Passages("passages", r, "[a0, a1, b0, b1]: the same text at a0..a1 of a and b0..b1 of b");
  v.Changes("changes", r, "what differs inside the passages: kind (figure, name, date, negation) and [start, end] in a and in b");
  v.Nullable("source", r.source, "the likely origin; null: the evidence does not decide");
  v.Field("evidence", r.evidence, "what speaks for it");
}

template <class V>
void Describe(V& v, Family& f) {
  v.Field("id", f.id, "unique in the worksheet");
  v.Field("members", f.members, "[document, story] of each copy");
  v.Nullable("origin", f.origin, "id of the likely origin; null: undecided");
}

template <class V>
void Describe(V& v, ReuseArticle& a) {
  v.DocumentId("document", a.document, "id of the document");
  v.Field("story", a.story, "story in it");
  v.Nullable("family", a.family, "its family of copies; null: none");
  v.Optional("kind", a.kind, "the strongest sort of sharing with another story; missing: its text is its own");
  v.Nullable("title", a.title, "its headline");
  v.Nullable("outlet", a.outlet, "who published it");
  v.Nullable("url", a.url, "its address");
  v.Optional("published", a.published, "day of publication");
  v.Field("share", a.share, "part of its text that another story prints, the largest, 0 to 1");
  v.Field("words", a.words, "words of its own text");
  v.Field("earliest", a.earliest, "the only one of its family on the family's first day");
  v.Nullable("origin", a.origin, "id of the likely origin; null: undecided");
  v.Field("reason", a.reason, "what speaks for that origin");
}

template <class V>
void Describe(V& v, CarriedPlace& p) {
  v.DocumentId("document", p.document, "id of the document");
  v.Field("story", p.story, "story in it");
  v.Offsets(p.span);
}

template <class V>
void Describe(V& v, CarriedText& c) {
  v.Field("text", c.text, "as the first of the pages has it");
  v.Field("documents", c.documents, "how many documents carry it");
  v.Field("places", c.places, "where");
}

template <class V>
void Describe(V& v, Unread& u) {
  v.Field("uri", u.uri, "what could not be read");
  v.Field("reason", u.reason, "why");
}

template <class V>
void Describe(V& v, Unchecked& u) {
  v.Field("document", u.document, "id of the document");
  v.Field("story", u.story, "story in it; 0: it has none");
  v.Field("reason", u.reason, "why, such as a language that no rules are for");
}

template <class V>
void Describe(V& v, CheckStep& s) {
  v.Field("when", s.when, "ISO 8601");
  v.Field("who", s.who, "initials");
  v.Field("field", s.field, "what was set: state, note ...");
  v.Field("value", s.value, "to what");
}

template <class V>
void Describe(V& v, Check& c) {
  v.Field("target", c.target, "what the check is about");
  v.Field("fingerprint", c.fingerprint, "of the claim, sentence or finding; the name of a source");
  v.Nullable("state", c.state, "what was found; docs/state.md has the list");
  v.Nullable("source", c.source, "source consulted; of a source: how to reach it");
  v.Nullable("evidence", c.evidence, "link, page or time stamp; of a source: its reliability, A to F");
  v.Nullable("checked_by", c.checked_by, "who checked it");
  v.Nullable("checked_on", c.checked_on, "when, as written");
  v.Nullable("note", c.note, "free text");
  v.Optional("source_kind", c.source_kind, "document, person, primary source, secondary source");
  v.Optional("correction", c.correction, "the wording that is right");
  v.Optional("changed", c.changed, "when the entry was changed last, ISO 8601");
  v.Optional("trail", c.trail, "who set what, and when, oldest first");
}

template <class V>
void Describe(V& v, SourcePlace& p) {
  v.DocumentId("document", p.document, "id of the document");
  v.Nullable("claim", p.claim, "id of the figure, date, statement or name; null: none, the words alone");
  v.Offsets(p.span);
  v.Field("text", p.text, "the words at start..end");
  v.Nullable("source", p.source, "who says so; null: the article itself");
  v.Field("standing", p.standing, "how this place stands to the draft's claim");
}

template <class V>
void Describe(V& v, DraftClaim& c) {
  v.Field("claim", c.claim, "id of the figure, date, statement or name in the draft");
  v.Field("kind", c.kind, "figure, date, statement or name");
  v.Offsets(c.span);
  v.Field("text", c.text, "the words at start..end");
  v.Field("standing", c.standing, "where it stands in the sources; of places that differ the one to look at first");
  v.Field("in", c.in, "the places in the sources; what is to be looked at first comes first");
}

template <class V>
void Describe(V& v, Draft& d) {
  v.DocumentId("document", d.document, "id of the draft; its record stands among the documents");
  v.Field("claims", d.claims, "its claims in text order");
}

template <class V>
void Describe(V& v, ToolInfo& t) {
  v.Field("version", t.version, "of the program");
  v.Field("rules", t.rules, "sha256 of the rules in force");
}

template <class V>
void Describe(V& v, Worksheet& w) {
  v.Schema("crosscheck.worksheet/1");
  v.Field("tool", w.tool, "what made this");
  v.Documents("documents", w.documents, "a document record each, see above");
  v.Field("groups", w.groups, "claims on the same thing");
  v.Field("findings", w.findings, "what an editor should look at, most urgent first");
  v.Field("reuse", w.reuse, "duplicated text, pair by pair");
  v.Field("families", w.families, "stories that are copies of each other");
  v.Optional("carried", w.carried, "text that many pages carry without being copies of each other: site furniture");
  v.Optional("reuse_limits", w.reuse_limits, "what of the reuse was not looked at pair by pair");
  v.Field("unread", w.unread, "what could not be read");
  v.Optional("unchecked", w.unchecked, "stories that were read but not checked");
  v.Optional("checks", w.checks, "what people noted on the sheet of an earlier run (--state)");
  v.Optional("draft", w.draft, "a draft against its sources (--draft): each of its claims with where it stands in them");
}

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_FIELDS_H_
