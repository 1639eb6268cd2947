// "Did you mean": the known word that is nearest to a mistyped one.
#ifndef CROSSCHECK_CLI_SUGGEST_H_
#define CROSSCHECK_CLI_SUGGEST_H_

#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// Insertions, deletions, replacements and swaps of neighbours that make `a` into `b` (Damerau-Levenshtein, optimal alignment).
size_t EditDistance(std::string_view a, std::string_view b);

// "; did you mean NEAREST?" where a known word is near enough (a third of its length), else empty. The first of equals.
std::string DidYouMean(std::string_view word, const std::vector<std::string>& known);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_SUGGEST_H_
