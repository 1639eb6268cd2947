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

// "two hundred", "a thousand", "twenty-five".
uint32_t ReadCardinal(const TextView& view, uint32_t at, uint32_t end, int64_t* value) {
  int below = 0;
  uint32_t taken = ReadBelowHundred(view, at, end, &below);
  *value = below;
  const auto scale = ValueAt(view, at + taken, end, TimeClass::kScale);
  if (!scale) return taken;
  *value = (taken > 0 ? below : 1) * int64_t{*scale};
  ++taken;
  if (const uint32_t more = ReadBelowHundred(view, at + taken, end, &below)) {
    *value += below;
    taken += more;
  }
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

uint32_t ReadOneCount(const TextView& view, uint32_t at, uint32_t end, UnitCount* count) {
  const Digits digits = TakeApart(view, at, end);
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
    return 1;
  }
  if (const uint32_t taken = ReadCardinal(view, at, end, &count->whole)) return taken;
  if (const auto least = ValueAt(view, at, end, TimeClass::kVague)) {
    count->whole = *least;
    count->vague = *least != 2;  // a couple is two
    return 1;
  }
  return 0;
}

int CenturyAround(int two_digits) { return two_digits < 40 ? 2000 + two_digits : 1900 + two_digits; }

}  // namespace

uint32_t ReadCount(const TextView& view, uint32_t at, uint32_t end, UnitCount* count) {
  uint32_t taken = ReadOneCount(view, at, end, count);
  if (taken == 0) return 0;
  // "two to three": from the first to the second, so the number is open. A joiner of counts is a word of the class "joiner",
  // value 2.
  const auto joiner = ValueAt(view, at + taken, end, TimeClass::kJoiner);
  UnitCount second;
  if ((joiner && *joiner == 2) || IsDashed(view, at + taken, end)) {
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
  // "two thousand" alone is a number unless it is "the year two thousand", and so is what ends one: "two hundred and two
  // thousand".
  const std::string before = at > 0 ? LowerCase(view.Text(at - 1)) : std::string();
  if (value == 2000 ? before != "year" : at > 0 && (before == "and" || view.Is(at - 1, Role::kNumberWord))) return 0;
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

uint32_t ReadClock(const TextView& view, uint32_t at, uint32_t end, DatePhrase* phrase) {
  const Digits digits = TakeApart(view, at, end);
  int64_t hour = digits.whole;
  int minute = -1;
  uint32_t taken = 1;
  std::optional<int> meridiem;
  bool military = false;
  if (!digits.valid) {
    int below = 0;
    taken = ReadBelowHundred(view, at, end, &below);
    if (taken != 1) return 0;
    hour = below;
  } else {
    if (digits.separated) return 0;
    if (digits.fraction_digits == 2) {
      minute = digits.fraction;
    } else if (digits.fraction_digits != 0) {
      return 0;
    }
    if (!digits.suffix.empty()) {
      meridiem = SuffixValue(view, digits.suffix, TimeClass::kMeridiem);
      if (!meridiem) return 0;
    } else if (digits.digits == 4 && minute < 0) {
      military = true;
      hour = digits.whole / 100;
      minute = static_cast<int>(digits.whole % 100);
    } else if (minute < 0 && at + 2 < end && IsSymbol(view, at + 1, end, ':') && !view.tokens[at + 1].Has(Token::kSpaceBefore)) {
      const Digits after = TakeApart(view, at + 2, end);
      if (!after.valid || after.digits != 2 || after.fraction_digits > 0) return 0;
      if (!after.suffix.empty()) {
        meridiem = SuffixValue(view, after.suffix, TimeClass::kMeridiem);
        if (!meridiem) return 0;
      }
      minute = static_cast<int>(after.whole);
      taken = 3;
    }
  }
  const bool with_colon = taken == 3;
  if (!meridiem) {
    meridiem = ValueAt(view, at + taken, end, TimeClass::kMeridiem);
    if (meridiem) ++taken;
  }
  const auto zone = ValueAt(view, at + taken, end, TimeClass::kZone);
  if (zone && (WordAt(view, at + taken).capital == 0 || view.tokens[at + taken].Has(Token::kAllCaps))) {
    phrase->zone = *zone;
    ++taken;
  } else if (!meridiem && !with_colon) {
    return 0;
  }
  if (military && (meridiem || hour > 24)) return 0;
  if (meridiem) {
    if (hour < 1 || hour > 12) return 0;
    hour = hour % 12 + *meridiem;
  }
  if (hour > 24 || minute > 59) return 0;
  phrase->hour = static_cast<int>(hour);
  phrase->minute = minute;
  return taken;
}

}  // namespace crosscheck
