// Words of time and the patterns that put them together, compiled from the kinds "calendar", "dates" and "holidays".
//
// A word of time belongs to classes ("last" is a direction of -1; "second" an ordinal and a unit). A pattern of the kind "dates"
// is a sequence of elements: a literal word, alternatives "(a|the)", a class "{month}", a parsed number (see kParsed in
// date_patterns.cc), "-" "," "/"; a "?" makes an element optional. All patterns stand in one tree, walked once for each token
// that can begin one.
#ifndef CROSSCHECK_RULEBOOK_CALENDAR_H_
#define CROSSCHECK_RULEBOOK_CALENDAR_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "crosscheck/record.h"
#include "text/lexicon.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

enum class TimeClass : uint8_t {
  kMonth,        // 1..12
  kWeekday,      // 1..7
  kUnit,         // TimeUnit, singular
  kUnits,        // TimeUnit, plural
  kSeason,       // index in CalendarTable::seasons
  kPart,         // index in CalendarTable::parts
  kDirection,    // -1 last, 0 this, +1 next
  kEdge,         // TimexMod: early, mid, late
  kCardinal,     // one .. ninety
  kScale,        // hundred, thousand
  kOrdinal,      // first 1, second 2 ...
  kVague,        // how many a vague word may mean at least: couple 2, several 3; its number is written X
  kDecade,       // nineties 90
  kMeridiem,     // a.m. 0, p.m. 12
  kZone,         // minutes east of Greenwich
  kFrequency,    // TimeUnit: daily, weekly ...
  kSuffix,       // letters after a number: st 1 (a place in an order), s 2 (a decade)
  kTense,        // see Tense
  kTenseEnding,  // last letters of a word
  kBound,        // see BoundWord
  kSpeech,       // 1: the day beside it is one of speaking
  kJoiner,       // see JoinerWord
  kWeekdays,     // 1..7, in the plural: Mondays
  kEra,          // BC -1, AD 1
  kQuarterCode,  // Q1 1 ...
  kHalfCode,     // H1 1, H2 2
  kFiscalYear,   // FY24 24
  kClockUnit,    // what may stand behind four figures of the clock: hrs
  kFraction,     // half 2
  kOffset,       // between a count of units and the day counted from: from 1, before -1; 0: a word before them that makes them a
                 // length
  kCount
};
constexpr uint32_t Bit(TimeClass c) { return uint32_t{1} << static_cast<int>(c); }

enum class TimeUnit : int8_t {
  kNone = -1,
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeekend,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kSeason,
  kHalf,
  kYear,
  kDecade,
  kCentury,
  kPeriod
};
enum class Tense : int8_t {
  kUnknown,
  kPast,
  kFuture,
  kInfinitive,
  kPresent,
  kProspect,  // future only before "to" or "for": agreed to sell
  kPurpose,
  kPerfect,
  kDue,             // also behind "is", and right before the date: is due on Friday
  kSchedule,        // a present form that tells what is planned: opens on Friday
  kScheduleNoun,    // the same, but a noun behind another verb: votes, visits
  kScheduleBase,    // in the plural, where its subject shows it to be a verb
  kScheduleGoingOn,  // behind "is": is meeting
  kCause             // what stands behind tells of the past: charged over a crash on Friday
};
enum class BoundWord : int8_t { kNone, kSince, kUntil, kBefore, kAfter, kAbout };
enum class JoinerWord : int8_t {
  kNone,
  kOf,   // between a fine and a coarse part of one date: the summer of 1994
  kTo,   // between two counts
  kAnd,  // between the last two of a list, and inside a number in words
  kAt    // between a part of the day and its hour: last night at about 9
};

// What a pattern makes of its parts.
enum class DateSense : uint8_t {
  kCalendar,  // named parts: month, weekday, year ..., moved by a direction where one is given
  kShift,     // a unit counted from the story's day: last week
  kAgo,       // a count of units before (shift -1) or after (+1) the story's day
  kFromDate,  // the same from the date told before: two days earlier
  kSame,      // the date told before, or its neighbour: that day, the following year
  kWindow,    // a stretch that ends (-1) or begins (+1) with the story's day: the past two months
  kDuration,
  kSet,
  kReference,  // PAST_REF, PRESENT_REF, FUTURE_REF
  kHoliday,
  kPeriod,   // the quarter or year that the story reports on, or that of another year: the latest quarter, the year-ago period
  kEdge,     // only a modifier, of the date that follows: the end of
  kNth,       // the n-th day or week of the time that follows: the first Monday in
  kWeekOf,    // the week around (0), from (1) or up to (-1) the day that follows
  kClock,     // minutes before or after an hour: ten to nine
  kHour,      // an hour without a.m. or p.m.; a time only beside a part of the day
  kHourPart,  // the part of the day behind an hour: in the morning
  kEnded,     // a unit with the day it ends, told behind it: the quarter ended Sept. 30; without one a length of time
  kWeekOn,    // a unit after the coming weekday: Friday week
  kNothing,  // no date: an exception of a rule, which keeps a look-alike from being one
};

