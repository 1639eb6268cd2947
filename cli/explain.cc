// explain: what a rule or a kind of finding means, in its own words and examples.
#include <algorithm>

#include "base/json.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/suggest.h"
#include "report/display.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

// "a, b, c and 12 more"; other values as JSON.
std::string FieldText(const Json& value) {
  constexpr size_t kListed = 20;
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return DumpJson(value);
  std::vector<std::string> items;
  for (size_t i = 0; i < value.size() && i < kListed; ++i) items.push_back(FieldText(value[i]));
  if (value.size() > kListed) items.push_back(StrCat("and ", value.size() - kListed, " more"));
  return Join(items, ", ");
}

// Paragraphs of at most `width` columns, each line after `indent`.
std::string Wrapped(std::string_view text, int width, std::string_view indent) {
  std::string out;
  std::string line;
  const auto flush = [&] {
    if (!line.empty()) StrAppend(&out, indent, line, "\n");
    line.clear();
  };
  const std::string flat = CollapseSpace(text);
  for (const std::string_view word : Split(flat, ' ')) {
    if (!line.empty() && DisplayWidth(line) + DisplayWidth(word) + 1 + static_cast<int>(indent.size()) > width) flush();
    if (!line.empty()) line += ' ';
    line += word;
  }
  flush();
  return out;
}

void AddExamples(const Rule& rule, bool matching, int width, std::string* out) {
  bool first = true;
  for (const Example& example : rule.examples) {
    if (example.expect.is_null() == matching) continue;
    if (first) StrAppend(out, "\n", matching ? "Found in:" : "Not found in:", "\n");
    first = false;
    std::vector<std::string> texts = example.articles;
    if (texts.empty()) texts.push_back(example.text);
    for (const std::string& text : texts) StrAppend(out, Wrapped(StrCat("“", text, "”"), width, "  "));
    if (!example.published.empty()) StrAppend(out, "    published ", example.published, "\n");
    if (!matching) continue;
    for (const auto& [field, value] : example.expect.items()) {
      StrAppend(out, "    ", field, ": ", value.is_null() ? "none" : FieldText(value), "\n");
    }
  }
}

std::string TextOf(const Rule& rule, int width) {
  std::string out = StrCat(rule.id, "  (", rule.kind, ")\n\n", Wrapped(rule.doc, width, ""));
  bool fields = false;
  for (const auto& [field, value] : rule.body.items()) {
    if (field == "id" || field == "doc" || field == "examples") continue;
    if (!fields) out += '\n';
    fields = true;
    StrAppend(&out, Wrapped(StrCat(field, ": ", FieldText(value)), width, "  "));
  }
  AddExamples(rule, true, width, &out);
  AddExamples(rule, false, width, &out);
  StrAppend(&out, "\nFrom ", rule.origin, "\n");
  return out;
}

Json JsonOf(const Rule& rule) {
  Json json = {{"schema", "crosscheck.rule/1"}, {"id", rule.id}, {"kind", rule.kind}, {"origin", rule.origin}};
  json["doc"] = rule.doc;
  json["rule"] = rule.body;
  return json;
}

// What to say of an id that no rule has: the nearest, those it is a part of, or where all are listed.
std::string Unknown(const std::string& id, const RuleTables& tables) {
  constexpr size_t kListed = 8;
  std::vector<std::string> ids;
  std::vector<std::string> parts;
  for (const Rule& known : tables.rules) {
    ids.push_back(known.id);
    if (known.id.find(id) != std::string::npos) parts.push_back(known.id);
  }
  std::stable_partition(parts.begin(), parts.end(), [&](const std::string& known) { return known.starts_with(id); });
  std::string hint = DidYouMean(id, ids);
  if (hint.empty() && !parts.empty()) {
    const size_t more = parts.size() - std::min(parts.size(), kListed);
    parts.resize(parts.size() - more);
    hint = StrCat("; there are ", Join(parts, ", "), more > 0 ? StrCat(" and ", more, " more") : "");
  }
  return StrCat(id, ": no rule and no kind of finding has this id", hint, "; `crosscheck rules list` names them all");
}

}  // namespace

int RunExplain(const ExplainFlags& flags, Terminal& terminal) {
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  const Rule* rule = rules->tables().Find(flags.id);
  if (rule == nullptr) return terminal.Fail(absl::NotFoundError(Unknown(flags.id, rules->tables())));
  constexpr int kWidest = 100;
  terminal.Write(flags.format == "json" ? StrCat(DumpJson(JsonOf(*rule)), "\n")
                                        : TextOf(*rule, std::min(terminal.width(), kWidest)));
  return terminal.status().ok() ? kExitOk : terminal.Fail(terminal.status());
}

}  // namespace crosscheck
