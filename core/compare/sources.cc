#include "compare/sources.h"

#include <algorithm>

namespace crosscheck {

SourceFinder::SourceFinder(const std::vector<Statement>& statements) {
  for (const Statement& statement : statements) {
    for (const Span part : statement.content) parts_.emplace_back(part, &statement);
  }
  std::stable_sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.first.start < b.first.start; });
}

const Statement* SourceFinder::Find(Span span) {
  while (next_ < parts_.size() && parts_[next_].first.start <= span.start) open_.push_back(parts_[next_++]);
  std::erase_if(open_, [&](const Part& part) { return part.first.end <= span.start; });
  const Part* innermost = nullptr;
  for (const Part& part : open_) {
    if (part.first.Contains(span) && (innermost == nullptr || part.first.size() <= innermost->first.size())) innermost = &part;
  }
  return innermost == nullptr ? nullptr : innermost->second;
}

}  // namespace crosscheck
