#include "rulebook/figure_rules.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr auto kClassNames = std::to_array<std::string_view>(
    {"unit", "zero", "teen", "ten", "hundred", "scale", "dozen", "ordinal", "fraction", "vague", "some", "sign", "decade", "glued"});
constexpr size_t kGlued = static_cast<size_t>(NumberClass::kCount);
static_assert(kClassNames.size() == kGlued + 1);

constexpr auto kListNames =
    std::to_array<std::string_view>({"status", "harm", "past", "base_verbs", "plural_nouns", "not_plural", "person_nouns",
                                     "labels", "labels_after", "change_verbs", "contests", "one_idioms", "zero_nouns",
                                     "age_words", "additions", "address_nouns", "contact_words", "money_words", "per", "metre_words",
                                     "age_groups", "age_verbs", "age_bounds", "age_stages", "believed", "both", "nobody", "heat_words", "weight_words"});
static_assert(kListNames.size() == static_cast<size_t>(FigureWord::kCount));

constexpr auto kModifierNames =
    std::to_array<std::string_view>({"exact", "approx", "at_least", "more_than", "at_most", "less_than", "range", "vague"});

std::vector<std::string_view> Names(const auto& names) { return {names.begin(), names.end()}; }

std::optional<Decimal> DecimalOf(const Json& json) {
  return json.is_string() ? Decimal::Parse(json.get<std::string>()) : std::nullopt;
}

NumberWord* WordEntry(std::string_view word, NumberClass number_class, RuleTables* tables) {
  const WordId id = tables->lexicon.Add(LowerCase(word), Bit(Role::kNumberWord));
  std::vector<NumberWord>& numbers = tables->figures.numbers;
  if (id >= numbers.size()) numbers.resize(id + 1);
  numbers[id].classes = static_cast<uint16_t>(numbers[id].classes | 1 << static_cast<int>(number_class));
  return &numbers[id];
}

void ReadValues(NumberClass number_class, RuleReader* reader, RuleTables* tables) {
  const Json* values = reader->Raw("values");
  if (values == nullptr || !values->is_object()) return reader->Fail("values", "is not an object of word: decimal");
  for (const auto& [word, json] : values->items()) {
    const auto value = DecimalOf(json);
    if (!value) return reader->Fail("values", StrCat(word, ": is no decimal in a text"));
    NumberWord* entry = WordEntry(word, number_class, tables);
    if (number_class == NumberClass::kScale) tables->lexicon.Add(LowerCase(word), Bit(Role::kMultiplier));
    (number_class == NumberClass::kFraction ? entry->denominator : entry->value) = *value;
  }
}

void ReadRanges(NumberClass number_class, RuleReader* reader, RuleTables* tables) {
  const Json* ranges = reader->Raw("ranges");
  if (ranges == nullptr || !ranges->is_object()) return reader->Fail("ranges", "is not an object of word: [low, high]");
  for (const auto& [word, json] : ranges->items()) {
    const bool pair = json.is_array() && json.size() == 2;
    const auto low = pair ? DecimalOf(json[0]) : std::nullopt;
    const auto high = pair ? DecimalOf(json[1]) : std::nullopt;
    if (!low || !high || *high < *low) return reader->Fail("ranges", StrCat(word, ": is no pair of decimals in texts"));
    NumberWord* entry = WordEntry(word, number_class, tables);
    entry->low = *low;
    entry->high = *high;
  }
}

void ReadGlued(RuleReader* reader, RuleTables* tables) {
  const std::vector<std::string> only_money = reader->Texts("only_money");
  const Json* values = reader->Raw("values");
  if (values == nullptr || !values->is_object()) return reader->Fail("values", "is not an object of letters: decimal");
  for (const auto& [letters, json] : values->items()) {
    const auto value = DecimalOf(json);
    if (!value) return reader->Fail("values", StrCat(letters, ": is no decimal in a text"));
    tables->lexicon.Add(LowerCase(letters), Bit(Role::kMultiplier));
    tables->figures.glued[letters] = {*value, std::find(only_money.begin(), only_money.end(), letters) != only_money.end()};
  }
}

std::vector<std::string> PhraseTokens(std::string_view phrase) {
  TokenStream stream;
  const Lexicon none;
  Tokenize(phrase, {0, static_cast<uint32_t>(phrase.size())}, none, &stream);
  std::vector<std::string> words;
  for (const Token& token : stream.tokens) words.push_back(LowerCase(token.span().In(phrase)));
  return words;
}

void AddBound(std::string_view phrase, Modifier modifier, bool by_last, StringMap<std::vector<BoundForm>>* forms) {
  BoundForm form{PhraseTokens(phrase), modifier};
  if (form.words.empty()) return;
  std::vector<BoundForm>& list = (*forms)[by_last ? form.words.back() : form.words.front()];
  const auto at =
      std::find_if(list.begin(), list.end(), [&](const BoundForm& other) { return other.words.size() < form.words.size(); });
  list.insert(at, std::move(form));
}

}  // namespace

const NumberWord FigureRules::kNoNumber;

absl::Status LoadNumbers(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const size_t number_class = reader.OneOf("class", Names(kClassNames), kClassNames.size());
    if (number_class == kClassNames.size()) {
      reader.Fail("class", "is missing");
    } else if (number_class == kGlued) {
      ReadGlued(&reader, tables);
    } else if (const auto c = static_cast<NumberClass>(number_class); c == NumberClass::kVague || c == NumberClass::kSome) {
      ReadRanges(c, &reader, tables);
    } else {
      ReadValues(c, &reader, tables);
    }
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status LoadBounds(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const auto modifier = static_cast<Modifier>(reader.OneOf("modifier", Names(kModifierNames), 0));
    for (const std::string& phrase : reader.Texts("before")) AddBound(phrase, modifier, true, &tables->figures.before);
    for (const std::string& phrase : reader.Texts("after")) AddBound(phrase, modifier, false, &tables->figures.after);
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status LoadFigures(const std::vector<const Rule*>& rules, RuleTables* tables) {
  std::vector<uint32_t>& lists = tables->figures.lists;
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    for (size_t list = 0; list < kListNames.size(); ++list) {
      for (const std::string& word : reader.Texts(kListNames[list])) {
        const bool money = list == static_cast<size_t>(FigureWord::kMoneyWord);
        const WordId id = tables->lexicon.Add(LowerCase(word), money ? Bit(Role::kMoneyWord) : 0);
        if (id >= lists.size()) lists.resize(id + 1);
        lists[id] |= uint32_t{1} << list;
      }
    }
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
