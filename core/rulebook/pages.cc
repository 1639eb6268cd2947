#include "rulebook/pages.h"

#include "base/strings.h"
#include "rulebook/kinds.h"
#include "rulebook/rule.h"

namespace crosscheck {
namespace {

Json ExampleSchema() {
  return {{"type", "object"},
          {"properties",
           {{"text", {{"type", "string"}}},
            {"articles", {{"type", "array"}, {"items", {{"type", "string"}}}}},
            {"published", {{"type", "string"}}},
            {"expect", {{"type", "object"}}},
            {"none", {{"const", true}}}}},
          {"additionalProperties", false}};
}

Json RuleSchema(const RuleKind& kind, const RuleTables& tables) {
  Json properties = {{"id", {{"type", "string"}, {"minLength", 1}}},
                     {"doc", {{"type", "string"}}},
                     {"examples", {{"type", "array"}, {"minItems", 2}, {"items", ExampleSchema()}}}};
  for (const Rule& rule : tables.rules) {
    if (rule.kind != kind.name || rule.fields == nullptr) continue;
    for (const auto& [field, schema] : *rule.fields) properties[field] = schema;
    break;  // the log is of the whole kind
  }
  Json rule = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  rule["required"] = {"id", "doc", "examples"};
  Json off = {{"type", "object"}, {"properties", {{"id", {{"type", "string"}}}, {"off", {{"const", true}}}}}};
  off["required"] = {"id", "off"};
  off["additionalProperties"] = false;
  return {{"anyOf", Json::array({rule, off})}};
}

void AppendExample(const Example& example, std::string* page) {
  const std::string said = example.expect.is_null() ? "nothing" : StrCat("`", DumpJson(example.expect), "`");
  if (!example.text.empty()) {
    StrAppend(page, "- ", example.text, " → ", said, "\n");
    return;
  }
  for (const std::string& article : example.articles) StrAppend(page, "- ", CollapseSpace(article), "\n");
  StrAppend(page, "  → ", said, "\n");
}

}  // namespace

Json RulePackSchema(const RuleTables& tables) {
  Json alternatives = Json::array();
  for (const RuleKind& kind : RuleKinds()) {
    Json file = {{"type", "object"},
                 {"description", kind.doc},
                 {"properties",
                  {{"kind", {{"const", kind.name}}},
                   {"doc", {{"type", "string"}}},
                   {"rules", {{"type", "array"}, {"items", RuleSchema(kind, tables)}}}}},
                 {"additionalProperties", false}};
    file["required"] = {"kind", "rules"};
    alternatives.push_back(std::move(file));
  }
  return {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "crosscheck rule pack"}, {"oneOf", alternatives}};
}

std::string RulesPage(const RuleTables& tables) {
  std::string page =
      "# Rules\n\nMade from the rules' own docs and examples; do not edit. `crosscheck explain ID` shows one of them.\n"
      "Each example names the text and what the rule must give for it.\n";
  for (const RuleKind& kind : RuleKinds()) {
    StrAppend(&page, "\n## ", kind.name, "\n\n", kind.doc, "\n");
    for (const Rule& rule : tables.rules) {
      if (rule.kind != kind.name) continue;
      StrAppend(&page, "\n### ", rule.id, "\n\n", rule.doc, "\n\n");
      for (const Example& example : rule.examples) AppendExample(example, &page);
    }
  }
  return page;
}

}  // namespace crosscheck
