#include "read/stamps.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/days.h"
#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr int kFirstYear = 1990;         // of a stamp on a page: an earlier one is a date of the story
constexpr int kFirstMachineYear = 1600;  // of a field: archives reach far back
constexpr int kLastYear = 2100;
constexpr size_t kMaxLine = 300;  // a stamp is short

struct Piece {
  std::string text;  // lower case
  uint32_t start = 0;
  uint32_t end = 0;
  int number = -1;
  size_t digits = 0;
  int month = 0;
  char before = ' ';  // the mark before it: ' ' '/' '-' '.' ','
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

int MonthByName(std::string_view word) {
  // English, and the names of the languages that the metadata of pages is most
  // often in.
  constexpr std::string_view kMonths[12][6] = {{"january", "januar", "janvier", "enero", "januari", "gennaio"},
                                               {"february", "februar", "février", "febrero", "februari", "febbraio"},
                                               {"march", "märz", "mars", "marzo", "maart", "março"},
                                               {"april", "avril", "abril", "aprile", "apr", "april"},
                                               {"may", "mai", "mayo", "mei", "maggio", "maio"},
                                               {"june", "juni", "juin", "junio", "giugno", "junho"},
                                               {"july", "juli", "juillet", "julio", "luglio", "julho"},
                                               {"august", "août", "agosto", "augustus", "aug", "august"},
                                               {"september", "septembre", "septiembre", "settembre", "sept", "setembro"},
                                               {"october", "oktober", "octobre", "octubre", "ottobre", "outubro"},
                                               {"november", "novembre", "noviembre", "novembro", "nov", "november"},
                                               {"december", "dezember", "décembre", "diciembre", "dicembre", "dezembro"}};
  constexpr std::string_view kShort[12] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  for (int month = 0; month < 12; ++month) {
    if (word == kShort[month] ||
        std::find(std::begin(kMonths[month]), std::end(kMonths[month]), word) != std::end(kMonths[month])) {
      return month + 1;
    }
  }
  return 0;
}

std::vector<Piece> Cut(std::string_view text) {
  std::vector<Piece> pieces;
  char before = ' ';
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    if (IsDigit(text[at])) {
      while (at < text.size() && IsDigit(text[at])) ++at;
    } else if (IsWordByte(text[at])) {
      while (at < text.size() && IsWordByte(text[at])) ++at;
    } else {
      if (text[at] != ' ' || before == ' ') before = text[at];
      ++at;
      continue;
    }
    Piece piece;
    piece.text = AsciiLower(text.substr(start, at - start));
    piece.start = static_cast<uint32_t>(start);
    piece.end = static_cast<uint32_t>(at);
    piece.before = before;
    if (IsDigit(text[start])) {
      piece.digits = at - start;
      piece.number = piece.digits <= 8 ? std::stoi(piece.text) : -1;
    } else {
      piece.month = MonthByName(piece.text);
    }
    pieces.push_back(std::move(piece));
    before = ' ';
  }
  return pieces;
}

