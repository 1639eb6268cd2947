#include "extract/statements/around.h"

#include <algorithm>

namespace crosscheck {

StatementsAround::StatementsAround(const std::vector<Statement>& statements) {
  for (const Statement& statement : statements) {
    for (const Span part : statement.content) parts_.emplace_back(part, &statement);
  }
  std::stable_sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.first.start < b.first.start; });
}

const Statement* StatementsAround::Innermost(Span span) {
  while (next_ < parts_.size() && parts_[next_].first.start <= span.start) open_.push_back(parts_[next_++]);
  std::erase_if(open_, [&](const Part& part) { return part.first.end <= span.start; });
  const Statement* innermost = nullptr;
  uint32_t size = 0;
  for (const auto& [part, statement] : open_) {
    if (part.Contains(span) && (innermost == nullptr || part.size() <= size)) innermost = statement, size = part.size();
  }
  return innermost;
}

}  // namespace crosscheck
