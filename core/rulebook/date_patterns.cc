// Compiles the patterns of the kinds "dates" and "holidays" into one tree.
#include <algorithm>
#include <utility>

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "rulebook/calendar.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

using ElementKind = CalendarTable::ElementKind;

struct Element {
  ElementKind kind = ElementKind::kWord;
  uint32_t argument = 0;
};
// One place of a pattern: any of the elements, or nothing where it is optional.
struct Place {
  std::vector<Element> elements;
  bool optional = false;
};

constexpr size_t kMaxPlaces = 14;
constexpr size_t kMaxSequences = 512;

class PatternCompiler {
 public:
  explicit PatternCompiler(RuleTables* tables) : tables_(*tables), table_(tables->calendar) {
    if (table_.nodes.empty()) table_.nodes.emplace_back();
  }

  // Empty: compiled. Else the reason why not.
  std::string Add(std::string_view pattern, int rule) {
    std::vector<Place> places;
    for (const std::string_view piece : Split(pattern, ' ')) {
      Place place;
      std::string reason = ReadPlace(piece, &place);
      if (!reason.empty()) return reason;
      places.push_back(std::move(place));
    }
    if (places.empty() || places.size() > kMaxPlaces) return "is empty or too long";
    sequences_ = 0;
    return Insert(places, 0, 0, rule);
  }

 private:
  std::string ReadPlace(std::string_view piece, Place* place) {
    if (piece.size() > 1 && piece.back() == '?') {
      place->optional = true;
      piece.remove_suffix(1);
    }
    if (piece.empty()) return "has two spaces together or one at an end";
    if (piece.front() == '{' && piece.back() == '}') return ReadClass(piece.substr(1, piece.size() - 2), place);
    if (piece.front() == '(' && piece.back() == ')') {
      for (const std::string_view word : Split(piece.substr(1, piece.size() - 2), '|')) place->elements.push_back(Literal(word));
      return "";
    }
    place->elements.push_back(Literal(piece));
    return "";
  }

  Element Literal(std::string_view word) {
    if (word == "-") return {ElementKind::kDash, 0};
    if (word == ",") return {ElementKind::kComma, 0};
    if (word == "/") return {ElementKind::kSlash, 0};
    return {ElementKind::kWord, tables_.lexicon.Add(LowerCase(word), 0)};
  }

  static std::string ReadClass(std::string_view names, Place* place) {
    static constexpr std::pair<std::string_view, ElementKind> kParsed[] = {{"count", ElementKind::kCount},
                                                                           {"day", ElementKind::kDay},
                                                                           {"year", ElementKind::kYear},
                                                                           {"ordinal", ElementKind::kOrdinal},
                                                                           {"decade", ElementKind::kDecade},
                                                                           {"clock", ElementKind::kClock},
                                                                           {"short-year", ElementKind::kShortYear},
                                                                           {"two-digits", ElementKind::kTwoDigits},
                                                                           {"hour", ElementKind::kHour},
                                                                           {"clock-colon", ElementKind::kClockColon},
                                                                           {"numeric-date", ElementKind::kNumericDate},
                                                                           {"year-until", ElementKind::kYearUntil}};
    uint32_t classes = 0;
    for (const std::string_view name : Split(names, '|')) {
      const auto* parsed = std::find_if(std::begin(kParsed), std::end(kParsed), [&](const auto& p) { return p.first == name; });
      if (parsed != std::end(kParsed)) {
        place->elements.push_back({parsed->second, 0});
      } else if (const auto time_class = TimeClassByName(name)) {
        classes |= Bit(*time_class);
      } else {
        return StrCat("knows no {", name, "}");
      }
    }
    if (classes != 0) place->elements.push_back({ElementKind::kClass, classes});
    return "";
  }

  // Inserts places[at..] below `node`; the depth is bounded by kMaxPlaces.
  std::string Insert(const std::vector<Place>& places, size_t at, uint32_t node, int rule) {
    if (at == places.size()) {
      if (node == 0) return "may match nothing";
      if (++sequences_ > kMaxSequences) return "has too many optional parts";
      int& held = table_.nodes[node].rule;
      if (held < 0) held = rule;
      return held == rule ? "" : StrCat("says the same as a pattern of ", table_.rules[static_cast<size_t>(held)].id);
    }
    for (const Element& element : places[at].elements) {
      if (std::string reason = Insert(places, at + 1, Child(node, element), rule); !reason.empty()) return reason;
    }
    return places[at].optional ? Insert(places, at + 1, node, rule) : "";
  }

