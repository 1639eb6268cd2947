#include "rulebook/units.h"

#include <algorithm>

#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr int kDigits = 20;  // decimals tried for a quotient

std::vector<std::string> FormTokens(std::string_view form, bool lower) {
  TokenStream stream;
  const Lexicon none;
  Tokenize(form, {0, static_cast<uint32_t>(form.size())}, none, &stream);
  std::vector<std::string> tokens;
  for (const Token& token : stream.tokens) {
    const std::string_view text = token.span().In(form);
    tokens.push_back(lower ? LowerCase(text) : std::string(text));
  }
  return tokens;
}

void AddForm(std::string_view text, UnitForm form, StringMap<std::vector<UnitForm>>* forms) {
  form.tokens = FormTokens(text, !form.symbol);
  if (form.tokens.empty()) return;
  std::vector<UnitForm>& same_start = (*forms)[form.tokens.front()];
  for (const UnitForm& known : same_start) {
    if (known.tokens == form.tokens && known.unit == form.unit) return;
  }
  const auto at = std::find_if(same_start.begin(), same_start.end(),
                               [&](const UnitForm& other) { return other.tokens.size() < form.tokens.size(); });
  same_start.insert(at, std::move(form));
}

bool IsVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::string Plural(std::string_view word) {
  if (word.size() > 1 && word.ends_with('y') && !IsVowel(word[word.size() - 2]))
    return StrCat(word.substr(0, word.size() - 1), "ies");
  if (word.ends_with("ch") || word.ends_with('s') || word.ends_with('x')) return StrCat(word, "es");
  return StrCat(word, "s");
}

// "mile per hour" -> "miles per hour", "square metre" -> "square metres".
std::string PluralForm(std::string_view name) {
  size_t head_end = name.size();
  for (const std::string_view border : {" per ", " a ", " an ", " of "}) head_end = std::min(head_end, name.find(border));
  const size_t head = name.substr(0, head_end).rfind(' ') + 1;
  return StrCat(name.substr(0, head), Plural(name.substr(head, head_end - head)), name.substr(head_end));
}

// "5/18" or "0.3048".
bool ReadFraction(std::string_view text, Decimal* numerator, Decimal* denominator) {
  const size_t slash = text.find('/');
  const auto top = Decimal::Parse(text.substr(0, slash));
  const auto bottom = slash == std::string_view::npos ? Decimal(1) : Decimal::Parse(text.substr(slash + 1));
  if (!top || !bottom || bottom->IsZero()) return false;
  *numerator = *top;
  *denominator = *bottom;
  return true;
}

uint32_t AddUnit(Unit unit, UnitTable* table) {
  const auto [it, added] = table->by_name.try_emplace(unit.name, static_cast<uint32_t>(table->units.size()));
  if (added) {
    table->units.push_back(std::move(unit));
  } else {
    table->units[it->second] = std::move(unit);
  }
  return it->second;
}

std::vector<std::string> StringsOf(const Json& json, std::string_view field) {
  std::vector<std::string> texts;
  const auto it = json.find(std::string(field));
  if (it == json.end() || !it->is_array()) return texts;
  for (const Json& item : *it) {
    if (item.is_string()) texts.push_back(item.get<std::string>());
  }
  return texts;
}

std::string StringOf(const Json& json, std::string_view field) {
  const auto it = json.find(std::string(field));
  return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
}

// `list` holds one object a unit; `add` gives the reason of a refusal, or "".
template <class Add>
void EachObject(RuleReader* reader, std::string_view field, const Add& add) {
  const Json* list = reader->Raw(field);
  if (list == nullptr || !list->is_array()) return reader->Fail(field, "is not a list of objects");
  for (const Json& item : *list) {
    if (!item.is_object()) return reader->Fail(field, "is not a list of objects");
    if (const std::string reason = add(item); !reason.empty()) return reader->Fail(field, StrCat(DumpJson(item), ": ", reason));
  }
}

bool IsLetters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool Contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

const Unit* UnitTable::Find(std::string_view name) const {
  const auto it = by_name.find(name);
  return it == by_name.end() ? nullptr : &units[it->second];
}

std::optional<Decimal> ConvertToBase(const UnitTable& units, std::string_view unit, const Decimal& value) {
  const Unit* found = units.Find(unit);
  if (found == nullptr) return std::nullopt;
  // (v * fn * od + on * fd) / (fd * od): one division, so that nothing is cut before the end.
  const auto left = Decimal::Multiply(value, found->factor_numerator);
  if (!left) return std::nullopt;
  if (found->offset_numerator.IsZero() && found->factor_denominator == Decimal(1)) return left;
  const auto scaled = Decimal::Multiply(*left, found->offset_denominator);
  const auto offset = Decimal::Multiply(found->offset_numerator, found->factor_denominator);
  const auto denominator = Decimal::Multiply(found->factor_denominator, found->offset_denominator);
  if (!scaled || !offset || !denominator) return std::nullopt;
  const auto sum = Decimal::Add(*scaled, *offset);
  return sum ? Decimal::Divide(*sum, *denominator, kDigits) : std::nullopt;
}

