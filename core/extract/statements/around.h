// The statement that a place in the text belongs to.
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_AROUND_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_AROUND_H_

#include <utility>
#include <vector>

#include "crosscheck/record.h"

namespace crosscheck {

// Asked for spans in text order: linear over all of them.
class StatementsAround {
 public:
  // `statements`, outer before nested, must outlive this.
  explicit StatementsAround(const std::vector<Statement>& statements);
  // The innermost statement whose content holds the span; null where there is none.
  const Statement* Innermost(Span span);

 private:
  using Part = std::pair<Span, const Statement*>;
  std::vector<Part> parts_;  // by start, outer before inner
  std::vector<Part> open_;
  size_t next_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_AROUND_H_
