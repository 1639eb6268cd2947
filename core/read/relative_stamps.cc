#include "read/relative_stamps.h"

#include <algorithm>
#include <vector>

#include "base/days.h"
#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestStamp = 200;  // bytes
constexpr size_t kLeadBytes = 400;     // of a body in which a weekday tells the day of the news
constexpr int kMostDays = 400;
constexpr int kFreshHours = 3;

struct AgeUnit {
  std::string_view name;
  int days;  // 0: less than a day
};
constexpr AgeUnit kAgeUnits[] = {{"seconds", 0}, {"second", 0}, {"secs", 0},  {"sec", 0},  {"minutes", 0}, {"minute", 0},
                                 {"mins", 0},    {"min", 0},    {"hours", 0}, {"hour", 0}, {"hrs", 0},     {"hr", 0},
                                 {"days", 1},    {"day", 1},    {"weeks", 7}, {"week", 7}};

constexpr std::string_view kWeekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetterByte(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// Takes `word` off the end of `text`, with the spaces before what is left.
bool TakeEnd(std::string_view* text, std::string_view word) {
  if (!text->ends_with(word)) return false;
  text->remove_suffix(word.size());
  while (!text->empty() && text->back() == ' ') text->remove_suffix(1);
  return true;
}

// The number at the end: digits, or "a" / "an", which may be glued to the word before them.
std::optional<int> TakeNumber(std::string_view* text) {
  size_t first = text->size();
  while (first > 0 && IsDigit((*text)[first - 1]) && text->size() - first < 4) --first;
  if (first < text->size()) {
    int number = 0;
    for (const char c : text->substr(first)) number = number * 10 + (c - '0');
    text->remove_suffix(text->size() - first);
    return number;
  }
  if (TakeEnd(text, "an") || TakeEnd(text, "a")) return 1;
  return std::nullopt;
}

struct AgedStory {
  Story* story = nullptr;
  StampAge age;
  std::optional<int> weekday;  // that its lead names first, 1..7
};

// The weekday in the first lines of the body.
std::optional<int> WeekdayOfLead(const Document& document, const Story& story) {
  for (const Segment& segment : story.segments) {
    if (segment.role != SegmentRole::kBody) continue;
    const std::string lead = AsciiLower(segment.span.In(document.text).substr(0, kLeadBytes));
    size_t first = std::string::npos;
    int found = 0;
    for (int day = 0; day < 7; ++day) {
      const size_t at = lead.find(kWeekdays[day]);
      if (at < first) first = at, found = day + 1;
    }
    return found == 0 ? std::nullopt : std::optional(found);
  }
  return std::nullopt;
}

std::vector<AgedStory> FindAgedStories(Document* document) {
  std::vector<AgedStory> aged;
  for (Story& story : document->stories) {
    for (const Segment& segment : story.segments) {
      if (segment.role != SegmentRole::kTimestamp) continue;
      const std::string_view line = segment.span.In(document->text);
      const std::optional<StampAge> age = FindAge(line);
      // "Updated 5 sec ago" tells of a change, not of the publication.
      if (!age || AsciiLower(line.substr(0, 12)).find("updated") != std::string::npos) continue;
      StampAge in_text = *age;
      in_text.span = {segment.span.start + age->span.start, segment.span.start + age->span.end};
      aged.push_back({&story, in_text, WeekdayOfLead(*document, story)});
      break;
    }
  }
  return aged;
}

// News of a weekday is published on that day or on the next.
bool Fits(const AgedStory& aged, Day saved) {
  for (int age = aged.age.least; age <= aged.age.most; ++age) {
    const Day published = saved - std::chrono::days(age);
    if (IsoWeekday(published) == *aged.weekday || IsoWeekday(published - std::chrono::days(1)) == *aged.weekday) return true;
  }
  return false;
}

// The days of saving that all dated stories allow.
DayRange SavedBetween(const std::vector<AgedStory>& aged) {
  DayRange range;
  for (const AgedStory& a : aged) {
    if (!a.story->published || !a.story->published->days.from || !a.story->published->days.until) continue;
    const Day from = *a.story->published->days.from + std::chrono::days(a.age.least);
    const Day until = *a.story->published->days.until + std::chrono::days(a.age.most);
    range.from = range.from ? std::max(*range.from, from) : from;
    range.until = range.until ? std::min(*range.until, until) : until;
  }
  return range;
}

// The one day of saving that fits all leads better than any other.
std::optional<Day> SavedOn(const std::vector<AgedStory>& aged) {
  const DayRange range = SavedBetween(aged);
  if (!range.from || !range.until || *range.until < *range.from) return std::nullopt;
  if (*range.from == *range.until) return *range.from;
  std::optional<Day> only;
  for (Day day = *range.from; day <= *range.until; day += std::chrono::days(1)) {
    const bool fits = std::all_of(aged.begin(), aged.end(), [&](const AgedStory& a) {
      return a.story->published.has_value() || !a.weekday || a.age.most > 1 || Fits(a, day);
    });
    if (!fits) continue;
    if (only) return std::nullopt;
    only = day;
  }
  return only;
}

// The day of one story: the latest that its age allows, where its lead names that weekday, or where it is so young that it can
// hardly have been another day and its lead does not name one.
std::optional<Day> DayOfStory(const AgedStory& aged, Day saved) {
  const Day latest = saved - std::chrono::days(aged.age.least);
  const bool sure = aged.weekday ? IsoWeekday(latest) == *aged.weekday : aged.age.fresh;
  return sure ? std::optional(latest) : std::nullopt;
}

}  // namespace

std::optional<StampAge> FindAge(std::string_view line) {
  if (line.size() > kLongestStamp) return std::nullopt;
  const std::string lower = AsciiLower(line);
  std::string_view rest = lower;
  if (!TakeEnd(&rest, "ago") || rest.size() + 3 >= lower.size()) return std::nullopt;
  for (const AgeUnit& unit : kAgeUnits) {
    std::string_view before = rest;
    if (!TakeEnd(&before, unit.name) ||
        (!before.empty() && IsLetterByte(before.back()) && rest.size() == before.size() + unit.name.size()))
      continue;
    const std::optional<int> number = TakeNumber(&before);
    if (!number) return std::nullopt;
    StampAge age;
    age.span = {static_cast<uint32_t>(before.size()), static_cast<uint32_t>(line.size())};
    if (unit.days == 0) {
      // An hour ago may have been yesterday.
      const bool hours = unit.name.starts_with('h');
      age.least = hours ? *number / 24 : 0;
      age.most = age.least + 1;
      age.fresh = !hours || *number <= kFreshHours;
    } else {
      age.least = *number * unit.days;
      age.most = age.least + unit.days;
    }
    if (age.most > kMostDays) return std::nullopt;
    return age;
  }
  return std::nullopt;
}

void SolveRelativeStamps(Document* document) {
  const std::vector<AgedStory> aged = FindAgedStories(document);
  const std::optional<Day> saved = SavedOn(aged);
  if (!saved) return;
  for (const AgedStory& a : aged) {
    if (a.story->published) continue;
    const std::optional<Day> day = DayOfStory(a, *saved);
    if (!day) continue;
    a.story->published = Published{OneDay(*day), "age on the page"};
    document->evidence.push_back({"published", FormatIsoDay(*day), "age on the page", a.age.span});
  }
}

}  // namespace crosscheck