std::string_view DimensionOf(const UnitTable& units, std::string_view unit) {
  const Unit* found = units.Find(unit);
  return found == nullptr ? std::string_view() : std::string_view(found->dimension);
}

bool SameDimension(const UnitTable& units, std::string_view a, std::string_view b) {
  return a == b || (!DimensionOf(units, a).empty() && DimensionOf(units, a) == DimensionOf(units, b));
}

absl::Status LoadUnits(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const std::string dimension = reader.Text("dimension");
    if (dimension.empty()) reader.Fail("dimension", "is missing");
    EachObject(&reader, "units", [&](const Json& json) -> std::string {
      Unit unit;
      unit.name = StringOf(json, "name");
      unit.dimension = dimension;
      if (unit.name.empty()) return "has no name";
      if (!ReadFraction(StringOf(json, "factor"), &unit.factor_numerator, &unit.factor_denominator))
        return "factor is no decimal or fraction";
      if (json.contains("offset") && !ReadFraction(StringOf(json, "offset"), &unit.offset_numerator, &unit.offset_denominator)) {
        return "offset is no decimal or fraction";
      }
      const uint32_t id = AddUnit(std::move(unit), &tables->units);
      for (const std::string& symbol : StringsOf(json, "symbols"))
        AddForm(symbol, {.unit = id, .symbol = true}, &tables->units.symbols);
      return "";
    });
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status LoadCurrencies(const std::vector<const Rule*>& rules, RuleTables* tables) {
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const std::vector<std::string> open = reader.Texts("open");
    const std::vector<std::string> ambiguous = reader.Texts("ambiguous");
    EachObject(&reader, "currencies", [&](const Json& json) -> std::string {
      const std::string code = StringOf(json, "code");
      if (code.size() != 3) return "code is not of three letters";
      const uint32_t id = AddUnit({.name = code, .dimension = code, .currency = true}, &tables->units);
      const auto add = [&](const std::string& symbol, bool glued) {
        AddForm(symbol,
                {.unit = id, .symbol = true, .open = Contains(open, symbol), .ambiguous = Contains(ambiguous, symbol), .glued = glued},
                &tables->units.symbols);
        if (IsLetters(symbol)) tables->lexicon.Add(LowerCase(symbol), Bit(Role::kMoneySign));
      };
      for (const std::string& symbol : StringsOf(json, "symbols")) add(symbol, false);
      for (const std::string& symbol : StringsOf(json, "glued")) add(symbol, true);
      return "";
    });
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status LoadUnitWords(const std::vector<const Rule*>& rules, RuleTables* tables) {
  UnitTable& table = tables->units;
  for (const Rule* rule : rules) {
    RuleReader reader(*rule);
    const std::vector<std::string> open = reader.Texts("open");
    const std::vector<std::string> ambiguous = reader.Texts("ambiguous");
    const std::vector<std::string> plural_only = reader.Texts("plural_only");
    const auto read = [&](std::string_view field, bool hundredth, bool required) {
      const Json* names = reader.Raw(field);
      if (names == nullptr && !required) return;
      if (names == nullptr || !names->is_object()) return reader.Fail(field, "is not an object of unit: names");
      for (const auto& [unit, list] : names->items()) {
        const auto it = table.by_name.find(unit);
        if (it == table.by_name.end()) return reader.Fail(field, StrCat(unit, " is no unit or currency"));
        for (const std::string& name : StringsOf(Json{{"names", list}}, "names")) {
          const UnitForm form{
              .unit = it->second, .hundredth = hundredth, .open = Contains(open, name), .ambiguous = Contains(ambiguous, name),
              .plural_only = Contains(plural_only, name)};
          AddForm(name, form, &table.words);
          UnitForm plural = form;
          plural.plural = true;
          AddForm(PluralForm(name), plural, &table.words);
        }
      }
    };
    read("names", false, true);
    if (const Json* before = reader.Raw("before")) {
      for (const auto& [unit, list] : before->items()) {
        const auto it = table.by_name.find(unit);
        if (it == table.by_name.end()) return RuleError(*rule, "before", StrCat(unit, " is no unit"));
        for (const std::string& word : StringsOf(Json{{"words", list}}, "words")) table.before[LowerCase(word)] = it->second;
      }
    }
    read("hundredths", true, false);
    if (const Json* signs = reader.Raw("hundredth_signs")) {
      for (const auto& [unit, list] : signs->items()) {
        const auto it = table.by_name.find(unit);
        if (it == table.by_name.end()) return RuleError(*rule, "hundredth_signs", StrCat(unit, " is no unit"));
        for (const std::string& sign : StringsOf(Json{{"signs", list}}, "signs")) {
          AddForm(sign, {.unit = it->second, .symbol = true, .hundredth = true, .open = Contains(open, sign), .glued = IsLetters(sign)},
                  &table.symbols);
        }
      }
    }
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace crosscheck
