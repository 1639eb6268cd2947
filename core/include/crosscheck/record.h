// What extraction finds in one document: the seam between the map (extract) and the reduce (compare). One Record is one line of
// `crosscheck extract --format jsonl`. The fields mirror docs/format.md one by one.
#ifndef CROSSCHECK_RECORD_H_
#define CROSSCHECK_RECORD_H_

#include <optional>
#include <string>
#include <vector>

#include "crosscheck/check_point.h"
#include "crosscheck/decimal.h"
#include "crosscheck/document.h"
#include "crosscheck/quote_frame.h"

namespace crosscheck {

enum class StatementKind : uint8_t { kDirect, kIndirect, kMixed };
enum class Polarity : uint8_t { kAsserted, kDenied, kDeclined };

struct Source {
  Span span;
  std::string text;  // the words at `span`
  std::string name;  // whom they mean in this story; joint sources joined by " + "; the text itself where unresolved
};

struct Statement {
  std::string id;
  int story = 0;
  StatementKind kind = StatementKind::kIndirect;
  std::vector<Source> sources;  // outermost first, the speaker last; empty where the text names none
  std::vector<Span> cue;
  std::vector<Span> content;  // all parts of one quotation, in text order
  Polarity polarity = Polarity::kAsserted;
  bool speech = true;  // false: a belief, a wish, a plan
  std::optional<DayRange> said_on;
  std::string nested_in;  // id of the statement whose content holds this one
  bool carried = false;   // the speaker stands in the sentence or paragraph before
  std::string rule;
  double confidence = 0;  // 0..1, two decimals
};

enum class FigureKind : uint8_t { kCardinal, kOrdinal, kPercent, kMoney, kMeasure, kDuration, kAge, kRange, kRatio };
enum class Modifier : uint8_t { kExact, kApprox, kAtLeast, kMoreThan, kAtMost, kLessThan, kRange, kVague };
// What the number is of the whole: "another 30" adds to a number told before, "all but four" leaves out.
enum class Portion : uint8_t { kWhole, kAddition, kComplement };
// Whether what is counted does the act of the clause ("30 officers searched") or undergoes it ("36 nationals were repatriated").
enum class EventRole : uint8_t { kNone, kDoer, kTarget };

// A phrase of the text; `text` is the words at `span`.
struct Phrase {
  Span span;
  std::string text;
};

struct Figure {
  std::string id;
  int story = 0;
  Span span;  // number, multiplier and unit or currency; not the bound word, not what is counted
  FigureKind kind = FigureKind::kCardinal;
  std::optional<Decimal> low;   // missing: open
  std::optional<Decimal> high;
  bool low_open = false;        // true: the end itself is left out
  bool high_open = false;
  Modifier modifier = Modifier::kExact;
  std::string hedge;            // the words that bound or hedge it, lower-case: "nearly", "at least"; empty: none
  std::string unit;             // ISO 4217, "%", "percentage point", "kilometre" ...; empty: none
  bool unit_assumed = false;    // the sign is of several countries' money ("$") and the text does not say whose
  std::string per;              // of a rate: "share", "day"; empty: none
  std::optional<Phrase> counted;
  Portion portion = Portion::kWhole;
  std::optional<Phrase> whose;  // of an age: the person, of a measure: the thing
  std::string whose_name;       // whom `whose` means in this story, where it is a name or a resolved pronoun; else empty
  std::optional<Phrase> event;  // the verb of the clause that says what happened to what is counted
  EventRole event_role = EventRole::kNone;
  std::string same_as;          // id of the figure that this one restates in another unit
  std::string statement;        // id of the innermost statement whose content holds it
  std::string rule;
};

enum class TimexType : uint8_t { kDate, kTime, kDuration, kSet };
enum class TimexMod : uint8_t { kNone, kStart, kMid, kEnd, kApprox, kBefore, kAfter };

struct Timex {
  std::string id;
  int story = 0;
  Span span;
  TimexType type = TimexType::kDate;
  std::string value;  // TIMEX3 (ISO 8601 with X for what is unknown)
  TimexMod mod = TimexMod::kNone;
  DayRange days;
  std::string zone;   // of a time of day, where the text gives it: "+00:00"; empty: none
  std::string rule;
};

enum class NameKind : uint8_t { kPerson, kOrganisation, kPlace, kGroup };
enum class Gender : uint8_t { kUnknown, kFemale, kMale };

// One person, body or place of one story with all its mentions there (short forms, not pronouns).
struct Name {
  std::string id;
  int story = 0;
  std::string name;  // the fullest form
  NameKind kind = NameKind::kPerson;
  std::string role;  // "vice foreign minister of South Korea"; empty: none told
  Gender gender = Gender::kUnknown;
  std::vector<Span> mentions;
  std::string rule;
};

enum class ClaimKind : uint8_t { kFigure, kDate, kStatement, kName };
enum class ClaimType : uint8_t { kCount, kAge, kMoney, kPercent, kMeasure, kDate, kTime, kDuration, kQuote, kStatement, kName };
// How the text stands to what it tells, by the verb that governs it.
enum class Modality : uint8_t { kFact, kPlan, kDemand, kForecast, kAllegation, kDenial, kHypothesis };

// The frame around one figure, date, name or statement: everything that a comparison with another article asks of it, answered once, in
// words that a person can read (lemmas, ids). Texts are empty where the article does not tell.
struct ClaimFrame {
  std::string id;
  ClaimKind kind = ClaimKind::kFigure;
  ClaimType type = ClaimType::kCount;
  std::string of;         // id of the figure, date, name or statement; empty: the article itself states it
  int story = 0;
  uint32_t sentence = 0;  // index in Record::sentences
  Span span;
  int event = 0;          // 0: the story's main event, 1: its background, 2 and more: other events

