// Options of the four calls.
#ifndef CROSSCHECK_OPTIONS_H_
#define CROSSCHECK_OPTIONS_H_

#include <optional>
#include <string>

#include "crosscheck/document.h"

namespace crosscheck {

class Rulebook;

enum class InputFormat : uint8_t { kGuess, kText, kHtml, kJsonLines };

struct ReadHint {
  std::string id;   // the document's id; empty: the last part of `uri`
  std::string uri;
  InputFormat format = InputFormat::kGuess;
  std::string charset;               // declared outside the bytes (an HTTP header); empty: none
  std::optional<Published> published;  // for pages that carry no date
  std::string url;                   // the address the bytes were fetched from; empty: unknown
  const Rulebook* rules = nullptr;   // for what lines and class names of pages mean; null: the built-in rules
};

struct CompareOptions {
  int threads = 0;         // 0: all cores; never changes the result
  std::string state_json;  // what an editor exported from the worksheet; empty: none
  std::string draft;       // id of the document that is checked against the others; empty: all against all
  std::string baseline_json;  // an earlier run's worksheet (json): its findings are marked as known; empty: none
};

}  // namespace crosscheck

#endif  // CROSSCHECK_OPTIONS_H_
