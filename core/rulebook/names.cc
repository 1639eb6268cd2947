#include "rulebook/names.h"

#include <algorithm>

#include "base/utf8.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

const std::vector<std::string_view> kKindNames = {"person", "organisation", "place", "group"};
const std::vector<std::string_view> kEvidenceNames = {"country",    "phrase",       "title",    "last-word",
                                                      "first-name", "family-first", "particle", "acronym",
                                                      "plural",     "preposition",  "shape"};

class Loader {
 public:
  explicit Loader(RuleTables* tables) : tables_(*tables), out_(tables->names) {}

  absl::Status Add(const Rule& rule) {
    RuleReader reader(rule);
    const auto kind = static_cast<NameKind>(reader.OneOf("is", kKindNames, 0));
    const size_t evidence = reader.OneOf("evidence", kEvidenceNames, kEvidenceNames.size());
    if (evidence == kEvidenceNames.size()) reader.Fail("evidence", "is missing");
    if (const Json* rows = reader.Raw("rows")) AddCountries(rule, *rows, &reader);
    if (const Json* phrases = reader.Raw("phrases")) AddPhrases(rule, kind, *phrases, &reader);
    if (const absl::Status status = reader.Finish(); !status.ok()) return status;
    out_.rule[evidence][static_cast<size_t>(kind)] = rule.id;
    return absl::OkStatus();
  }

  // Sorts the phrases and indexes them by their first word.
  void Finish() {
    std::stable_sort(out_.phrases.begin(), out_.phrases.end(), [](const NamePhrase& a, const NamePhrase& b) {
      if (a.words[0] != b.words[0]) return a.words[0] < b.words[0];
      return a.words.size() > b.words.size();
    });
    out_.phrases_of.assign(tables_.lexicon.size(), NameRules::kNone);
    for (size_t i = out_.phrases.size(); i-- > 0;) out_.phrases_of[out_.phrases[i].words[0]] = static_cast<uint32_t>(i);
  }

 private:
  void AddForm(const std::string& form, uint32_t known) {
    TokenStream stream;
    Tokenize(form, {0, static_cast<uint32_t>(form.size())}, tables_.lexicon, &stream);
    NamePhrase phrase;
    phrase.known = known;
    for (const Token& token : stream.tokens) {
      const bool word = token.token_class == TokenClass::kWord || token.token_class == TokenClass::kNumber;
      phrase.words.push_back(word ? tables_.lexicon.Add(LowerCase(token.span().In(form)), 0) : 0);
    }
    if (phrase.words.empty() || phrase.words[0] == 0) return;
    phrase.all_caps = stream.tokens.size() == 1 && stream.tokens[0].Has(Token::kAllCaps);
    if (stream.tokens.size() == 1 && !phrase.all_caps) tables_.lexicon.Add(LowerCase(form), RoleOf(out_.known[known]));
    out_.phrases.push_back(std::move(phrase));
  }

  static RoleSet RoleOf(const KnownName& known) {
    if (known.kind == NameKind::kGroup) return known.as == KnownAs::kPeople ? Bit(Role::kDemonym) : 0;
    if (known.kind != NameKind::kPlace) return 0;
    return known.as == KnownAs::kItself && known.country != NameRules::kNone ? Bit(Role::kCountry) : Bit(Role::kCity);
  }

  uint32_t AddKnown(const Rule& rule, std::string name, NameKind kind, KnownAs as, uint32_t country) {
    out_.known.push_back({std::move(name), kind, as, country, rule.id});
    return static_cast<uint32_t>(out_.known.size() - 1);
  }

  static std::vector<std::string> TextsOf(const Json& row, const char* field, RuleReader* reader) {
    std::vector<std::string> texts;
    const auto it = row.find(field);
    if (it == row.end()) return texts;
    for (const Json& text : *it) {
      if (text.is_string())
        texts.push_back(text.get<std::string>());
      else
        reader->Fail("rows", "has a form that is no text");
    }
    return texts;
  }

  void AddCountries(const Rule& rule, const Json& rows, RuleReader* reader) {
    for (const Json& row : rows) {
      if (!row.is_object() || !row.contains("name") || !row["name"].is_string())
        return reader->Fail("rows", "has a row without \"name\"");
      const std::string name = row["name"].get<std::string>();
      const auto country = static_cast<uint32_t>(out_.known.size());
      AddKnown(rule, name, NameKind::kPlace, KnownAs::kItself, country);
      AddForm(name, country);
      for (const std::string& form : TextsOf(row, "also", reader)) AddForm(form, country);
      const auto add = [&](const char* field, NameKind kind, KnownAs as) {
        for (const std::string& form : TextsOf(row, field, reader)) AddForm(form, AddKnown(rule, form, kind, as, country));
      };
      add("capitals", NameKind::kPlace, KnownAs::kCapital);
      add("seats", NameKind::kPlace, KnownAs::kSeat);
      add("demonyms", NameKind::kGroup, KnownAs::kPeople);
    }
  }

  void AddPhrases(const Rule& rule, NameKind kind, const Json& phrases, RuleReader* reader) {
    for (const Json& item : phrases) {
      const Json forms = item.is_string() ? Json::array({item}) : item;
      if (!forms.is_array() || forms.empty()) return reader->Fail("phrases", "holds neither texts nor lists of texts");
      const auto known = static_cast<uint32_t>(out_.known.size());
      for (const Json& form : forms) {
        if (!form.is_string()) return reader->Fail("phrases", "holds neither texts nor lists of texts");
        if (known == out_.known.size()) AddKnown(rule, form.get<std::string>(), kind, KnownAs::kItself, NameRules::kNone);
        AddForm(form.get<std::string>(), known);
      }
    }
  }

  RuleTables& tables_;
  NameRules& out_;
};

}  // namespace

absl::Status LoadNames(const std::vector<const Rule*>& rules, RuleTables* tables) {
  Loader loader(tables);
  for (const Rule* rule : rules) {
    if (const absl::Status status = loader.Add(*rule); !status.ok()) return status;
  }
  loader.Finish();
  return absl::OkStatus();
}

}  // namespace crosscheck
