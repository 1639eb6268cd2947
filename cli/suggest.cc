#include "cli/suggest.h"

#include <algorithm>

#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr size_t kLongest = 80;  // longer words are no typing errors

}  // namespace

size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::vector<size_t>> cost(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

std::string DidYouMean(std::string_view word, const std::vector<std::string>& known) {
  if (word.size() > kLongest) return "";
  const std::string* nearest = nullptr;
  size_t least = 0;
  for (const std::string& candidate : known) {
    const size_t distance = EditDistance(word, candidate);
    if (distance > std::max<size_t>(1, candidate.size() / 3)) continue;
    if (nearest == nullptr || distance < least) {
      nearest = &candidate;
      least = distance;
    }
  }
  return nearest == nullptr ? "" : StrCat("; did you mean ", *nearest, "?");
}

}  // namespace crosscheck
