// Loading rules: the embedded files, then each pack; checks that hold for every kind; then each kind's own loader.
#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "base/files.h"
#include "base/json.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "rulebook/embedded.h"
#include "rulebook/kinds.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

constexpr uint64_t kMaxPackBytes = 16 << 20;
constexpr std::string_view kSchemaPath = "rules/schema.json";

using RulesById = std::map<std::string, Rule>;

absl::Status FileError(std::string_view file, std::string_view pointer, std::string_view reason) {
  return absl::InvalidArgumentError(StrCat(file, ": ", pointer, pointer.empty() ? "" : ": ", reason));
}

absl::Status ReadExamples(Rule* rule) {
  const auto it = rule->body.find("examples");
  if (it == rule->body.end() || !it->is_array()) return RuleError(*rule, "examples", "is missing");
  bool match = false;
  bool none = false;
  for (size_t i = 0; i < it->size(); ++i) {
    const Json& json = (*it)[i];
    const std::string field = StrCat("examples/", i);
    Example example;
    example.pointer = StrCat(rule->pointer, "/", field);
    if (!json.is_object()) return RuleError(*rule, field, "is not an object");
    for (const auto& [key, value] : json.items()) {
      if (key == "text" && value.is_string()) {
        example.text = value.get<std::string>();
      } else if (key == "articles" && value.is_array()) {
        for (const Json& article : value) {
          if (!article.is_string()) return RuleError(*rule, StrCat(field, "/articles"), "is not a list of texts");
          example.articles.push_back(article.get<std::string>());
        }
      } else if (key == "published" && value.is_string()) {
        example.published = value.get<std::string>();
      } else if (key == "expect" && value.is_object()) {
        example.expect = value;
      } else if (key != "none" || value != true) {
        return RuleError(*rule, StrCat(field, "/", key), "unknown field or wrong type");
      }
    }
    if (example.text.empty() == example.articles.empty()) return RuleError(*rule, field, "needs either \"text\" or \"articles\"");
    if (json.contains("none") == json.contains("expect")) return RuleError(*rule, field, "needs either \"expect\" or \"none\": true");
    (example.expect.is_null() ? none : match) = true;
    rule->examples.push_back(std::move(example));
  }
  if (!match) return RuleError(*rule, "examples", "needs one that must match");
  if (!none) return RuleError(*rule, "examples", "needs one that must not match");
  return absl::OkStatus();
}

absl::Status AddFile(std::string_view file, std::string_view text, bool may_replace, RulesById* rules) {
  absl::StatusOr<Json> json = ParseJson(text);
  if (!json.ok()) return FileError(file, "", json.status().message().data());
  if (!json->is_object() || !json->contains("kind") || !(*json)["kind"].is_string()) return FileError(file, "/kind", "is missing");
  const std::string kind = (*json)["kind"].get<std::string>();
  const auto& kinds = RuleKinds();
  if (std::none_of(kinds.begin(), kinds.end(), [&](const RuleKind& k) { return k.name == kind; })) {
    return FileError(file, "/kind", StrCat("\"", kind, "\" is not a kind of rules"));
  }
  for (const auto& [key, value] : json->items()) {
    if (key != "kind" && key != "doc" && key != "rules") return FileError(file, StrCat("/", key), "unknown field");
  }
  const auto list = json->find("rules");
  if (list == json->end() || !list->is_array()) return FileError(file, "/rules", "is missing");
  StringSet in_this_file;
  for (size_t i = 0; i < list->size(); ++i) {
    Rule rule;
    rule.body = std::move((*list)[i]);
    rule.kind = kind;
    rule.origin = std::string(file);
    rule.pointer = StrCat("/rules/", i);
    if (!rule.body.is_object() || !rule.body.contains("id") || !rule.body["id"].is_string()) {
      return FileError(file, rule.pointer, "has no \"id\"");
    }
    rule.id = rule.body["id"].get<std::string>();
    if (rule.id.empty()) return FileError(file, rule.pointer, "has no \"id\"");
    const auto known = rules->find(rule.id);
    if (!in_this_file.insert(rule.id).second || (known != rules->end() && !may_replace)) {
      return RuleError(rule, "id", "stands twice");
    }
    if (rule.body.contains("off")) {
      if (rule.body["off"] != true || rule.body.size() != 2) return RuleError(rule, "off", "stands alone with the id, as true");
      if (known == rules->end()) return RuleError(rule, "off", "no such rule to turn off");
      rules->erase(known);
      continue;
    }
    if (!rule.body.contains("doc") || !rule.body["doc"].is_string()) return RuleError(rule, "doc", "is missing");
    rule.doc = rule.body["doc"].get<std::string>();
    if (const absl::Status status = ReadExamples(&rule); !status.ok()) return status;
    (*rules)[rule.id] = std::move(rule);
  }
  return absl::OkStatus();
}

absl::Status AddPack(const std::string& path, RulesById* rules) {
  std::vector<std::string> files;
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path, error)) {
      if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    }
    if (error) return FileError(path, "", error.message());
    std::sort(files.begin(), files.end());
    if (files.empty()) return FileError(path, "", "no .json file in this folder");
  } else {
    files.push_back(path);
  }
  for (const std::string& file : files) {
    const absl::StatusOr<std::string> text = ReadFile(file, kMaxPackBytes);
    if (!text.ok()) return text.status();
    if (const absl::Status status = AddFile(file, *text, /*may_replace=*/true, rules); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace

const Rule* RuleTables::Find(std::string_view id) const {
  const auto it = std::lower_bound(rules.begin(), rules.end(), id, [](const Rule& rule, std::string_view key) { return rule.id < key; });
  return it != rules.end() && it->id == id ? &*it : nullptr;
}

const std::string& RuleTables::Fingerprint() const {
  std::call_once(digest_->once, [this] {
    std::string all;
    for (const Rule& rule : rules) StrAppend(&all, rule.kind, "\n", DumpJson(rule.body), "\n");
    digest_->hex = Sha256Hex(all);
  });
  return digest_->hex;
}

absl::StatusOr<Rulebook> Rulebook::Load(const std::vector<std::string>& paths) {
  RulesById by_id;
  for (const EmbeddedFile& file : EmbeddedRules()) {
    if (file.path == kSchemaPath) continue;
    if (const absl::Status status = AddFile(file.path, file.text, /*may_replace=*/false, &by_id); !status.ok()) return status;
  }
  for (const std::string& path : paths) {
    if (const absl::Status status = AddPack(path, &by_id); !status.ok()) return status;
  }
  auto tables = std::make_shared<RuleTables>();
  tables->rules.reserve(by_id.size());
  for (auto& [id, rule] : by_id) tables->rules.push_back(std::move(rule));
  for (const RuleKind& kind : RuleKinds()) {
    std::vector<const Rule*> of_kind;
    const auto fields = std::make_shared<FieldLog>();
    for (Rule& rule : tables->rules) {
      if (rule.kind != kind.name) continue;
      rule.fields = fields;
      of_kind.push_back(&rule);
    }
    if (const absl::Status status = kind.load(of_kind, tables.get()); !status.ok()) return status;
  }
  return Rulebook(std::move(tables));
}

const std::string& Rulebook::fingerprint() const { return tables_->Fingerprint(); }

}  // namespace crosscheck
