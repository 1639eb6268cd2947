// What programs write and call JSON, made JSON: NaN and None, single quotes, bare keys, comments, commas too many or too few,
// raw tabs and quotes inside strings, lone surrogates, integers beyond 64 bits, several values one after another.
#ifndef CROSSCHECK_READ_LOOSE_JSON_H_
#define CROSSCHECK_READ_LOOSE_JSON_H_

#include <string>
#include <string_view>

namespace crosscheck {

struct TidyJson {
  std::string json;         // several values become a list of them
  bool broken_off = false;  // it ended inside a string, list or object, which was closed
};

// Linear. Text that is JSON already keeps its meaning. Meant for what a strict parser has refused.
TidyJson MakeJson(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_LOOSE_JSON_H_
