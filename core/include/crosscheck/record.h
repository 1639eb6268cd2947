// What extraction finds in one document: the seam between the map (extract) and the reduce (compare). One Record is one line of
// `crosscheck extract --format jsonl`. The fields mirror docs/format.md one by one.
#ifndef CROSSCHECK_RECORD_H_
#define CROSSCHECK_RECORD_H_

#include <optional>
#include <string>
#include <vector>

#include "crosscheck/decimal.h"
#include "crosscheck/document.h"

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

struct Record {
  Document document;
  std::vector<Statement> statements;
  std::vector<Figure> figures;
  std::vector<Timex> dates;
  std::vector<Name> names;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_RECORD_H_
