#include "rulebook/kinds.h"

#include <algorithm>

#include "rulebook/background.h"
#include "rulebook/calendar.h"
#include "rulebook/compare_rules.h"
#include "rulebook/cues.h"
#include "rulebook/figure_rules.h"
#include "rulebook/names.h"
#include "rulebook/nouns.h"
#include "rulebook/page_rules.h"
#include "rulebook/reuse_rules.h"
#include "rulebook/synonyms.h"
#include "rulebook/units.h"
#include "rulebook/verbs.h"
#include "rulebook/word_rules.h"
#include "rulebook/words.h"

namespace crosscheck {

const std::vector<RuleKind>& RuleKinds() {
  static const auto& kinds = *new std::vector<RuleKind>{
      {"words", "lists of words with a role (determiners, titles, months, demonyms ...)", LoadWords, RuleProbe::kWords},
      {"names", "known names, and the evidence that tells people, bodies and places", LoadNames, RuleProbe::kExtracted},
      {"calendar", "words of time: months, weekdays, units, seasons, parts of the day, tense markers ...", LoadCalendar,
       RuleProbe::kWords},
      {"dates", "patterns of dates, times, durations and sets", LoadDatePatterns, RuleProbe::kExtracted},
      {"holidays", "named days: fixed, by weekday, by Easter, or once", LoadHolidays, RuleProbe::kExtracted},
      {"synonyms", "words that say the same in a proposition", LoadSynonyms, RuleProbe::kStems},
      {"page-classes", "what the class names of a page's elements say of them", LoadPageClasses, RuleProbe::kPage},
      {"page-lines", "what a line of a page is by its own words (furniture, stamps, credits ...)", LoadPageLines,
       RuleProbe::kPage},
      {"page-agencies", "news agencies and the forms of their names in credits", LoadPageAgencies, RuleProbe::kPage},
      {"page-languages", "the most frequent small words of languages, to tell which a text is in", LoadPageLanguages,
       RuleProbe::kPage},
      {"units", "units of measure with exact factors and symbols", LoadUnits, RuleProbe::kAllFigures},
      {"currencies", "currencies with their signs", LoadCurrencies, RuleProbe::kAllFigures},
      {"unit-words", "names of units and currencies in one language", LoadUnitWords, RuleProbe::kAllFigures},
      {"numbers", "number words and how they join", LoadNumbers, RuleProbe::kAllFigures},
      {"bounds", "words that bound or hedge a number", LoadBounds, RuleProbe::kAllFigures},
      {"figures", "families of figures and their word lists", LoadFigures, RuleProbe::kExtracted},
      {"figure-words", "word lists that several families of figures share", LoadFigures, RuleProbe::kAllFigures},
      {"verbs", "common verbs with their irregular forms", LoadVerbs, RuleProbe::kVerbs},
      {"nouns", "plurals that do not follow the spelling rules", LoadNouns, RuleProbe::kWords},
      {"cues", "words that say that something was said, with their frames", LoadCues, RuleProbe::kExtracted},
      {"event-classes", "what happened to what is counted: words of dying, arresting, selling ...", LoadEventClasses,
       RuleProbe::kWordLists},
      {"head-classes", "what is counted: words for people, officers, vehicles ...", LoadHeadClasses, RuleProbe::kWordLists},
      {"marks", "words that say which part, time or standing a figure has", LoadMarks, RuleProbe::kWordLists},
      {"quote-forms", "words of quotations that are spelt or contracted in two ways", LoadQuoteForms, RuleProbe::kQuoteWords},
      {"quote-changes", "words of quotations whose change changes what was said", LoadQuoteChanges, RuleProbe::kWordLists},
      {"name-sounds", "letters of names that stand for each other between scripts and languages", LoadNameSounds, RuleProbe::kSpellings},
      {"opposites", "classes of opposed predicates and quantifiers: killed and freed, none and some", LoadOpposites,
       RuleProbe::kWordLists},
      {"check-points", "words that a fact-checker stops at: superlatives, firsts, causes", LoadCheckPoints},
      {"weights", "features of two claims that speak for or against one quantity, with their weights", LoadWeights,
       RuleProbe::kClaimPairs},
      {"vetoes", "what forbids that two claims are one quantity", LoadVetoes, RuleProbe::kClaimPairs},
      {"difference-weights", "what speaks for or against a difference being one that an editor wants to see", LoadDifferences,
       RuleProbe::kClaimPairs},
      {"calibration", "how often a difference of a given score is right", LoadCalibration, RuleProbe::kClaimPairs},
      {"reuse", "duplicated text: when a story is called a copy, what is furniture, what speaks for an origin", LoadReuseRules,
       RuleProbe::kReuse},
      {"background", "how many news stories of a sample hold a word: how rare it is", LoadBackground, RuleProbe::kStems},
      {"findings", "kinds of findings: severity, weight in the rank and wording", LoadFindings, RuleProbe::kFindings},
  };
  return kinds;
}

const RuleKind* FindRuleKind(std::string_view name) {
  const auto it = std::find_if(RuleKinds().begin(), RuleKinds().end(), [&](const RuleKind& kind) { return kind.name == name; });
  return it == RuleKinds().end() ? nullptr : &*it;
}

}  // namespace crosscheck
