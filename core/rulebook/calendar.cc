#include "rulebook/calendar.h"

#include <algorithm>

#include "base/days.h"
#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

const std::vector<std::string_view> kClassNames = {
    "month", "weekday", "unit",     "units", "season",    "part",   "direction", "edge",         "cardinal", "scale",  "ordinal",
    "vague", "decade",  "meridiem", "zone",  "frequency", "suffix", "tense",     "tense-ending", "bound",    "speech", "joiner",
    "weekdays", "era", "quarter-code", "half-code", "fiscal-year", "clock-unit", "fraction", "offset"};
const std::vector<std::string_view> kEdgeNames = {"none", "start", "mid", "end", "approx", "before", "after"};
const std::vector<std::string_view> kTenseNames = {"unknown", "past",     "future",  "infinitive",
                                                   "present", "prospect", "purpose", "perfect",
                                                   "due",     "schedule", "schedule-noun",
                                                   "schedule-base",       "schedule-going-on", "cause"};
const std::vector<std::string_view> kBoundNames = {"none", "since", "until", "before", "after", "about"};
const std::vector<std::string_view> kJoinerNames = {"none", "of", "to", "and", "at"};

// The value of a word: a number, or a name out of the class's list.
std::optional<int> ValueOf(TimeClass time_class, const Json& json) {
  if (json.is_number_integer()) {
    const auto value = json.get<int64_t>();
    return value >= -2000 && value <= 2000 ? std::optional<int>(static_cast<int>(value)) : std::nullopt;
  }
  if (!json.is_string()) return std::nullopt;
  const std::string& name = json.get_ref<const std::string&>();
  const auto index = [&](const std::vector<std::string_view>& names) -> std::optional<int> {
    const auto it = std::find(names.begin(), names.end(), name);
    return it == names.end() ? std::nullopt : std::optional<int>(static_cast<int>(it - names.begin()));
  };
  switch (time_class) {
    case TimeClass::kUnit:
    case TimeClass::kUnits:
    case TimeClass::kFrequency:
      return TimeUnitByName(name) == TimeUnit::kNone ? std::nullopt : std::optional<int>(static_cast<int>(TimeUnitByName(name)));
    case TimeClass::kEdge:
      return index(kEdgeNames);
    case TimeClass::kTense:
    case TimeClass::kTenseEnding:
      return index(kTenseNames);
    case TimeClass::kBound:
      return index(kBoundNames);
    case TimeClass::kJoiner:
      return index(kJoinerNames);
    default:
      return std::nullopt;
  }
}

std::optional<std::pair<int, int>> MonthDay(std::string_view text) {
  const auto day = ParseIsoDay("2000-" + std::string(text));
  if (text.size() != 5 || !day) return std::nullopt;
  const CalendarDate date = DateOf(*day);
  return std::pair(date.month, date.day);
}

// The value that all words of a rule share: a season or a part of the day, kept in a list of their own.
std::optional<int> SharedValue(TimeClass time_class, RuleReader* reader, CalendarTable* table) {
  const std::string value = reader->Text("value");
  if (time_class == TimeClass::kSeason) {
    const auto from = MonthDay(reader->Text("from"));
    const auto until = MonthDay(reader->Text("until"));
    if (!from || !until || value.empty()) {
      reader->Fail("from", "a season needs \"value\", and \"from\" and \"until\" as MM-DD");
      return std::nullopt;
    }
    table->seasons.push_back({value, from->first, from->second, until->first, until->second});
    return static_cast<int>(table->seasons.size()) - 1;
  }
  if (time_class == TimeClass::kPart) {
    if (value.empty()) reader->Fail("value", "is missing");
    table->parts.push_back(value);
    return static_cast<int>(table->parts.size()) - 1;
  }
  if (!value.empty()) reader->Fail("value", "only seasons and parts of the day have one");
  return std::nullopt;
}

