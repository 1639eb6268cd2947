#include "compare/live_page.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "18:40", "6.05 p.m.", "18h40": hours and minutes at the very beginning, before a space or a mark.
std::optional<int> LeadingTime(std::string_view line) {
  size_t at = 0;
  int hours = 0;
  while (at < line.size() && at < 2 && IsDigit(line[at])) hours = hours * 10 + (line[at++] - '0');
  if (at == 0 || at + 3 > line.size() || (line[at] != ':' && line[at] != '.' && line[at] != 'h')) return std::nullopt;
  if (!IsDigit(line[at + 1]) || !IsDigit(line[at + 2]) || (at + 3 < line.size() && IsDigit(line[at + 3]))) return std::nullopt;
  const int minutes = (line[at + 1] - '0') * 10 + (line[at + 2] - '0');
  at += 3;
  if (at < line.size() && line[at] == ' ') ++at;
  const bool afternoon = at < line.size() && (line[at] == 'p' || line[at] == 'P') && at + 1 < line.size() &&
                         (line[at + 1] == 'm' || line[at + 1] == 'M' || line[at + 1] == '.');
  if (hours > 23 || minutes > 59) return std::nullopt;
  return ((afternoon && hours < 12 ? hours + 12 : hours) * 60) + minutes;
}

}  // namespace

std::optional<int> EntryTime(const ClaimSet& set, const QuantityClaim& claim) {
  const std::string_view text = set.RecordOf(claim).document.text;
  const size_t before = claim.span.start == 0 ? std::string_view::npos : text.rfind('\n', claim.span.start - 1);
  const size_t line = before == std::string_view::npos ? 0 : before + 1;
  return LeadingTime(text.substr(line, claim.span.start - line));
}

bool AreEntriesOfOnePage(const ClaimSet& set, const QuantityClaim& a, const QuantityClaim& b) {
  if (a.story != b.story || a.InHeadline() || b.InHeadline()) return false;
  const auto x = EntryTime(set, a);
  const auto y = EntryTime(set, b);
  return x && y && *x != *y;
}

}  // namespace crosscheck
