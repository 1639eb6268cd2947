// What comparing a bundle gives: groups of claims on the same thing, findings, and duplicated text.
// The fields mirror docs/format.md one by one.
#ifndef CROSSCHECK_WORKSHEET_H_
#define CROSSCHECK_WORKSHEET_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crosscheck/draft.h"
#include "crosscheck/record.h"

namespace crosscheck {

enum class Relation : uint8_t { kAgree, kCompatible, kDiffer, kSuperseded, kDisputed, kMisquoted, kMisattributed, kSameNumber };
enum class Severity : uint8_t { kNote, kWarning, kError };
// How sure it is that the members of a differing group speak of one quantity.
enum class Tier : uint8_t { kNone, kSure, kLook };
// Against the findings of an earlier run.
enum class Baseline : uint8_t { kNone, kNew, kUnchanged, kAbsent };
// What a person's check is about. That of a sentence holds for each of its claims that has none of its own.
enum class CheckTarget : uint8_t { kClaim, kFinding, kSource, kSentence };

struct GroupMember {
  std::string document;
  std::string claim;  // id of the figure, date, statement or name; empty: none
  Span span;
  std::string text;   // the words at `span`
  std::string side;   // "A", "B" ...; empty: fits all
  std::string source; // who says so; empty: the article itself
};

struct Group {
  std::string id;
  ClaimType type = ClaimType::kCount;
  std::string about;
  Relation relation = Relation::kAgree;
  std::string reason;  // of the relation: "exact", "rounded", "bound" ...
  Tier tier = Tier::kNone;
  int documents = 0;
  int origins = 0;      // copy families and one named source count once
  int sameness = 0;     // 0..100: how sure it is that the members belong together
  std::vector<std::string> why;  // the signs for that, strongest first
  std::string fingerprint;       // survives a re-run
  std::string decision;          // a person's: "not comparable", "merged", "split"; empty: none
  std::vector<GroupMember> members;
};

struct FindingMember {
  std::string document;
  Span span;                  // the phrase or sentence to show
  std::string text;           // the words at `span`
  std::optional<Span> focus;  // the number, date or words compared; inside `span`
  std::string side;
  std::string source;
};

struct Finding {
  std::string id;
  std::string rule;   // kind of finding, see rules/findings.json
  std::string group;  // empty: none
  Relation relation = Relation::kDiffer;
  Severity severity = Severity::kNote;
  int rank = 0;  // 0..100
  std::string message;
  std::vector<std::string> why;
  std::string fingerprint;
  Baseline baseline = Baseline::kNone;
  std::string label;       // the level in a desk's words: "changed in a copy", "differ", "disputed", "look"
  std::string suppressed;  // the reason a person gave; empty: not suppressed
  std::string signed_off;  // what a person found: "A right", "neither" ...; empty: open
  std::vector<FindingMember> members;
};

enum class ReuseKind : uint8_t { kCopy, kPartial, kQuote, kBoilerplate, kTemplate };

struct Passage {
  Span a;
  Span b;
};

enum class EditKind : uint8_t {
  kFigure,    // a number against another
  kName,      // a name against another
  kDate,      // a weekday, month or date against another
  kNegation,  // "not", "no", "never" ... on one side only
  kSpelling,  // the same word written otherwise, or misread by a scanner
  kWords,     // anything else
};

// What two stories print differently in the midst of the same text. An empty span: left out there, at the place where it would stand.
struct Edit {
  EditKind kind = EditKind::kWords;
  Span a;
  Span b;
};

struct Reuse {
  std::string a;  // document ids; the same one twice: a story printed twice in one page
  std::string b;
  int a_story = 0;
  int b_story = 0;
  ReuseKind kind = ReuseKind::kCopy;
  double share_a = 0;  // 0..1, two decimals
  double share_b = 0;
  std::vector<Passage> passages;
  std::vector<Edit> changes;  // figures, names, dates and negations that differ inside the passages, in order of a
  std::string source;  // document id of the likely origin; empty: the evidence does not decide
  std::vector<std::string> evidence;
};

struct Family {
  std::string id;
  std::vector<std::pair<std::string, int>> members;  // document id, story
  std::string origin;                                // document id; empty: undecided
};

struct CarriedPlace {
  std::string document;
  int story = 0;
  Span span;
  friend bool operator==(const CarriedPlace&, const CarriedPlace&) = default;
};

// Text that pages carry without being copies of each other (newsletter boxes, terms of use, notes on the author): one group, not
// pairs of pages.
struct CarriedText {
  std::string text;  // of the first place
  int documents = 0;
  std::vector<CarriedPlace> places;
  friend bool operator==(const CarriedText&, const CarriedText&) = default;
};

struct Unread {
  std::string uri;
  std::string reason;
};

// A story that was read and, but for reuse, looked at no further.
struct Unchecked {
  std::string document;
  int story = 0;  // 0: the document has none
  std::string reason;
  friend bool operator==(const Unchecked&, const Unchecked&) = default;
};

// One step of the audit trail: who set which field to what, and when.
struct CheckStep {
  std::string when;   // ISO 8601
  std::string who;    // initials
  std::string field;  // of the state's entry: "state", "note" ...
  std::string value;
  friend bool operator==(const CheckStep&, const CheckStep&) = default;
};

// What a person wrote on the sheet, read back from its exported state (CompareOptions::state_json). All that the state has of the
// entry is kept, so that what is noted on the next sheet adds to it.
struct Check {
  CheckTarget target = CheckTarget::kClaim;
  std::string fingerprint;  // of the claim or sentence (see compare/state.h) or finding; the name of a source
  std::string state;        // empty: none. Of a claim "confirmed", "wrong", "cannot be verified", "not needed"; of a finding "A right",
                            // "both right", "neither", "not the same thing", "leave"; "to check" for each
  std::string source;       // source consulted; of a source: how to reach it
  std::string evidence;     // link, page or time stamp; of a source: its reliability, A to F
  std::string checked_by;
  std::string checked_on;   // as the person wrote it
  std::string note;
  std::string source_kind;  // "document", "person", "primary source", "secondary source"
  std::string correction;   // the wording that is right
  std::string changed;      // when, ISO 8601
  std::vector<CheckStep> trail;  // oldest first
  std::vector<Check> others;     // what somebody else noted otherwise, after a merge
  friend bool operator==(const Check&, const Check&) = default;
};

struct ToolInfo {
  std::string version;
  std::string rules;  // sha256 of the rules in force
};

struct Worksheet {
  ToolInfo tool;
  std::vector<Record> documents;
  std::vector<Group> groups;
  std::vector<Finding> findings;
  std::vector<Reuse> reuse;
  std::vector<Family> families;
  std::vector<CarriedText> carried;       // most documents first
  std::vector<std::string> reuse_limits;  // what of the reuse was not looked at pair by pair, in words; empty: nothing
  std::vector<Unread> unread;
  std::vector<Unchecked> unchecked;  // by document and story
  std::vector<Check> checks;  // by target and fingerprint
  std::optional<Draft> draft;  // where one was checked against the others: findings are about it alone
};

}  // namespace crosscheck

#endif  // CROSSCHECK_WORKSHEET_H_
