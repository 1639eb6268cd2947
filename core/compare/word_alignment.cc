#include "compare/word_alignment.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxWords = 400;
constexpr int kEqual = 2;
constexpr int kOther = -1;
constexpr int kSkip = -1;

enum class Step : uint8_t { kStop, kBoth, kA, kB };

bool IsWordChar(char32_t c) { return IsLetter(c) || (c >= '0' && c <= '9'); }
bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

}  // namespace

std::vector<QuotedWord> SplitWords(std::string_view text, Span span) {
  std::vector<QuotedWord> words;
  bool gap = false;
  bool bracket = false;
  for (uint32_t at = span.start; at < span.end;) {
    const CodePoint c = DecodeAt(text, at);
    if (c.value == '[' || c.value == 0x2026 || (c.value == '.' && text.substr(at, 3) == "...")) gap = true;
    if (c.value == '[') bracket = true;
    if (c.value == ']') bracket = false;
    if (bracket || !IsWordChar(c.value)) {
      at += c.size;
      continue;
    }
    uint32_t end = at;
    while (end < span.end) {
      const CodePoint next = DecodeAt(text, end);
      const bool inner = IsApostrophe(next.value) || next.value == '.' || next.value == ',';
      if (!IsWordChar(next.value) && !(inner && end + next.size < span.end && IsWordChar(DecodeAt(text, end + next.size).value))) break;
      end += next.size;
    }
    words.push_back({LowerCase(text.substr(at, end - at)), {at, end}, gap});
    gap = false;
    at = end;
  }
  return words;
}

WordAlignment AlignWords(const std::vector<QuotedWord>& a, const std::vector<QuotedWord>& b) {
  const size_t n = std::min(a.size(), kMaxWords);
  const size_t m = std::min(b.size(), kMaxWords);
  std::vector<Step> steps((n + 1) * (m + 1), Step::kStop);
  std::vector<int> above(m + 1, 0);
  std::vector<int> row(m + 1, 0);
  int best = 0;
  size_t best_i = 0;
  size_t best_j = 0;
  for (size_t i = 1; i <= n; ++i) {
    for (size_t j = 1; j <= m; ++j) {
      const int both = above[j - 1] + (a[i - 1].lower == b[j - 1].lower ? kEqual : kOther);
      const int skip_a = above[j] + kSkip;
      const int skip_b = row[j - 1] + kSkip;
      const int score = std::max({0, both, skip_a, skip_b});
      Step& step = steps[i * (m + 1) + j];
      if (score > 0) step = score == both ? Step::kBoth : score == skip_a ? Step::kA : Step::kB;
      row[j] = score;
      if (score > best) best = score, best_i = i, best_j = j;
    }
    above.swap(row);
  }
  WordAlignment result;
  result.a_last = best_i;
  result.b_last = best_j;
  size_t i = best_i;
  size_t j = best_j;
  std::vector<WordEdit> edits;  // back to front
  const auto add = [&](size_t a_words, size_t b_words) {
    if (!edits.empty() && edits.back().a_first == i && edits.back().b_first == j) {
      edits.back().a_first -= a_words;
      edits.back().b_first -= b_words;
    } else {
      edits.push_back({i - a_words, i, j - b_words, j});
    }
    i -= a_words;
    j -= b_words;
  };
  while (steps[i * (m + 1) + j] != Step::kStop) {
    switch (steps[i * (m + 1) + j]) {
      case Step::kBoth:
        if (a[i - 1].lower == b[j - 1].lower) {
          ++result.equal;
          --i, --j;
        } else {
          add(1, 1);
        }
        break;
      case Step::kA: add(1, 0); break;
      case Step::kB: add(0, 1); break;
      case Step::kStop: break;
    }
  }
  result.a_first = i;
  result.b_first = j;
  std::reverse(edits.begin(), edits.end());
  // One or two other words at both ends of both runs are a change, not a cut.
  if (i > 0 && j > 0 && i <= 2 && j <= 2) {
    edits.insert(edits.begin(), {0, i, 0, j});
    result.a_first = result.b_first = 0;
  }
  if (best_i < a.size() && best_j < b.size() && a.size() - best_i <= 2 && b.size() - best_j <= 2) {
    edits.push_back({best_i, a.size(), best_j, b.size()});
    result.a_last = a.size();
    result.b_last = b.size();
  }
  result.edits = std::move(edits);
  return result;
}

}  // namespace crosscheck
