// The rules in force, compiled once into the tables that the stages read.
#ifndef CROSSCHECK_RULEBOOK_TABLES_H_
#define CROSSCHECK_RULEBOOK_TABLES_H_

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/calendar.h"
#include "rulebook/check_points.h"
#include "rulebook/compare_rules.h"
#include "rulebook/cues.h"
#include "rulebook/figure_rules.h"
#include "rulebook/names.h"
#include "rulebook/page_rules.h"
#include "rulebook/reuse_rules.h"
#include "rulebook/synonyms.h"
#include "rulebook/units.h"
#include "rulebook/verbs.h"
#include "rulebook/word_rules.h"
#include "text/lexicon.h"

namespace crosscheck {

struct Rule;  // rulebook/rule.h, which needs JSON; the stages that read the tables do not

struct RuleTables {
  std::vector<Rule> rules;  // by id
  Lexicon lexicon;
  NameRules names;
  CalendarTable calendar;
  SynonymTable synonyms;
  PageRules pages;
  UnitTable units;
  FigureRules figures;
  VerbTable verbs;
  CueTable cues;
  CompareRules compare;
  ReuseRules reuse;
  WordRules words;
  CheckPointRules check_points;

  const Rule* Find(std::string_view id) const;
  // sha256 over the rules, computed when first asked for.
  const std::string& Fingerprint() const;

 private:
  struct Digest {
    std::once_flag once;
    std::string hex;
  };
  std::shared_ptr<Digest> digest_ = std::make_shared<Digest>();  // a copy has the same rules
};

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_TABLES_H_
