#include "rulebook/rule.h"

#include <algorithm>

#include "base/strings.h"

namespace crosscheck {

absl::Status RuleError(const Rule& rule, std::string_view field, std::string_view reason) {
  return absl::InvalidArgumentError(
      StrCat(rule.origin, ": ", rule.pointer, field.empty() ? "" : "/", field, ": rule ", rule.id, ": ", reason));
}

RuleReader::RuleReader(const Rule& rule) : rule_(rule), taken_({"id", "doc", "examples"}) {}

const Json* RuleReader::Take(std::string_view field, Json schema) {
  taken_.emplace_back(field);
  if (rule_.fields != nullptr) rule_.fields->emplace(field, std::move(schema));
  const auto it = rule_.body.find(std::string(field));
  return it == rule_.body.end() ? nullptr : &*it;
}

void RuleReader::Fail(std::string_view field, std::string_view reason) { status_.Update(RuleError(rule_, field, reason)); }

std::string RuleReader::Text(std::string_view field) {
  const Json* json = Take(field, {{"type", "string"}});
  if (json == nullptr) return "";
  if (!json->is_string()) {
    Fail(field, "is not a text");
    return "";
  }
  return json->get<std::string>();
}

std::vector<std::string> RuleReader::Texts(std::string_view field) {
  const Json* json = Take(field, {{"type", "array"}, {"items", {{"type", "string"}, {"minLength", 1}}}});
  std::vector<std::string> texts;
  if (json == nullptr) return texts;
  if (!json->is_array()) {
    Fail(field, "is not a list of texts");
    return texts;
  }
  for (const Json& item : *json) {
    if (!item.is_string() || item.get_ref<const std::string&>().empty()) {
      Fail(field, "is not a list of texts");
      return texts;
    }
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

bool RuleReader::Flag(std::string_view field) {
  const Json* json = Take(field, {{"type", "boolean"}});
  if (json == nullptr) return false;
  if (!json->is_boolean()) Fail(field, "is not true or false");
  return json->is_boolean() && json->get<bool>();
}

std::optional<double> RuleReader::Number(std::string_view field) {
  const Json* json = Take(field, {{"type", "number"}});
  if (json == nullptr) return std::nullopt;
  if (!json->is_number()) {
    Fail(field, "is not a number");
    return std::nullopt;
  }
  return json->get<double>();
}

size_t RuleReader::OneOf(std::string_view field, const std::vector<std::string_view>& names, size_t fallback) {
  const Json* json = Take(field, {{"enum", names}});
  if (json == nullptr) return fallback;
  if (json->is_string()) {
    const auto it = std::find(names.begin(), names.end(), json->get_ref<const std::string&>());
    if (it != names.end()) return static_cast<size_t>(it - names.begin());
  }
  Fail(field, StrCat("is none of: ", Join(names, ", ")));
  return fallback;
}

absl::Status RuleReader::Finish() {
  for (const auto& [field, value] : rule_.body.items()) {
    if (std::find(taken_.begin(), taken_.end(), field) == taken_.end()) Fail(field, "unknown field");
  }
  return status_;
}

}  // namespace crosscheck
