#include "text/pattern.h"

#include <re2/re2.h>

#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr int kMaxRepeat = 20;
constexpr int64_t kMaxMemory = 1 << 20;

// What makes a pattern slow: ".+" or ".*" without end, and counted repeats above kMaxRepeat.
std::string_view SlowPart(std::string_view expression) {
  bool in_class = false;
  for (size_t i = 0; i < expression.size(); ++i) {
    const char c = expression[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
    } else if (c == '.' && i + 1 < expression.size() && (expression[i + 1] == '*' || expression[i + 1] == '+')) {
      return "an unbounded \".+\" or \".*\"; name the characters, such as [^.]+";
    } else if (c == '{') {
      int number = 0;
      for (size_t k = i + 1; k < expression.size() && expression[k] != '}'; ++k) {
        if (expression[k] < '0' || expression[k] > '9') {
          number = 0;
          continue;
        }
        number = number * 10 + (expression[k] - '0');
        if (number > kMaxRepeat) return "a counted repeat above 20";
      }
    }
  }
  return {};
}

}  // namespace

absl::StatusOr<Pattern> Pattern::Compile(const std::string& expression) {
  if (const std::string_view slow = SlowPart(expression); !slow.empty()) {
    return absl::InvalidArgumentError(StrCat("pattern \"", expression, "\" has ", slow));
  }
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  auto re = std::make_shared<const re2::RE2>(expression, options);
  if (!re->ok()) return absl::InvalidArgumentError(StrCat("pattern \"", expression, "\": ", re->error()));
  return Pattern(std::move(re));
}

std::vector<PatternMatch> Pattern::FindAll(std::string_view text, Span range) const {
  std::vector<PatternMatch> matches;
  const int groups = re_->NumberOfCapturingGroups() + 1;
  std::vector<re2::StringPiece> parts(static_cast<size_t>(groups));
  const re2::StringPiece input(text.data(), text.size());
  const auto span_of = [&](const re2::StringPiece& part) {
    const auto start = static_cast<uint32_t>(part.data() - text.data());
    return Span{start, start + static_cast<uint32_t>(part.size())};
  };
  for (size_t at = range.start; at < range.end;) {
    if (!re_->Match(input, at, range.end, re2::RE2::UNANCHORED, parts.data(), groups)) break;
    PatternMatch match;
    match.whole = span_of(parts[0]);
    for (const auto& [number, name] : re_->CapturingGroupNames()) {
      const re2::StringPiece& part = parts[static_cast<size_t>(number)];
      if (part.data() != nullptr) match.groups.emplace_back(name, span_of(part));
    }
    at = std::max<size_t>(match.whole.end, match.whole.start + 1);
    matches.push_back(std::move(match));
  }
  return matches;
}

}  // namespace crosscheck