  uint32_t Child(uint32_t node, Element element) {
    for (const CalendarTable::Edge& edge : table_.nodes[node].edges) {
      if (edge.kind == element.kind && edge.argument == element.argument) return edge.child;
    }
    const auto child = static_cast<uint32_t>(table_.nodes.size());
    table_.nodes.emplace_back();
    auto& edges = table_.nodes[node].edges;
    edges.push_back({element.kind, element.argument, child});
    // Words are tried before parsed numbers and classes: the more exact reading wins among equally long ones.
    const auto order = [](const CalendarTable::Edge& e) {
      return std::pair(e.kind, e.kind == ElementKind::kWord ? e.argument : 0);
    };
    std::stable_sort(edges.begin(), edges.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    if (element.kind == ElementKind::kWord) ++table_.nodes[node].word_edges;
    return child;
  }

  RuleTables& tables_;
  CalendarTable& table_;
  size_t sequences_ = 0;
};

std::vector<WordId> Words(const std::vector<std::string>& words, RuleTables* tables) {
  std::vector<WordId> ids;
  for (const std::string& word : words) ids.push_back(tables->lexicon.Add(LowerCase(word), 0));
  std::sort(ids.begin(), ids.end());
  return ids;
}

absl::Status Compile(const Rule& rule, RuleReader* reader, DateRule date_rule, RuleTables* tables) {
  date_rule.id = rule.id;
  const std::vector<std::string> patterns = reader->Texts("patterns");
  if (patterns.empty()) reader->Fail("patterns", "is missing");
  date_rule.after = Words(reader->Texts("after"), tables);
  date_rule.not_after = Words(reader->Texts("not_after"), tables);
  date_rule.before = Words(reader->Texts("before"), tables);
  date_rule.not_before = Words(reader->Texts("not_before"), tables);
  DateRule nothing;
  nothing.id = rule.id;
  nothing.sense = DateSense::kNothing;
  const auto add = [&](std::string_view field, const std::vector<std::string>& list, DateRule what) {
    const auto index = static_cast<int>(tables->calendar.rules.size());
    tables->calendar.rules.push_back(std::move(what));
    PatternCompiler compiler(tables);
    for (const std::string& pattern : list) {
      const std::string reason = compiler.Add(pattern, index);
      if (!reason.empty()) reader->Fail(field, StrCat("\"", pattern, "\" ", reason));
    }
  };
  add("patterns", patterns, std::move(date_rule));
  if (const std::vector<std::string> except = reader->Texts("except"); !except.empty()) add("except", except, std::move(nothing));
  return reader->Finish();
}

std::optional<int> WholeNumber(RuleReader* reader, std::string_view field, int low, int high) {
  const std::optional<double> number = reader->Number(field);
  if (!number) return std::nullopt;
  if (*number < low || *number > high || *number != static_cast<int>(*number)) {
    reader->Fail(field, StrCat("is no whole number of ", low, " to ", high));
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

// Words that may begin a pattern, so that the walk looks nowhere else.
void MarkBeginnings(RuleTables* tables) {
  CalendarTable& table = tables->calendar;
  table.begins.assign(tables->lexicon.size(), 0);
  constexpr uint32_t kNumberWords = Bit(TimeClass::kCardinal) | Bit(TimeClass::kScale) | Bit(TimeClass::kVague);
  uint32_t classes = 0;
  for (const CalendarTable::Edge& edge : table.nodes[0].edges) {
    switch (edge.kind) {
      case ElementKind::kWord:
        table.begins[edge.argument] = 1;
        break;
      case ElementKind::kClass:
        classes |= edge.argument;
        break;
      case ElementKind::kOrdinal:
        classes |= Bit(TimeClass::kOrdinal);
        break;
      case ElementKind::kDay:
        classes |= Bit(TimeClass::kOrdinal) | Bit(TimeClass::kCardinal);
        break;
      case ElementKind::kDecade:
        classes |= Bit(TimeClass::kDecade);
        break;
      case ElementKind::kCount:
      case ElementKind::kYear:
      case ElementKind::kClock:
      case ElementKind::kHour:
        classes |= kNumberWords | Bit(TimeClass::kFraction);
        break;
      default:
        break;
    }
  }
  for (WordId id = 0; id < table.word_of.size(); ++id) {
    if ((table.Find(id).classes & classes) != 0) table.begins[id] = 1;
  }
}

}  // namespace

absl::Status LoadDatePatterns(const std::vector<const Rule*>& rules, RuleTables* tables) {
  static const std::vector<std::string_view> kSenses = {"calendar", "shift", "ago",       "from-date", "same",   "window",
                                                        "duration", "set",   "reference", "holiday",   "period", "edge",
                                                        "nth",      "week-of", "clock", "hour", "hour-part", "ended",  "week-on"};
  static const std::vector<std::string_view> kReferences = {"",           "PAST_REF",    "PRESENT_REF",
                                                            "FUTURE_REF", "XXXX-WXX-WE", "XXXX-WXX-WD"};
  if (tables->calendar.nodes.empty()) tables->calendar.nodes.emplace_back();
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    DateRule date_rule;
    date_rule.sense = static_cast<DateSense>(reader.OneOf("sense", kSenses, 0));
    if (const std::string unit = reader.Text("unit"); !unit.empty()) {
      date_rule.unit = TimeUnitByName(unit);
      if (date_rule.unit == TimeUnit::kNone) reader.Fail("unit", "is not a unit of time");
    }
    if (const std::string unit = reader.Text("shift_unit"); !unit.empty()) {
      date_rule.shift_unit = TimeUnitByName(unit);
      if (date_rule.shift_unit == TimeUnit::kNone) reader.Fail("shift_unit", "is not a unit of time");
    }
    date_rule.hour = WholeNumber(&reader, "hour", 0, 24).value_or(-1);
    date_rule.minute = WholeNumber(&reader, "minute", -30, 30);
    date_rule.half_more = reader.Flag("half_more");
    date_rule.shift = WholeNumber(&reader, "shift", -10, 10);
    if (const std::string edge = reader.Text("mod"); !edge.empty()) {
      const auto mod = TimexModByName(edge);
      if (!mod) reader.Fail("mod", "is none of: start, mid, end, approx, before, after");
      date_rule.edge = mod.value_or(TimexMod::kNone);
    }
    date_rule.value = kReferences[reader.OneOf("value", kReferences, 0)];
    if (const std::string part = reader.Text("part"); !part.empty()) {
      const auto& parts = tables->calendar.parts;
      const auto it = std::find(parts.begin(), parts.end(), part);
      if (it == parts.end()) reader.Fail("part", "is not the value of a part of the day");
      date_rule.part = static_cast<int>(it - parts.begin());
    }
    date_rule.half = WholeNumber(&reader, "half", 1, 2).value_or(0);
    date_rule.fiscal = reader.Flag("fiscal");
    if (const absl::Status status = Compile(*rule, &reader, std::move(date_rule), tables); !status.ok()) return status;
  }
  MarkBeginnings(tables);
  return absl::OkStatus();
}

absl::Status LoadHolidays(const std::vector<const Rule*>& rules, RuleTables* tables) {
  if (tables->calendar.nodes.empty()) tables->calendar.nodes.emplace_back();
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    DateRule date_rule;
    date_rule.sense = DateSense::kHoliday;
    HolidayRule holiday;
    if (const std::string date = reader.Text("date"); !date.empty()) {
      const auto day = date.size() == 5 ? ParseIsoDay("2000-" + date) : std::nullopt;
      if (!day) reader.Fail("date", "is not MM-DD");
      if (day) holiday.month = DateOf(*day).month, holiday.day = DateOf(*day).day;
    }
    holiday.month = WholeNumber(&reader, "month", 1, 12).value_or(holiday.month);
    if (reader.OneOf("unit", {"day", "week"}, 0) == 1) date_rule.unit = TimeUnit::kWeek;
    holiday.weekday = WholeNumber(&reader, "weekday", 1, 7).value_or(0);
    holiday.week = WholeNumber(&reader, "week", -1, 5).value_or(0);
    holiday.first_year = WholeNumber(&reader, "year", 1, 9999).value_or(0);
    holiday.easter = WholeNumber(&reader, "easter", -100, 100);
    holiday.offset = WholeNumber(&reader, "offset", -7, 7).value_or(0);
    const bool nth = holiday.month > 0 && holiday.weekday > 0 && holiday.week != 0;
    if (holiday.day == 0 && !nth && !holiday.easter)
      reader.Fail("date", "needs \"date\", \"month\" + \"weekday\" + \"week\", or \"easter\"");
    date_rule.holiday = std::move(holiday);
    if (const absl::Status status = Compile(*rule, &reader, std::move(date_rule), tables); !status.ok()) return status;
  }
  MarkBeginnings(tables);
  return absl::OkStatus();
}

}  // namespace crosscheck
