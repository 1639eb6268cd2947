// .crosscheck.json: flags that hold for a bundle, beside it or in a folder above. A flag on the command line wins.
#ifndef CROSSCHECK_CLI_CONFIG_H_
#define CROSSCHECK_CLI_CONFIG_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace crosscheck {

// Values by flag, such as "--fail-on" -> {"error"}. Paths are relative to the file's folder.
struct Config {
  std::string path;  // empty: there is no such file
  std::map<std::string, std::vector<std::string>> values;
};

// {"rules": [paths], "threads": N, "published": "2024-06-12", "fail-on": "error", "color": "never", "state": path,
//  "baseline": path}. Error: the file and what is wrong with it; an unknown key is one.
absl::StatusOr<Config> ReadConfig(const std::string& path);

// The nearest .crosscheck.json: in the folder of `input` (itself, where it is a folder) or above; empty: none.
std::string FindConfig(const std::string& input);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_CONFIG_H_
