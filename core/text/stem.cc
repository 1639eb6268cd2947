#include "text/stem.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace crosscheck {
namespace {

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool HasVowel(std::string_view s) { return std::any_of(s.begin(), s.end(), IsVowel); }

// "shipp" -> "ship", "rolled" -> "roll" stays: only doubled b d g m n p r t are of the ending.
void Undouble(std::string* stem) {
  const size_t n = stem->size();
  if (n < 3 || (*stem)[n - 1] != (*stem)[n - 2]) return;
  if (std::string_view("bdgmnprt").find(stem->back()) != std::string_view::npos) stem->pop_back();
}

void ReplaceEnd(std::string* stem, std::string_view from, std::string_view to) {
  if (stem->size() > from.size() + 2 && stem->ends_with(from)) stem->replace(stem->size() - from.size(), from.size(), to);
}

}  // namespace

std::string Stem(std::string_view lower) {
  std::string stem(lower);
  if (stem.ends_with("'s")) stem.resize(stem.size() - 2);
  if (stem.size() <= 3) return stem;
  if (stem.ends_with("ies") && stem.size() > 4) {
    stem.replace(stem.size() - 3, 3, "y");
  } else if (stem.ends_with("sses") || stem.ends_with("shes") || stem.ends_with("ches") || stem.ends_with("xes")) {
    stem.resize(stem.size() - 2);
  } else if (stem.ends_with('s') && !stem.ends_with("ss") && !stem.ends_with("us") && !stem.ends_with("is")) {
    stem.pop_back();
  }
  if (stem.size() <= 4) return stem;
  if (stem.ends_with("ied")) {
    stem.replace(stem.size() - 3, 3, "y");
  } else if (stem.ends_with("ed") && HasVowel(std::string_view(stem).substr(0, stem.size() - 2))) {
    stem.resize(stem.size() - 2);
    Undouble(&stem);
  } else if (stem.ends_with("ing") && stem.size() > 5 && HasVowel(std::string_view(stem).substr(0, stem.size() - 3))) {
    stem.resize(stem.size() - 3);
    Undouble(&stem);
  }
  ReplaceEnd(&stem, "isation", "ization");
  ReplaceEnd(&stem, "our", "or");
  ReplaceEnd(&stem, "ise", "ize");
  ReplaceEnd(&stem, "yse", "yze");
  if (stem.size() > 4 && stem.ends_with('e')) stem.pop_back();
  if (stem.size() < lower.size()) ReplaceEnd(&stem, "is", "iz");  // "organis(ed)"
  return stem;
}

int EditDistance(std::string_view a, std::string_view b, int limit) {
  if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > limit) return limit + 1;
  std::vector<int> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    int best = row[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(row[b.size()], limit + 1);
}

}  // namespace crosscheck