RoleSet RolesOf(TimeClass time_class) {
  switch (time_class) {
    case TimeClass::kMonth:
      return Bits({Role::kMonth, Role::kDateWord});
    case TimeClass::kWeekday:
    case TimeClass::kWeekdays:
      return Bits({Role::kWeekday, Role::kDateWord});
    case TimeClass::kUnit:
    case TimeClass::kUnits:
      return Bits({Role::kTimeUnit, Role::kDateWord});
    case TimeClass::kSeason:
    case TimeClass::kPart:
    case TimeClass::kDecade:
      return Bit(Role::kDateWord);
    default:
      return 0;
  }
}

void AddWord(std::string_view text, TimeClass time_class, int value, bool capital, bool not_alone, RuleTables* tables) {
  const WordId id = tables->lexicon.Add(LowerCase(text), RolesOf(time_class));
  CalendarTable& table = tables->calendar;
  if (table.word_of.size() <= id) table.word_of.resize(id + 1);
  if (table.word_of[id] == 0) {
    table.word_of[id] = static_cast<uint16_t>(table.words.size());
    table.words.emplace_back();
  }
  TimeWord& word = table.words[table.word_of[id]];
  word.classes |= Bit(time_class);
  if (capital) word.capital |= Bit(time_class);
  if (not_alone) word.not_alone |= Bit(time_class);
  word.values[static_cast<size_t>(time_class)] = static_cast<int16_t>(value);
}

absl::Status LoadWordsOfTime(const Rule& rule, RuleTables* tables) {
  RuleReader reader(rule);
  const size_t index = reader.OneOf("class", kClassNames, kClassNames.size());
  const auto time_class = static_cast<TimeClass>(index);
  const bool capital = reader.Flag("capital");
  const bool not_alone = reader.Flag("not_alone");
  const Json* words = reader.Raw("words");
  if (index == kClassNames.size()) return RuleError(rule, "class", "is missing or unknown");
  const std::optional<int> shared = SharedValue(time_class, &reader, &tables->calendar);
  if (words == nullptr || words->empty() || !(words->is_object() || words->is_array())) {
    reader.Fail("words", "is missing");
    return reader.Finish();
  }
  for (const auto& [key, json] : words->items()) {
    const bool listed = words->is_array();
    if (listed && !json.is_string()) return RuleError(rule, "words", "is not a list of texts");
    const std::string word = listed ? json.get<std::string>() : key;
    std::optional<int> value = shared;
    if (!listed) value = ValueOf(time_class, json);
    if (listed && !shared) value = 1;
    if (!value) return RuleError(rule, "words/" + word, "has no value that this class knows");
    if (time_class == TimeClass::kTenseEnding && *value == static_cast<int>(Tense::kPast)) {
      tables->calendar.tense_endings_past.push_back(LowerCase(word));
    }
    AddWord(word, time_class, *value, capital, not_alone, tables);
  }
  return reader.Finish();
}

}  // namespace

std::optional<TimeClass> TimeClassByName(std::string_view name) {
  const auto it = std::find(kClassNames.begin(), kClassNames.end(), name);
  if (it == kClassNames.end()) return std::nullopt;
  return static_cast<TimeClass>(it - kClassNames.begin());
}

TimeUnit TimeUnitByName(std::string_view name) {
  static constexpr std::string_view kNames[] = {"second",  "minute", "hour", "day",  "weekend", "week",    "fortnight", "month",
                                                "quarter", "season", "half", "year", "decade",  "century", "period"};
  const auto* it = std::find(std::begin(kNames), std::end(kNames), name);
  return it == std::end(kNames) ? TimeUnit::kNone : static_cast<TimeUnit>(it - std::begin(kNames));
}

std::optional<TimexMod> TimexModByName(std::string_view name) {
  const auto it = std::find(kEdgeNames.begin(), kEdgeNames.end(), name);
  if (it == kEdgeNames.end()) return std::nullopt;
  return static_cast<TimexMod>(it - kEdgeNames.begin());
}

absl::Status LoadCalendar(const std::vector<const Rule*>& rules, RuleTables* tables) {
  tables->calendar.words.resize(1);
  for (const Rule* rule : rules) {
    if (const absl::Status status = LoadWordsOfTime(*rule, tables); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
