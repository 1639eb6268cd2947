// One rule as it stands in a rule file, and the reader that every kind of rule takes its fields with.
#ifndef CROSSCHECK_RULEBOOK_RULE_H_
#define CROSSCHECK_RULEBOOK_RULE_H_

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "base/json.h"

namespace crosscheck {

// A text that a rule must match (with what it must give) or must not match. Examples are the rules' tests.
struct Example {
  std::string text;                   // one article
  std::vector<std::string> articles;  // or several, for rules that compare
  std::string published;              // ISO day of the article; empty: none
  Json expect;                        // fields of the item that the rule must give; null: it must give none
  std::string pointer;                // JSON pointer in the rule's file
};

// Fields that the loader of a kind asks its rules for, with the JSON Schema of each: what `rules schema` prints.
using FieldLog = std::map<std::string, Json>;

struct Rule {
  std::string id;
  std::string kind;     // of its file: "words", "cues", "units" ...
  std::string doc;
  std::string origin;   // file it was loaded from
  std::string pointer;  // JSON pointer in that file
  Json body;            // the whole object
  std::vector<Example> examples;
  std::shared_ptr<FieldLog> fields;  // of its kind
};

// Takes the fields of one rule; Finish() refuses fields that nobody asked for. The first error is kept.
class RuleReader {
 public:
  explicit RuleReader(const Rule& rule);

  std::string Text(std::string_view field);  // "" where missing
  std::vector<std::string> Texts(std::string_view field);
  bool Flag(std::string_view field);
  std::optional<double> Number(std::string_view field);
  // The index of the field's value in `names`; `fallback` where missing; an error for another value.
  size_t OneOf(std::string_view field, const std::vector<std::string_view>& names, size_t fallback);
  const Json* Raw(std::string_view field) { return Take(field, Json::object()); }  // null where missing
  void Fail(std::string_view field, std::string_view reason);
  absl::Status Finish();

 private:
  const Json* Take(std::string_view field, Json schema);
  const Rule& rule_;
  std::vector<std::string> taken_;
  absl::Status status_;
};

// "file: /rules/3/words: reason"
absl::Status RuleError(const Rule& rule, std::string_view field, std::string_view reason);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_RULE_H_
