// Running the examples of rules: the rules' tests, and those of users' packs.
#ifndef CROSSCHECK_RULEBOOK_EXAMPLES_H_
#define CROSSCHECK_RULEBOOK_EXAMPLES_H_

#include <functional>
#include <string>
#include <vector>

#include "rulebook/rule.h"

namespace crosscheck {

// What the program finds in an example's text by one rule: a list of objects, spans given as the words at them.
using Probe = std::function<std::vector<Json>(const Rule& rule, const Example& example)>;

struct ExampleResult {
  const Rule* rule = nullptr;
  const Example* example = nullptr;
  std::string failure;  // empty: as it must be
};

// Each field of `expect` must be equal in one of the items found.
ExampleResult RunExample(const Rule& rule, const Example& example, const Probe& probe);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_EXAMPLES_H_
