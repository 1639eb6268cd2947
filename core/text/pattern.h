// Regular expressions of rule packs: the only user of RE2. A pattern is tried only where its required word stands.
#ifndef CROSSCHECK_TEXT_PATTERN_H_
#define CROSSCHECK_TEXT_PATTERN_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "crosscheck/document.h"

namespace re2 {
class RE2;
}

namespace crosscheck {

struct PatternMatch {
  Span whole;
  std::vector<std::pair<std::string, Span>> groups;  // named groups that took part, by name
};

class Pattern {
 public:
  // Refused with the reason: bad syntax, counted repeats above 20, unbounded ".*" or ".+", an automaton above 1 MiB.
  static absl::StatusOr<Pattern> Compile(const std::string& expression);
  // All matches in text[range], left to right, not overlapping.
  std::vector<PatternMatch> FindAll(std::string_view text, Span range) const;

 private:
  explicit Pattern(std::shared_ptr<const re2::RE2> re) : re_(std::move(re)) {}
  std::shared_ptr<const re2::RE2> re_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_TEXT_PATTERN_H_
