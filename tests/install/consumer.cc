// A program of another project: the example at the head of crosscheck.h.
#include <crosscheck/crosscheck.h>

#include <cstdio>

int main() {
  const auto rules = crosscheck::Rulebook::Load({});
  if (!rules.ok()) return 1;
  const auto page = crosscheck::ReadDocument("Two boats sank, the harbour master said.", {.id = "a", .uri = "a.txt"});
  if (!page.ok()) return 1;
  const crosscheck::Record record = crosscheck::Extract(*page, *rules);
  const crosscheck::Worksheet sheet = crosscheck::Compare({record}, *rules, {});
  const auto json = crosscheck::Write(sheet, "json");
  if (!json.ok()) return 1;
  std::puts(json->substr(0, 34).c_str());
  return 0;
}
