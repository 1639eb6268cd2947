#include "cli/config.h"

#include <filesystem>

#include "base/files.h"
#include "base/json.h"
#include "base/strings.h"
#include "cli/suggest.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFileName = ".crosscheck.json";
constexpr uint64_t kMaxBytes = 1 << 20;

enum class Type { kText, kNumber, kPath, kPaths };
struct Key {
  std::string_view name;
  Type type;
};
constexpr Key kKeys[] = {{"rules", Type::kPaths},  {"threads", Type::kNumber}, {"published", Type::kText},
                         {"fail-on", Type::kText}, {"color", Type::kText},     {"state", Type::kPath},
                         {"baseline", Type::kPath}};

std::string Beside(const std::string& config, const std::string& path) {
  return (fs::path(config).parent_path() / path).string();
}

bool Read(const Json& json, Type type, const std::string& config, std::vector<std::string>* values) {
  switch (type) {
    case Type::kNumber:
      if (!json.is_number_unsigned()) return false;
      values->push_back(StrCat(json.get<uint64_t>()));
      return true;
    case Type::kText:
    case Type::kPath:
      if (!json.is_string()) return false;
      values->push_back(type == Type::kText ? json.get<std::string>() : Beside(config, json.get<std::string>()));
      return true;
    case Type::kPaths:
      if (!json.is_array()) return false;
      for (const Json& path : json) {
        if (!path.is_string()) return false;
        values->push_back(Beside(config, path.get<std::string>()));
      }
      return true;
  }
  return false;
}

}  // namespace

absl::StatusOr<Config> ReadConfig(const std::string& path) {
  const absl::StatusOr<std::string> text = ReadFile(path, kMaxBytes);
  if (!text.ok()) return text.status();
  const absl::StatusOr<Json> json = ParseJson(*text);
  if (!json.ok()) return absl::InvalidArgumentError(StrCat(path, ": ", json.status().message()));
  if (!json->is_object()) return absl::InvalidArgumentError(StrCat(path, ": is not a JSON object"));
  Config config{path, {}};
  for (const auto& [name, value] : json->items()) {
    const Key* known = nullptr;
    std::vector<std::string> names;
    for (const Key& key : kKeys) {
      names.emplace_back(key.name);
      if (key.name == name) known = &key;
    }
    if (known == nullptr) return absl::InvalidArgumentError(StrCat(path, ": /", name, ": unknown key", DidYouMean(name, names)));
    if (!Read(value, known->type, path, &config.values[StrCat("--", name)])) {
      return absl::InvalidArgumentError(StrCat(path, ": /", name, ": has the wrong type"));
    }
  }
  return config;
}

std::string FindConfig(const std::string& input) {
  std::error_code error;
  fs::path folder = fs::absolute(input == "-" ? "." : input, error);
  if (error) return "";
  if (!fs::is_directory(folder, error)) folder = folder.parent_path();
  folder = folder.lexically_normal();
  while (true) {
    const fs::path file = folder / kFileName;
    if (fs::is_regular_file(file, error)) return file.string();
    if (!folder.has_relative_path()) return "";
    folder = folder.parent_path();
  }
}

}  // namespace crosscheck
