#include "extract/dates/date_numbers.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/figures/life_decades.h"

namespace crosscheck {
namespace {

// A number token taken apart: "1,250", "2.5", "18th", "90s", "2.15pm".
struct Digits {
  int64_t whole = 0;
  int digits = 0;
  int fraction = 0;  // after the stop, at most three digits
  int fraction_digits = 0;
  bool separated = false;  // by commas
  bool valid = false;
  std::string_view suffix;
};

Digits TakeApart(const TextView& view, uint32_t at, uint32_t end) {
  Digits out;
  if (at >= end || view.tokens[at].token_class != TokenClass::kNumber) return out;
  const std::string_view text = view.Text(at);
  size_t i = 0;
  for (; i < text.size() && i < 12; ++i) {
    if (text[i] >= '0' && text[i] <= '9') {
      out.whole = out.whole * 10 + (text[i] - '0');
      ++out.digits;
    } else if (text[i] == ',') {
      out.separated = true;
    } else {
      break;
    }
  }
  if (i < text.size() && text[i] == '.') {
    for (++i; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
      if (out.fraction_digits == 3) return out;
      out.fraction = out.fraction * 10 + (text[i] - '0');
      ++out.fraction_digits;
    }
  }
  out.suffix = text.substr(i);
  out.valid = out.digits <= 9 && out.suffix.size() <= 4 &&
              std::none_of(out.suffix.begin(), out.suffix.end(), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

const TimeWord& WordAt(const TextView& view, uint32_t at) { return view.rules.calendar.Find(view.tokens[at].word); }

std::optional<int> ValueAt(const TextView& view, uint32_t at, uint32_t end, TimeClass time_class) {
  if (at >= end) return std::nullopt;
  const TimeWord& word = WordAt(view, at);
  if ((word.classes & Bit(time_class)) == 0) return std::nullopt;
  return word.Value(time_class);
}

std::optional<int> SuffixValue(const TextView& view, std::string_view suffix, TimeClass time_class) {
  if (suffix.empty()) return std::nullopt;
  const TimeWord& word = view.rules.calendar.Find(view.rules.lexicon.Find(AsciiLower(suffix)));
  if ((word.classes & Bit(time_class)) == 0) return std::nullopt;
  return word.Value(time_class);
}

bool IsDash(const TextView& view, uint32_t at, uint32_t end) {
  return at < end && view.tokens[at].token_class == TokenClass::kDash;
}

bool IsSymbol(const TextView& view, uint32_t at, uint32_t end, char c) {
  return at < end && view.tokens[at].length == 1 && view.Text(at).front() == c;
}

bool IsApostrophe(const TextView& view, uint32_t at, uint32_t end) {
  if (at >= end || view.tokens[at].token_class != TokenClass::kQuote) return false;
  const std::string_view mark = view.Text(at);
  return mark == "'" || mark == "\xE2\x80\x99" || mark == "\xE2\x80\x98";
}

bool IsDashed(const TextView& view, uint32_t at, uint32_t end) {
  return IsDash(view, at, end) && !view.tokens[at].Has(Token::kSpaceBefore) && at + 1 < end &&
         !view.tokens[at + 1].Has(Token::kSpaceBefore);
}

// "twenty", "twenty-five", "seven": below a hundred.
uint32_t ReadBelowHundred(const TextView& view, uint32_t at, uint32_t end, int* value) {
  const auto first = ValueAt(view, at, end, TimeClass::kCardinal);
  if (!first) return 0;
  *value = *first;
  if (*first < 20 || *first % 10 != 0) return 1;
  const uint32_t next = IsDashed(view, at + 1, end) ? at + 2 : at + 1;
  const auto unit = ValueAt(view, next, end, TimeClass::kCardinal);
  if (!unit || *unit < 1 || *unit > 9) return 1;
  *value += *unit;
  return next + 1 - at;
}

bool Joins(const TextView& view, uint32_t at, uint32_t end, JoinerWord word) {
  return ValueAt(view, at, end, TimeClass::kJoiner) == static_cast<int>(word);
}

// "two hundred", "thousand", "twenty-five", "one thousand two hundred and six".
uint32_t ReadCardinal(const TextView& view, uint32_t at, uint32_t end, int64_t* value) {
  int64_t total = 0;
  int64_t group = 0;  // what the next scale word multiplies
  uint32_t taken = 0;
  int last_scale = 1'000'000;
  for (bool begun = false;; begun = true) {
    int below = 0;
    const uint32_t gap = begun && Joins(view, at + taken, end, JoinerWord::kAnd) ? 1 : 0;
    const uint32_t number = ReadBelowHundred(view, at + taken + gap, end, &below);
    if (begun && number == 0) break;
    const auto scale = ValueAt(view, at + taken + gap + number, end, TimeClass::kScale);
    if (number == 0 && !scale) return 0;
    if (scale && *scale >= last_scale) break;
    taken += gap + number;
    if (!scale) {
      group += below;
      break;
    }
    ++taken;
    last_scale = *scale;
    group += (number > 0 ? below : 1) * int64_t{*scale};
    if (*scale == 1000) {
      total += group;
      group = 0;
    } else if (ValueAt(view, at + taken, end, TimeClass::kScale) == 1000 && total == 0) {  // two hundred thousand
      total = group * 1000;
      group = 0;
      ++taken;
    }
  }
  *value = total + group;
  return taken;
}

// "1/2" in three tokens, or one of the signs for a half and the quarters.
uint32_t ReadFraction(const TextView& view, uint32_t at, uint32_t end, UnitCount* count) {
  if (at < end && view.tokens[at].token_class == TokenClass::kSymbol) {
    const std::string_view sign = view.Text(at);
    if (sign != "\xC2\xBD" && sign != "\xC2\xBC" && sign != "\xC2\xBE") return 0;
    count->numerator = sign == "\xC2\xBE" ? 3 : 1;
    count->denominator = sign == "\xC2\xBD" ? 2 : 4;
    return 1;
  }
  const Digits upper = TakeApart(view, at, end);
  if (!upper.valid || !upper.suffix.empty() || !IsSymbol(view, at + 1, end, '/')) return 0;
  const Digits lower = TakeApart(view, at + 2, end);
  if (!lower.valid || lower.digits != 1 || lower.whole < 2 || upper.whole < 1 || upper.whole >= lower.whole) return 0;
  count->numerator = static_cast<int>(upper.whole);
  count->denominator = static_cast<int>(lower.whole);
  return 3;
}

void SetDecimal(const Digits& digits, UnitCount* count) {
  count->whole = digits.whole;
  count->numerator = digits.fraction;
  count->denominator = 1;
  for (int i = 0; i < digits.fraction_digits; ++i) count->denominator *= 10;
  for (const int factor : {2, 5}) {
    while (count->numerator != 0 && count->numerator % factor == 0 && count->denominator % factor == 0) {
      count->numerator /= factor;
      count->denominator /= factor;
    }
  }
}

// "two and a half": how many tokens the whole takes where the count itself took `taken`.
uint32_t ReadHalfMore(const TextView& view, uint32_t at, uint32_t taken, uint32_t end, UnitCount* count) {
  const uint32_t next = at + taken;
  if (!Joins(view, next, end, JoinerWord::kAnd) || next + 2 >= end || !view.Is(next + 1, Role::kDeterminer)) return taken;
  const auto parts = ValueAt(view, next + 2, end, TimeClass::kFraction);
  if (!parts) return taken;
  count->numerator = 1;
  count->denominator = *parts;
  return taken + 3;
}

uint32_t ReadOneCount(const TextView& view, uint32_t at, uint32_t end, UnitCount* count) {
  const Digits digits = TakeApart(view, at, end);
  if (digits.digits > 1 && view.Text(at).starts_with('0') && digits.fraction_digits == 0) return 0;  // 0600
  if (digits.valid && digits.suffix.empty() && (digits.digits < 4 || digits.separated || digits.whole < 1500)) {
    SetDecimal(digits, count);
    if (digits.fraction_digits > 0) return 1;
    UnitCount fraction;
    if (const uint32_t taken = ReadFraction(view, at, end, &fraction)) {
      fraction.whole = 0;
      *count = fraction;
      return taken;
    }
    const uint32_t gap = IsDashed(view, at + 1, end) && at + 2 < end && IsSymbol(view, at + 3, end, '/') ? 2 : 1;
    if (const uint32_t taken = ReadFraction(view, at + gap, end, count)) return gap + taken;
    return ReadHalfMore(view, at, 1, end, count);
  }
  if (const uint32_t taken = ReadCardinal(view, at, end, &count->whole)) return ReadHalfMore(view, at, taken, end, count);
  if (const auto parts = ValueAt(view, at, end, TimeClass::kFraction)) {  // "half a year"
    if (at + 1 >= end || !view.Is(at + 1, Role::kDeterminer)) return 0;
    *count = {0, 1, *parts, false};
    return 2;
  }
  if (const auto least = ValueAt(view, at, end, TimeClass::kVague)) {
    count->whole = *least;
    count->vague = *least != 2;  // a couple is two
    return 1;
  }
  return 0;
}

// "two thousand and eight" is a number but behind a preposition, the word year or a part of a date, and not before a noun in the
// plural; "two thousand" alone is one but behind the word year.
bool IsYearInWords(const TextView& view, uint32_t at, uint32_t last, uint32_t end, int64_t value) {
  if (at == 0) return false;
  const uint32_t before = WordAt(view, at - 1).classes;
  if ((before & Bit(TimeClass::kUnit)) != 0 && ValueAt(view, at - 1, end, TimeClass::kUnit) == static_cast<int>(TimeUnit::kYear))
    return true;
  constexpr uint32_t kDateParts =
      Bit(TimeClass::kMonth) | Bit(TimeClass::kOrdinal) | Bit(TimeClass::kSeason) | Bit(TimeClass::kEdge);
  const bool in_a_date = (before & kDateParts) != 0 || view.Is(at - 1, Role::kPreposition) ||
                         view.tokens[at - 1].token_class == TokenClass::kComma;
  if (value == 2000 || !in_a_date) return false;
  return last >= end || view.tokens[last].token_class != TokenClass::kWord || !view.Text(last).ends_with('s') ||
         view.tokens[last].Has(Token::kClitic);
}

int CenturyAround(int two_digits) { return two_digits < 40 ? 2000 + two_digits : 1900 + two_digits; }

}  // namespace

uint32_t ReadCount(const TextView& view, uint32_t at, uint32_t end, UnitCount* count) {
  uint32_t taken = ReadOneCount(view, at, end, count);
  if (taken == 0) return 0;
  // "two to three": from the first to the second, so the number is open.
  UnitCount second;
  if (Joins(view, at + taken, end, JoinerWord::kTo) || IsDashed(view, at + taken, end)) {
    const uint32_t more = ReadOneCount(view, at + taken + 1, end, &second);
    if (more > 0 && (!second.vague) && second.whole > count->whole) {
      count->vague = true;
      taken += 1 + more;
    }
  }
  return taken;
}

uint32_t ReadDay(const TextView& view, uint32_t at, uint32_t end, int* day) {
  const Digits digits = TakeApart(view, at, end);
  if (digits.valid) {
    if (digits.digits > 2 || digits.separated || digits.fraction_digits > 0 || digits.whole < 1 || digits.whole > 31) return 0;
    if (!digits.suffix.empty() && SuffixValue(view, digits.suffix, TimeClass::kSuffix) != 1) return 0;
    *day = static_cast<int>(digits.whole);
    return 1;
  }
  const uint32_t taken = ReadOrdinal(view, at, end, day);
  return taken > 0 && *day <= 31 ? taken : 0;
}

uint32_t ReadYear(const TextView& view, uint32_t at, uint32_t end, int* year) {
  const Digits digits = TakeApart(view, at, end);
  if (digits.valid) {
    if (digits.digits != 4 || digits.separated || digits.fraction_digits > 0 || !digits.suffix.empty()) return 0;
    if (digits.whole < 1000 || digits.whole > 2199) return 0;
    *year = static_cast<int>(digits.whole);
    return 1;
  }
  // "nineteen ninety-six"; "two thousand (and) five".
  int high = 0;
  int low = 0;
  const uint32_t taken = ReadBelowHundred(view, at, end, &high);
  if (taken == 0) return 0;
  if (high >= 15 && high <= 20) {
    const uint32_t more = ReadBelowHundred(view, at + taken, end, &low);
    if (more == 0 || low < 10 || view.tokens[at + taken].token_class == TokenClass::kDash) return 0;
    *year = high * 100 + low;
    return taken + more;
  }
  int64_t value = 0;
  const uint32_t all = ReadCardinal(view, at, end, &value);
  if (value < 2000 || value > 2099) return 0;
  if (!IsYearInWords(view, at, at + all, end, value)) return 0;
  *year = static_cast<int>(value);
  return all;
}

uint32_t ReadShortYear(const TextView& view, uint32_t at, uint32_t end, int* year) {
  if (!IsApostrophe(view, at, end)) return 0;
  const Digits two = TakeApart(view, at + 1, end);
  if (!two.valid || two.digits != 2 || !two.suffix.empty() || two.fraction_digits > 0) return 0;
  if (view.tokens[at + 1].Has(Token::kSpaceBefore)) return 0;
  *year = CenturyAround(static_cast<int>(two.whole));
  return 2;
}

uint32_t ReadOrdinal(const TextView& view, uint32_t at, uint32_t end, int* ordinal) {
  const Digits digits = TakeApart(view, at, end);
  if (digits.valid) {
    if (digits.digits > 3 || digits.fraction_digits > 0 || SuffixValue(view, digits.suffix, TimeClass::kSuffix) != 1) return 0;
    *ordinal = static_cast<int>(digits.whole);
    return 1;
  }
  if (const auto value = ValueAt(view, at, end, TimeClass::kOrdinal)) {
    *ordinal = *value;
    return 1;
  }
  const auto tens = ValueAt(view, at, end, TimeClass::kCardinal);
  if (!tens || *tens < 20 || *tens % 10 != 0) return 0;
  const uint32_t next = IsDashed(view, at + 1, end) ? at + 2 : at + 1;
  const auto unit = ValueAt(view, next, end, TimeClass::kOrdinal);
  if (!unit || *unit > 9) return 0;
  *ordinal = *tens + *unit;
  return next + 1 - at;
}

uint32_t ReadDecade(const TextView& view, uint32_t at, uint32_t end, int* decade) {
  if (ReadLifeDecade(view, at, view.sentences[view.sentence_of[at]].first, end)) return 0;  // "in her early 20s"
  const uint32_t skip = IsApostrophe(view, at, end) ? 1 : 0;
  const Digits digits = TakeApart(view, at + skip, end);
  if (digits.valid) {
    uint32_t taken = skip + 1;
    if (digits.suffix.empty()) {  // 1980's
      const bool clitic = at + taken < end && view.tokens[at + taken].Has(Token::kClitic);
      if (!clitic || SuffixValue(view, view.Text(at + taken).substr(view.Text(at + taken).size() - 1), TimeClass::kSuffix) != 2)
        return 0;
      ++taken;
    } else if (SuffixValue(view, digits.suffix, TimeClass::kSuffix) != 2) {
      return 0;
    }
    if (digits.whole % 10 != 0 || (digits.digits != 4 && digits.digits != 2)) return 0;
    if (digits.digits == 4 && (digits.whole < 1000 || digits.whole > 2090 || skip != 0)) return 0;
    if (digits.digits == 2 && digits.whole < 10) return 0;
    *decade = static_cast<int>(digits.whole);
    return taken;
  }
  if (skip != 0) return 0;
  const auto value = ValueAt(view, at, end, TimeClass::kDecade);
  if (!value) return 0;
  *decade = *value;
  return 1;
}

uint32_t ReadTwoDigits(const TextView& view, uint32_t at, uint32_t end, int* number) {
  const Digits digits = TakeApart(view, at, end);
  if (!digits.valid || digits.digits > 2 || digits.fraction_digits > 0 || !digits.suffix.empty()) return 0;
  *number = static_cast<int>(digits.whole);
  return 1;
}

namespace {

// A time of day as far as its figures tell.
struct ClockReading {
  int hour = -1;
  int minute = -1;
  uint32_t taken = 0;          // 0: none
  std::optional<int> meridiem;  // hours to add
  bool colon = false;
  bool four_digits = false;  // "1500"
  bool glued_unit = false;   // "0530hrs"
};

// "8", "8:30", "8.30", "0830", "eight", with what is glued on.
ClockReading ReadFigures(const TextView& view, uint32_t at, uint32_t end) {
  ClockReading out;
  const Digits digits = TakeApart(view, at, end);
  if (!digits.valid) {
    int below = 0;
    if (ReadBelowHundred(view, at, end, &below) == 1) out = {below, -1, 1, std::nullopt, false, false, false};
    return out;
  }
  if (digits.separated || (digits.fraction_digits != 0 && digits.fraction_digits != 2)) return out;
  out.hour = static_cast<int>(std::min<int64_t>(digits.whole, 9999));
  if (digits.fraction_digits == 2) out.minute = digits.fraction;
  std::string_view suffix = digits.suffix;
  uint32_t taken = 1;
  if (suffix.empty() && out.minute < 0 && IsSymbol(view, at + 1, end, ':') && !view.tokens[at + 1].Has(Token::kSpaceBefore)) {
    const Digits after = TakeApart(view, at + 2, end);
    if (!after.valid || after.digits != 2 || after.fraction_digits > 0) return out;
    out.minute = static_cast<int>(after.whole);
    out.colon = true;
    suffix = after.suffix;
    taken = 3;
  }
  if (digits.digits == 4 && out.minute < 0) {
    out.four_digits = true;
    out.minute = out.hour % 100;
    out.hour /= 100;
  }
  if (!suffix.empty()) {
    out.meridiem = SuffixValue(view, suffix, TimeClass::kMeridiem);
    out.glued_unit = !out.meridiem && SuffixValue(view, suffix, TimeClass::kClockUnit).has_value();
    if (!out.meridiem && !out.glued_unit) return out;
  }
  out.taken = taken;
  return out;
}

// "1900 hours" is a time of day behind a word that goes before one; "0530hrs" always is.
bool TakesClockUnit(const TextView& view, uint32_t at, const ClockReading& clock) {
  const bool clocklike = clock.four_digits || clock.colon || clock.minute >= 0;
  if (!clocklike || clock.meridiem) return false;
  if (view.Text(at).starts_with('0')) return true;
  if (at == 0 || ValueAt(view, at - 1, at, TimeClass::kBound) == static_cast<int>(BoundWord::kAbout)) return false;
  return (WordAt(view, at - 1).classes & (Bit(TimeClass::kJoiner) | Bit(TimeClass::kBound) | Bit(TimeClass::kOffset))) != 0 &&
         !Joins(view, at - 1, at, JoinerWord::kOf);
}

bool Set(const ClockReading& clock, int hour, DatePhrase* phrase) {
  if (hour < 0 || hour > 24 || clock.minute > 59) return false;
  (phrase->hour < 0 ? phrase->minute : phrase->minute_until) = clock.minute;
  (phrase->hour < 0 ? phrase->hour : phrase->hour_until) = hour;
  return true;
}

uint32_t ReadZone(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase) {
  const auto zone = ValueAt(view, at, end, TimeClass::kZone);
  if (!zone || (WordAt(view, at).capital != 0 && !view.tokens[at].Has(Token::kAllCaps))) return 0;
  phrase->zone = *zone;
  return 1;
}

}  // namespace

uint32_t ReadClock(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase) {
  ClockReading clock = ReadFigures(view, at, end);
  if (clock.taken == 0) return 0;
  uint32_t next = at + clock.taken;
  bool unit = clock.glued_unit;
  if (!clock.meridiem && !unit) {
    clock.meridiem = ValueAt(view, next, end, TimeClass::kMeridiem);
    unit = !clock.meridiem && ValueAt(view, next, end, TimeClass::kClockUnit).has_value();
    if (clock.meridiem || unit) ++next;
  }
  if (unit && !TakesClockUnit(view, at, clock)) return 0;
  const uint32_t zone = ReadZone(view, next, end, phrase);
  if (zone == 0 && !clock.meridiem && !unit) return 0;
  if (clock.four_digits && clock.meridiem) return 0;
  int hour = clock.hour;
  if (clock.meridiem) {
    if (hour < 1 || hour > 12) return 0;
    hour = hour % 12 + *clock.meridiem;
  }
  return Set(clock, hour, phrase) ? next + zone - at : 0;
}

uint32_t ReadClockColon(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase) {
  const ClockReading clock = ReadFigures(view, at, end);
  if (!clock.colon || clock.meridiem || clock.glued_unit) return 0;
  const uint32_t next = at + clock.taken;
  if (at > 0 && !view.tokens[at].Has(Token::kSpaceBefore) && IsSymbol(view, at - 1, at, ':')) return 0;
  if (next + 1 < end && !view.tokens[next].Has(Token::kSpaceBefore) && IsSymbol(view, next, end, ':')) return 0;  // 2:05:30
  return Set(clock, clock.hour, phrase) ? clock.taken : 0;
}

uint32_t ReadHour(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase) {
  const ClockReading clock = ReadFigures(view, at, end);
  if (clock.taken == 0 || clock.meridiem || clock.glued_unit || clock.four_digits || clock.hour < 1 || clock.hour > 12) return 0;
  if (!Set(clock, clock.hour, phrase)) return 0;
  phrase->bare_hour = true;
  phrase->split = at + clock.taken;
  return clock.taken;
}

namespace {

// Reads the figures of a date byte by byte.
class FigureReader {
 public:
  FigureReader(std::string_view text, size_t at) : text_(text), at_(at) {}
  // A number of `least` to `most` digits, or nothing.
  std::optional<int> Number(int least, int most, int* digits = nullptr) {
    int value = 0;
    int count = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
      if (++count > most) return std::nullopt;
      value = value * 10 + (text_[at_++] - '0');
    }
    if (digits != nullptr) *digits = count;
    return count >= least ? std::optional<int>(value) : std::nullopt;
  }
  char Take(std::string_view any) {
    if (at_ >= text_.size() || any.find(text_[at_]) == std::string_view::npos) return 0;
    return text_[at_++];
  }
  size_t at() const { return at_; }

 private:
  std::string_view text_;
  size_t at_;
};

// "T10:30:00Z" behind a date of ISO 8601.
void ReadIsoTime(FigureReader* reader, DatePhrase* phrase) {
  FigureReader ahead = *reader;
  if (ahead.Take("T") == 0) return;
  const auto hour = ahead.Number(2, 2);
  const bool colon = ahead.Take(":") != 0;
  const auto minute = ahead.Number(2, 2);
  if (!hour || !colon || !minute || *hour > 24 || *minute > 59) return;
  if (ahead.Take(":") != 0) {
    if (!ahead.Number(2, 2)) return;
    if (ahead.Take(".,") != 0 && !ahead.Number(1, 9)) return;
  }
  if (ahead.Take("Zz") != 0) {
    phrase->zone = 0;
  } else if (const char sign = ahead.Take("+-")) {
    const auto zone_hour = ahead.Number(2, 2);
    ahead.Take(":");
    const auto zone_minute = ahead.Number(2, 2);
    if (!zone_hour || !zone_minute) return;
    phrase->zone = (sign == '-' ? -1 : 1) * (*zone_hour * 60 + *zone_minute);
  }
  phrase->hour = *hour;
  phrase->minute = *minute;
  *reader = ahead;
}

// Puts two numbers that are day and month in one of the two orders; false where they are neither.
bool SetDayAndMonth(int first, int second, DatePhrase* phrase) {
  const auto fits = [](int day, int month) { return day >= 1 && day <= 31 && month >= 1 && month <= 12; };
  const bool day_first = fits(first, second);
  const bool month_first = fits(second, first);
  if (!day_first && !month_first) return false;
  phrase->day = day_first ? first : second;
  phrase->month = day_first ? second : first;
  phrase->swapped = day_first && month_first && first != second;
  return true;
}

// The tokens up to the byte `to`, which must end one that nothing is glued to.
uint32_t TokensTo(const TextView& view, uint32_t at, uint32_t end, size_t to) {
  uint32_t last = at;
  while (last < end && view.tokens[last].end() < to) ++last;
  if (last >= end || view.tokens[last].end() != to) return 0;
  if (last + 1 < end && !view.tokens[last + 1].Has(Token::kSpaceBefore)) {
    const TokenClass next = view.tokens[last + 1].token_class;
    if (next == TokenClass::kNumber || next == TokenClass::kSymbol || next == TokenClass::kDash) return 0;
  }
  return last + 1 - at;
}

}  // namespace

uint32_t ReadNumericDate(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase) {
  if (view.tokens[at].token_class != TokenClass::kNumber) return 0;
  if (at > 0 && !view.tokens[at].Has(Token::kSpaceBefore) && !view.tokens[at].Has(Token::kLineStart)) {
    const TokenClass before = view.tokens[at - 1].token_class;
    if (before != TokenClass::kBracket && before != TokenClass::kQuote) return 0;
  }
  FigureReader reader(view.text, view.tokens[at].start);
  int first_digits = 0;
  const auto first = reader.Number(1, 4, &first_digits);
  const char mark = reader.Take("/.-");
  if (!first || mark == 0 || first_digits == 3) return 0;
  const std::string_view same(&mark, 1);
  const auto second = reader.Number(1, 2);
  if (!second || reader.Take(same) == 0) return 0;
  int last_digits = 0;
  const auto third = reader.Number(1, 4, &last_digits);
  if (!third) return 0;
  if (first_digits == 4) {  // year first: month, then day
    if (last_digits > 2 || *first < 1000 || *first > 2199 || !SetDayAndMonth(*third, *second, phrase)) return 0;
    if (phrase->month != *second) return 0;
    phrase->swapped = false;
    phrase->year = *first;
    if (mark == '-') ReadIsoTime(&reader, phrase);
  } else {
    // "31/01/22" only behind a preposition: it may be anything.
    const bool short_year = last_digits == 2 && mark != '-' && at > 0 && view.Is(at - 1, Role::kPreposition);
    if ((last_digits != 4 && !short_year) || !SetDayAndMonth(*first, *second, phrase)) return 0;
    phrase->year = short_year ? CenturyAround(*third) : *third;
    if (phrase->year < 1000 || phrase->year > 2199) return 0;
  }
  return TokensTo(view, at, end, reader.at());
}

uint32_t ReadYearUntil(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase) {
  const Digits digits = TakeApart(view, at, end);
  if (!digits.valid || digits.digits != 2 || digits.fraction_digits > 0 || !digits.suffix.empty()) return 0;
  const int year = phrase->year / 100 * 100 + static_cast<int>(digits.whole);
  phrase->year_until = digits.whole == 0 && phrase->year % 100 == 99 ? year + 100 : year;
  return phrase->year_until > phrase->year ? 1 : 0;
}

}  // namespace crosscheck
