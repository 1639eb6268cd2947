// Stories for the tests of this folder, as vectors made by hand and as records extracted from invented news.
#ifndef CROSSCHECK_TESTS_EVENTS_MADE_STORIES_H_
#define CROSSCHECK_TESTS_EVENTS_MADE_STORIES_H_

#include <string>
#include <vector>

#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gtest/gtest.h"
#include "rulebook/tables.h"

namespace crosscheck {

inline const Rulebook& BuiltInRules() {
  static const auto& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

// A JSON-lines record as extract makes it. `day`: empty: not known.
inline Record MadeRecord(const std::string& id, const std::string& text, const std::string& day = "") {
  Record record;
  auto document = ReadDocument(text, {.id = id, .uri = id, .format = InputFormat::kText});
  EXPECT_TRUE(document.ok()) << document.status();
  if (!day.empty()) document->published = Published{OneDay(*ParseIsoDay(day)), "test"};
  return Extract(*std::move(document), BuiltInRules());
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_EVENTS_MADE_STORIES_H_
