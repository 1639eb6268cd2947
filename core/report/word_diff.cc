#include "report/word_diff.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxWords = 400;

std::string Core(std::string_view word) {
  const std::string lower = LowerCase(word);
  const auto is_mark = [](char c) { return std::string_view(".,;:!?\"'()").find(c) != std::string_view::npos; };
  size_t start = 0;
  size_t end = lower.size();
  while (start < end && is_mark(lower[start])) ++start;
  while (end > start && is_mark(lower[end - 1])) --end;
  return start == end ? lower : lower.substr(start, end - start);
}

void Append(WordPiece::Side side, std::string_view word, std::vector<WordPiece>* pieces) {
  if (pieces->empty() || pieces->back().side != side) pieces->push_back({side, ""});
  std::string& words = pieces->back().words;
  if (!words.empty()) words += ' ';
  words += word;
}

}  // namespace

std::vector<WordPiece> WordDiff(std::string_view a, std::string_view b) {
  const std::string flat_a = CollapseSpace(a);
  const std::string flat_b = CollapseSpace(b);
  const std::vector<std::string_view> x = Split(flat_a, ' ');
  const std::vector<std::string_view> y = Split(flat_b, ' ');
  if (x.size() > kMaxWords || y.size() > kMaxWords) return {{WordPiece::kOnlyA, flat_a}, {WordPiece::kOnlyB, flat_b}};
  std::vector<std::string> p(x.size());
  std::vector<std::string> q(y.size());
  std::transform(x.begin(), x.end(), p.begin(), Core);
  std::transform(y.begin(), y.end(), q.begin(), Core);
  // common[i][j]: the longest common subsequence of x from i and y from j.
  std::vector<std::vector<uint16_t>> common(x.size() + 1, std::vector<uint16_t>(y.size() + 1));
  for (size_t i = x.size(); i-- > 0;) {
    for (size_t j = y.size(); j-- > 0;) {
      common[i][j] =
          p[i] == q[j] ? static_cast<uint16_t>(common[i + 1][j + 1] + 1) : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::vector<WordPiece> pieces;
  size_t i = 0;
  size_t j = 0;
  while (i < x.size() || j < y.size()) {
    if (i < x.size() && j < y.size() && p[i] == q[j]) {
      Append(WordPiece::kBoth, x[i++], &pieces);
      ++j;
    } else if (j == y.size() || (i < x.size() && common[i + 1][j] >= common[i][j + 1])) {
      Append(WordPiece::kOnlyA, x[i++], &pieces);
    } else {
      Append(WordPiece::kOnlyB, y[j++], &pieces);
    }
  }
  return pieces;
}

}  // namespace crosscheck