// How a holiday falls: a fixed day, the n-th weekday of a month (week -1: the last), or days from Easter Sunday.
struct HolidayRule {
  int month = 0;
  int day = 0;
  int weekday = 0;
  int week = 0;
  std::optional<int> easter;
  int offset = 0;      // days after the weekday found: the day after Thanksgiving
  int first_year = 0;  // a one-time event: its year
};

struct DateRule {
  std::string id;
  DateSense sense = DateSense::kCalendar;
  TimeUnit unit = TimeUnit::kNone;
  std::optional<int> shift;
  TimeUnit shift_unit = TimeUnit::kNone;  // what `shift` moves, where it is not the named part itself
  int hour = -1;                          // noon 12
  std::optional<int> minute;              // to add to the hour: half past 30, a quarter to -15
  bool half_more = false;                 // half a unit more than the count: a year and a half ago
  TimexMod edge = TimexMod::kNone;
  std::string value;  // of a reference
  int part = -1;      // of the day
  int half = 0;
  bool fiscal = false;
  bool approximate = false;
  std::optional<HolidayRule> holiday;
  std::vector<WordId> after;  // sorted; the token before must be one of these
  std::vector<WordId> not_after;
  std::vector<WordId> before;  // the token behind must be one of these
  std::vector<WordId> not_before;
};

struct TimeWord {
  uint32_t classes = 0;
  uint32_t capital = 0;    // classes that hold only for a word with a capital
  uint32_t not_alone = 0;  // classes that hold for a word standing alone only after a preposition
  std::array<int16_t, static_cast<size_t>(TimeClass::kCount)> values{};
  int16_t Value(TimeClass c) const { return values[static_cast<size_t>(c)]; }
};

struct Season {
  std::string code;  // "SP"
  int from_month = 0, from_day = 0, until_month = 0, until_day = 0;
};

struct CalendarTable {
  enum class ElementKind : uint8_t {
    kWord,
    kDash,
    kComma,
    kSlash,
    kCount,
    kDay,
    kYear,
    kShortYear,
    kOrdinal,
    kDecade,
    kClock,
    kTwoDigits,
    kHour,
    kClockColon,
    kNumericDate,
    kYearUntil,
    kClass
  };
  struct Edge {
    ElementKind kind;
    uint32_t argument;  // a WordId or a set of classes
    uint32_t child;
  };
  struct Node {
    std::vector<Edge> edges;  // words by id, then the other kinds
    uint32_t word_edges = 0;
    int rule = -1;
  };

  std::vector<Node> nodes;  // 0: where a pattern begins
  std::vector<DateRule> rules;
  std::vector<TimeWord> words;    // 0: no word of time
  std::vector<uint16_t> word_of;  // by WordId
  std::vector<uint8_t> begins;    // by WordId: may begin a pattern
  std::vector<Season> seasons;
  std::vector<std::string> parts;  // "MO" "AF" ...
  std::vector<std::string> tense_endings_past;

  const TimeWord& Find(WordId word) const { return words[word < word_of.size() ? word_of[word] : 0]; }
  bool Begins(WordId word) const { return word < begins.size() && begins[word] != 0; }
};

std::optional<TimeClass> TimeClassByName(std::string_view name);
TimeUnit TimeUnitByName(std::string_view name);  // kNone for another name
std::optional<TimexMod> TimexModByName(std::string_view name);

// Kind "calendar". Fields: "class"; "words": {"word": value}; "capital", "not_alone": true; for seasons "value", "from", "until".
absl::Status LoadCalendar(const std::vector<const Rule*>& rules, RuleTables* tables);
// Kind "dates". Fields: "patterns"; "except": longer patterns that are none; "sense"; what the sense needs; "after", "not_after",
// "before", "not_before": words beside it.
absl::Status LoadDatePatterns(const std::vector<const Rule*>& rules, RuleTables* tables);
// Kind "holidays". Fields: "patterns"; "date" MM-DD, or "month" with "weekday" and "week" (and "offset"), or "easter"; "year" of
// a one-time day; "unit" week.
absl::Status LoadHolidays(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_CALENDAR_H_
