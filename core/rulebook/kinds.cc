#include "rulebook/kinds.h"

#include "rulebook/names.h"
#include "rulebook/calendar.h"
#include "rulebook/synonyms.h"
#include "rulebook/page_rules.h"
#include "rulebook/figure_rules.h"
#include "rulebook/units.h"
#include "rulebook/cues.h"
#include "rulebook/verbs.h"
#include "rulebook/compare_rules.h"
#include "rulebook/reuse_rules.h"
#include "rulebook/words.h"

namespace crosscheck {

const std::vector<RuleKind>& RuleKinds() {
  static const auto& kinds = *new std::vector<RuleKind>{
      {"words", "lists of words with a role (determiners, titles, months, demonyms ...)", LoadWords},
      {"names", "known names, and the evidence that tells people, bodies and places", LoadNames},
      {"calendar", "words of time: months, weekdays, units, seasons, parts of the day, tense markers ...", LoadCalendar},
      {"dates", "patterns of dates, times, durations and sets", LoadDatePatterns},
      {"holidays", "named days: fixed, by weekday, by Easter, or once", LoadHolidays},
      {"synonyms", "words that say the same in a proposition", LoadSynonyms},
      {"page-classes", "what the class names of a page's elements say of them", LoadPageClasses},
      {"page-lines", "what a line of a page is by its own words (furniture, stamps, credits ...)", LoadPageLines},
      {"page-agencies", "news agencies and the forms of their names in credits", LoadPageAgencies},
      {"page-languages", "the most frequent small words of languages, to tell which a text is in", LoadPageLanguages},
      {"units", "units of measure with exact factors and symbols", LoadUnits},
      {"currencies", "currencies with their signs", LoadCurrencies},
      {"unit-words", "names of units and currencies in one language", LoadUnitWords},
      {"numbers", "number words and how they join", LoadNumbers},
      {"bounds", "words that bound or hedge a number", LoadBounds},
      {"figures", "families of figures and their word lists", LoadFigures},
      {"figure-words", "word lists that several families of figures share", LoadFigures},
      {"verbs", "common verbs with their irregular forms", LoadVerbs},
      {"cues", "words that say that something was said, with their frames", LoadCues},
      {"event-classes", "what happened to what is counted: words of dying, arresting, selling ...", LoadEventClasses},
      {"head-classes", "what is counted: words for people, officers, vehicles ...", LoadHeadClasses},
      {"marks", "words that say which part, time or standing a figure has", LoadMarks},
      {"weights", "signs that two figures are the same quantity, with their weights", LoadWeights},
      {"gates", "what keeps two figures apart", LoadGates},
      {"reuse", "duplicated text: when a story is called a copy, what is furniture, what speaks for an origin", LoadReuseRules},
      {"findings", "kinds of findings: severity, weight in the rank and wording", LoadFindings},
  };
  return kinds;
}

}  // namespace crosscheck
