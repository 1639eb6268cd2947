// The extraction stage: one token pass, then walks over it. The order of the walks is the arbitration between them (Owner).
#include <algorithm>
#include <utility>

#include "base/languages.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "crosscheck/crosscheck.h"
#include "extract/check_points.h"
#include "extract/context/frames.h"
#include "extract/context/quote_words.h"
#include "extract/dates/dates.h"
#include "extract/figures/figures.h"
#include "extract/names/names.h"
#include "extract/statements/around.h"
#include "extract/statements/quotes.h"
#include "extract/statements/statements.h"
#include "extract/text_view.h"

namespace crosscheck {
namespace {

template <class Items>
void Number(std::string_view prefix, Items* items) {
  for (size_t i = 0; i < items->size(); ++i) (*items)[i].id = StrCat(prefix, i + 1);
}

// Each figure gets the innermost statement whose content holds it.
void LinkFigures(const std::vector<Statement>& statements, std::vector<Figure>* figures) {
  StatementsAround around(statements);
  for (Figure& figure : *figures) {
    if (const Statement* innermost = around.Innermost(figure.span)) figure.statement = innermost->id;
  }
}

// Is the word, unit or sign one that the rules of English know? Names of people and places are of any language.
bool Knows(const TextView& view, const Token& token) {
  constexpr RoleSet kAnyLanguage = Bits({Role::kDemonym, Role::kCountry, Role::kCity, Role::kFirstName, Role::kAgency, Role::kSurnameFirst,
                                         Role::kNameParticle, Role::kStop});
  const RoleSet roles = view.rules.lexicon.roles(token.word);
  if (token.word != 0 && (roles == 0 || (roles & ~kAnyLanguage) != 0)) return true;  // none: verbs, and what the comparison knows
  const std::string_view written = view.Text(token);
  const UnitTable& units = view.rules.units;
  return units.symbols.contains(written) || units.words.contains(LowerCase(written));
}

// Is enough of the text known for it to be in the language of the rules? Numbers are of any, so that a text of them alone is.
bool KnowsItsWords(const TextView& view) {
  constexpr size_t kOneIn = 4;
  size_t words = 0;
  size_t known = 0;
  for (const Token& token : view.tokens) {
    if (token.token_class != TokenClass::kWord && token.token_class != TokenClass::kSymbol) continue;
    const bool knows = Knows(view, token);
    words += knows || token.token_class == TokenClass::kWord ? 1 : 0;
    known += knows ? 1 : 0;
  }
  return !view.tokens.empty() && known * kOneIn >= words;
}

}  // namespace

Record Extract(Document document, const Rulebook& rules) {
  Record record;
  record.document = std::move(document);
  std::string& language = record.document.language;
  if (language != kCheckedLanguage && language != kTooShortToTell) return record;
  TextView view = MakeTextView(record.document, rules.tables());
  if (language == kTooShortToTell) {
    if (!KnowsItsWords(view)) return record;
    language = kCheckedLanguage;
  }
  const QuoteMap quotes = FindQuotes(view);
  record.dates = FindDates(&view, quotes);
  NameTable names = FindNames(&view, quotes);
  record.figures = FindFigures(&view, quotes, names);
  record.statements = FindStatements(view, quotes, names, record.dates);
  record.names = std::move(names.names).Release();
  record.check_points = FindCheckPoints(view);
  Number("d", &record.dates);
  Number("n", &record.names);
  Number("f", &record.figures);
  Number("p", &record.check_points);
  for (Figure& figure : record.figures) {
    if (!figure.same_as.empty()) figure.same_as = record.figures[std::stoul(figure.same_as)].id;
  }
  LinkFigures(record.statements, &record.figures);
  AddClaims(view, quotes, &record);
  AddQuoteFrames(view, quotes, &record);
  return record;
}

}  // namespace crosscheck
