#include "rulebook/examples.h"

#include "base/strings.h"

namespace crosscheck {
namespace {

bool HasAll(const Json& item, const Json& expect) {
  for (const auto& [field, value] : expect.items()) {
    if (!item.contains(field) || item[field] != value) return false;
  }
  return true;
}

}  // namespace

ExampleResult RunExample(const Rule& rule, const Example& example, const Probe& probe) {
  ExampleResult result{&rule, &example, ""};
  const std::vector<Json> found = probe(rule, example);
  std::string listed;
  for (const Json& item : found) {
    if (!example.expect.is_null() && HasAll(item, example.expect)) return result;
    StrAppend(&listed, "\n    found ", DumpJson(item));
  }
  if (example.expect.is_null() && found.empty()) return result;
  const std::string wanted = example.expect.is_null() ? "nothing" : DumpJson(example.expect);
  result.failure = StrCat(rule.origin, ": ", example.pointer, ": rule ", rule.id, "\n    wanted ", wanted,
                          listed.empty() ? "\n    found nothing" : listed);
  return result;
}

}  // namespace crosscheck
