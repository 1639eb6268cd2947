// rules: the rules in force, their examples run as tests, the JSON Schema of a rule pack and of the output.
#include <algorithm>

#include "base/json.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "probe.h"
#include "report/display.h"
#include "rulebook/pages.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

int List(const Rulebook& rules, const RulesFlags& flags, Terminal& terminal) {
  size_t widest = 0;
  for (const Rule& rule : rules.tables().rules) widest = std::max(widest, rule.id.size());
  for (const Rule& rule : rules.tables().rules) {
    if (flags.json) {
      const Json json = {
          {"id", rule.id}, {"kind", rule.kind}, {"origin", rule.origin}, {"doc", rule.doc}, {"examples", rule.examples.size()}};
      terminal.Write(StrCat(DumpJson(json), "\n"));
      continue;
    }
    const std::string line = StrCat(rule.id, std::string(widest - rule.id.size() + 2, ' '), OneLine(rule.doc));
    terminal.Write(StrCat(terminal.out_is_terminal() ? CutToWidth(line, terminal.width()) : line, "\n"));
  }
  return kExitOk;
}

int Test(const Rulebook& rules, const RulesFlags& flags, Terminal& terminal) {
  if (!flags.argument.empty() && rules.tables().Find(flags.argument) == nullptr) {
    return terminal.Fail(absl::NotFoundError(StrCat(flags.argument, ": no such rule")));
  }
  size_t count = 0;
  size_t failed = 0;
  for (const ExampleResult& result : TestRules(rules, flags.argument)) {
    ++count;
    if (result.failure.empty()) continue;
    ++failed;
    terminal.Write(StrCat(result.failure, "\n"));
  }
  terminal.Write(StrCat(count, " examples, ", failed, " failed\n"));
  return failed == 0 ? kExitOk : kExitFindings;
}

int Schema(const Rulebook& rules, const RulesFlags& flags, Terminal& terminal) {
  const std::string& shape = flags.argument;
  if (flags.page) {
    terminal.Write(shape.empty() || shape == "rules" ? RulesPage(rules.tables()) : FormatPage());
  } else if (shape.empty() || shape == "rules") {
    terminal.Write(StrCat(RulePackSchema(rules.tables()).dump(2), "\n"));
  } else if (shape == "document" || shape == "worksheet" || shape == "reuse") {
    terminal.Write(StrCat(JsonSchema(shape).dump(1), "\n"));
  } else {
    return terminal.Fail(absl::NotFoundError(StrCat(shape, ": is none of rules, document, worksheet, reuse")));
  }
  return kExitOk;
}

}  // namespace

int RunRules(const RulesFlags& flags, Terminal& terminal) {
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  const int code = flags.action == "list"   ? List(*rules, flags, terminal)
                   : flags.action == "test" ? Test(*rules, flags, terminal)
                                            : Schema(*rules, flags, terminal);
  return terminal.status().ok() ? code : terminal.Fail(terminal.status());
}

}  // namespace crosscheck