std::optional<Day> Make(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  return MakeDay(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

bool IsYear(const Piece& piece) { return piece.digits == 4 && piece.number >= kFirstYear && piece.number <= kLastYear; }
bool IsDayNumber(const Piece& piece) {
  return (piece.digits == 1 || piece.digits == 2) && piece.number >= 1 && piece.number <= 31;
}
bool IsOrdinalEnding(const Piece& piece) {
  return piece.text == "st" || piece.text == "nd" || piece.text == "rd" || piece.text == "th";
}

// A full date that begins at piece `i`; `last` is its last piece.
// `short_years`: "11 Jun 24", as feeds write it, is 2024 (1970 to 2069).
std::optional<Day> DayAt(const std::vector<Piece>& p, size_t i, bool month_first, bool short_years, size_t* last) {
  const auto has = [&](size_t n) { return i + n < p.size(); };
  if (p[i].month > 0 && has(2) && IsDayNumber(p[i + 1])) {  // June 12, 2024; June 12th 2024
    const size_t year = IsOrdinalEnding(p[i + 2]) ? i + 3 : i + 2;
    if (year < p.size() && IsYear(p[year])) return *last = year, Make(p[year].number, p[i].month, p[i + 1].number);
  }
  if (IsDayNumber(p[i]) && has(2)) {  // 12 June 2024, 12th of June, 2024, 12-Jun-2024
    size_t month = i + 1;
    if (IsOrdinalEnding(p[month])) ++month;
    if (month + 1 < p.size() && (p[month].text == "of" || p[month].text == "de")) ++month;
    if (month + 1 < p.size() && p[month].month > 0) {
      size_t year = month + 1;
      if (p[year].text == "de" && year + 1 < p.size()) ++year;
      if (IsYear(p[year])) return *last = year, Make(p[year].number, p[month].month, p[i].number);
      if (short_years && p[year].digits == 2) {
        return *last = year, MakeDay(p[year].number + (p[year].number < 70 ? 2000 : 1900), static_cast<unsigned>(p[month].month),
                                     static_cast<unsigned>(p[i].number));
      }
    }
  }
  if (!has(2) || p[i + 1].before != p[i + 2].before) return std::nullopt;
  const char mark = p[i + 1].before;
  if (mark != '/' && mark != '-' && mark != '.') return std::nullopt;
  if (IsYear(p[i]) && IsDayNumber(p[i + 1]) && IsDayNumber(p[i + 2])) {  // 2024-06-12
    return *last = i + 2, Make(p[i].number, p[i + 1].number, p[i + 2].number);
  }
  if (!IsDayNumber(p[i]) || !IsDayNumber(p[i + 1]) || !IsYear(p[i + 2])) return std::nullopt;
  const int first = p[i].number;
  const int second = p[i + 1].number;
  *last = i + 2;
  if (mark == '.' || first > 12 || first == second) return Make(p[i + 2].number, second, first);
  if (second > 12 || month_first) return Make(p[i + 2].number, first, second);
  return std::nullopt;
}

std::optional<FoundDay> FindDayIn(std::string_view text, bool month_first, bool short_years) {
  const std::vector<Piece> pieces = Cut(text.substr(0, kMaxLine));
  for (size_t i = 0; i < pieces.size(); ++i) {
    size_t last = i;
    if (const auto day = DayAt(pieces, i, month_first, short_years, &last)) return FoundDay{*day, {pieces[i].start, pieces[last].end}};
  }
  return std::nullopt;
}

}  // namespace

StampMeaning MeaningOf(std::string_view words, const PageRules& rules) {
  StampMeaning meaning = StampMeaning::kPlain;
  for (size_t at = 0; at < words.size();) {
    const size_t start = at;
    while (at < words.size() && IsWordByte(words[at])) ++at;
    if (at > start) {
      const HintSet hints = rules.LineHints(words.substr(start, at - start));
      if (TellsChange(hints)) {
        meaning = StampMeaning::kChanged;
      } else if ((hints & Bit(LineHint::kStamp)) != 0) {
        return StampMeaning::kPublished;
      }
    } else {
      ++at;
    }
  }
  return meaning;
}

std::optional<StampDay> FindStampDay(std::string_view text, bool month_first, const PageRules& rules) {
  std::optional<StampDay> best;
  for (uint32_t from = 0; from < text.size();) {
    const std::optional<FoundDay> day = FindDay(text.substr(from), month_first);
    if (!day) break;
    const StampMeaning meaning = MeaningOf(text.substr(from, day->span.start), rules);
    const StampDay told{{day->day, {from + day->span.start, from + day->span.end}}, meaning};
    if (meaning == StampMeaning::kPublished) return told;
    if (!best || (best->meaning == StampMeaning::kChanged && meaning == StampMeaning::kPlain)) best = told;
    from = told.found.span.end;
  }
  return best;
}

std::optional<FoundDay> FindDay(std::string_view text, bool month_first) { return FindDayIn(text, month_first, false); }

std::optional<Day> ParseMachineDay(std::string_view value, bool month_first) {
  value = Trim(value);
  if (const auto day = ParseIsoDay(value); day && *day >= *MakeDay(kFirstMachineYear, 1, 1)) return day;
  const bool digits = std::all_of(value.begin(), value.end(), IsDigit);
  if (digits && value.size() == 8) {  // 20240612
    return Make(std::stoi(std::string(value.substr(0, 4))), std::stoi(std::string(value.substr(4, 2))),
                std::stoi(std::string(value.substr(6, 2))));
  }
  if (digits && (value.size() == 10 || value.size() == 13)) {
    const int64_t seconds = std::stoll(std::string(value.substr(0, 10)));
    return Day(std::chrono::days(seconds / 86400));
  }
  const auto found = FindDayIn(value, month_first, true);
  return found ? std::optional(found->day) : std::nullopt;
}

std::optional<Day> DayInUrl(std::string_view url) {
  const size_t host = url.find("://");
  const size_t path = url.find('/', host == std::string_view::npos ? 0 : host + 3);
  if (path == std::string_view::npos) return std::nullopt;
  const std::vector<Piece> pieces = Cut(url.substr(path, kMaxLine));
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.digits == 8) {
      if (const auto day = Make(piece.number / 10000, piece.number / 100 % 100, piece.number % 100)) return day;
    }
    if (!IsYear(piece) || i + 2 >= pieces.size()) continue;
    const Piece& month = pieces[i + 1];
    const Piece& day = pieces[i + 2];
    if ((month.before != '/' && month.before != '-') || month.before != day.before || !IsDayNumber(day)) continue;
    if (month.month > 0) return Make(piece.number, month.month, day.number);
    if (month.digits == 2 && day.digits == 2) return Make(piece.number, month.number, day.number);
  }
  return std::nullopt;
}

}  // namespace crosscheck