  std::string head;         // lemma of what is counted, paid for or measured: "officer"
  std::string head_class;   // rules of the kind "head-classes"
  bool head_sure = false;   // said to be what is counted, not only standing beside the number
  std::vector<std::string> modifiers;  // lemmas, sorted
  std::string about;        // what it is told of, in the words of the text: "police officers injured", "age of Ada Holt"
  std::string predicate;    // lemma of the verb or the event's noun that governs it
  std::vector<std::string> classes;    // classes of events around it (rules of the kind "event-classes"), the surest first
  EventRole role = EventRole::kNone;
  std::string owner;        // id of the name whose it is; else a lemma: "woman", "bridge"
  Gender gender = Gender::kUnknown;    // of the owner
  std::vector<std::string> attributes; // "average", "wide", "annual": at most one of each scale
  std::string place;        // id of the name of the place told for it
  std::optional<DayRange> when;        // a time told for it that is not the story's own
  Modality modality = Modality::kFact;
  Portion portion = Portion::kWhole;
  std::vector<std::string> marks;      // scope and standing: "partitive", "other", "former", "other-event", "below" ...
  std::vector<std::string> source;     // who says so, outermost first
  bool denied = false;
  std::vector<std::string> names;      // ids of the names of its sentence, a pronoun's person too
  std::vector<std::string> words;      // lemmas of its clause, nearest first
  std::vector<std::string> before;     // lemmas right before it, nearest first; "#" for a number
  std::vector<std::string> after;      // likewise behind it
  std::optional<Decimal> sum;          // of a number told as its parts: "two men and a woman" is 3
  bool part_of_sum = false;

  // Of a name: what is told of it ("office", "first-name", "kin" ...) and the words for it. Of a statement: a class of opposed
  // predicates (rules of the kind "opposites") and the pole that it stands at; its doer is `owner`, whom or what it is done to `object`.
  std::string aspect;
  std::string value;
  std::string object;       // id of a name, else a lemma
  std::string quantifier;   // a pole of the quantifiers: "none", "some", "all"
  friend bool operator==(const ClaimFrame&, const ClaimFrame&) = default;
};

// A sentence that holds claims.
struct ClaimSentence {
  Span span;
  int story = 0;
  SegmentRole region = SegmentRole::kBody;
  uint32_t paragraph = 0;
  std::vector<std::string> words;  // lemmas, numbers left out: sorted, each once
  friend bool operator==(const ClaimSentence&, const ClaimSentence&) = default;
};

// What a story is about.
struct StoryTopic {
  int story = 0;
  std::vector<std::string> words;  // lemmas of its beginning, the most frequent first
  friend bool operator==(const StoryTopic&, const StoryTopic&) = default;
};

struct Record {
  Document document;
  std::vector<Statement> statements;
  std::vector<Figure> figures;
  std::vector<Timex> dates;
  std::vector<Name> names;
  std::vector<ClaimFrame> claims;              // in text order
  std::vector<ClaimSentence> sentences;   // in text order
  std::vector<StoryTopic> topics;         // one for each story
  std::vector<QuoteFrame> quotes;         // in text order
  std::vector<CheckPoint> check_points;   // in text order
};

}  // namespace crosscheck

#endif  // CROSSCHECK_RECORD_H_
