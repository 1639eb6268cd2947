#include "probe.h"

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/bundle/spellings.h"
#include "compare/probe_compare.h"
#include "extract/context/quote_words.h"
#include "extract/text_view.h"
#include "probe_reuse.h"
#include "rulebook/kinds.h"
#include "rulebook/page_rules.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"
#include "text/stem.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

Json DaysOf(const std::optional<Day>& day) { return day ? Json(FormatIsoDay(*day)) : Json(); }

Document OneStory(std::string text, const std::string& published) {
  Document document;
  document.id = "example";
  document.text = std::move(text);
  if (const auto day = ParseIsoDay(published)) document.published = Published{OneDay(*day), "example"};
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(std::move(story));
  return document;
}

Json Words(std::string_view text, const std::vector<Span>& spans) {
  Json words = Json::array();
  for (const Span span : spans) words.push_back(span.In(text));
  return words;
}

Json Item(std::string_view text, const Statement& s) {
  Json sources = Json::array();
  Json names = Json::array();
  for (const Source& source : s.sources) {
    sources.push_back(source.text);
    names.push_back(source.name);
  }
  Json said_on;
  if (s.said_on) said_on = Json::array({DaysOf(s.said_on->from), DaysOf(s.said_on->until)});
  return {{"kind", JsonName(s.kind)},
          {"sources", sources},
          {"names", names},
          {"cue", Words(text, s.cue)},
          {"content", Words(text, s.content)},
          {"polarity", JsonName(s.polarity)},
          {"speech", s.speech},
          {"said_on", said_on},
          {"nested", !s.nested_in.empty()},
          {"carried", s.carried}};
}

Json OrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json OrNull(const std::optional<Phrase>& phrase) { return phrase ? Json(phrase->text) : Json(); }
Json OrNull(const std::optional<Decimal>& number) { return number ? Json(number->ToString()) : Json(); }

Json Item(std::string_view text, const Figure& f) {
  constexpr std::string_view kPortions[] = {"whole", "addition", "complement"};
  constexpr std::string_view kRoles[] = {"", "doer", "target"};
  return {{"text", f.span.In(text)},
          {"kind", JsonName(f.kind)},
          {"low", OrNull(f.low)},
          {"high", OrNull(f.high)},
          {"low_open", f.low_open},
          {"high_open", f.high_open},
          {"modifier", JsonName(f.modifier)},
          {"unit", OrNull(f.unit)},
          {"counted", OrNull(f.counted)},
          {"portion", kPortions[static_cast<size_t>(f.portion)]},
          {"whose", OrNull(f.whose)},
          {"event", OrNull(f.event)},
          {"event_role", kRoles[static_cast<size_t>(f.event_role)]},
          {"same_as", OrNull(f.same_as)},
          {"hedge", OrNull(f.hedge)},
          {"unit_assumed", f.unit_assumed},
          {"per", OrNull(f.per)},
          {"whose_name", OrNull(f.whose_name)}};
}

Json Item(std::string_view text, const Timex& t) {
  return {{"text", t.span.In(text)},
          {"type", JsonName(t.type)},
          {"value", t.value},
          {"mod", OrNull(std::string(JsonName(t.mod)))},
          {"from", DaysOf(t.days.from)},
          {"until", DaysOf(t.days.until)}};
}

Json Item(std::string_view text, const Name& n) {
  return {{"name", n.name},
          {"kind", JsonName(n.kind)},
          {"role", OrNull(n.role)},
          {"gender", OrNull(std::string(JsonName(n.gender)))},
          {"mentions", Words(text, n.mentions)}};
}

Json Item(std::string_view text, const CheckPoint& p) { return {{"text", p.span.In(text)}, {"kind", JsonName(p.kind)}}; }

template <class Items>
void Collect(const Record& record, const Items& items, const std::string& rule, std::vector<Json>* found) {
  for (const auto& item : items) {
    if (item.rule == rule) found->push_back(Item(record.document.text, item));
  }
}

std::vector<Json> ProbeExtracted(const Rulebook& rules, const Rule& rule, const Example& example, bool all_figures) {
  const Record record = Extract(OneStory(example.text, example.published), rules);
  std::vector<Json> found;
  Collect(record, record.statements, rule.id, &found);
  for (const Figure& figure : record.figures) {
    if (all_figures || figure.rule == rule.id) found.push_back(Item(record.document.text, figure));
  }
  Collect(record, record.dates, rule.id, &found);
  Collect(record, record.names, rule.id, &found);
  Collect(record, record.check_points, rule.id, &found);
  return found;
}

// Tokens whose key is that of one of the rule's words.
std::vector<Json> ProbeWords(const RuleTables& tables, const Rule& rule, const Example& example,
                             std::string (*key)(std::string_view word)) {
  StringSet words;
  const Json& listed = rule.body["words"];  // a list of words, or an object whose keys are words
  for (const auto& [name, word] : listed.items()) {
    words.insert(key(word.is_string() && listed.is_array() ? word.get_ref<const std::string&>() : name));
  }
  TokenStream stream;
  Tokenize(example.text, {0, static_cast<uint32_t>(example.text.size())}, tables.lexicon, &stream);
  std::vector<Json> found;
  for (const Token& token : stream.tokens) {
    const std::string_view text = token.span().In(example.text);
    if (words.contains(key(text))) found.push_back({{"text", text}});
  }
  return found;
}

std::vector<Json> ProbeVerbs(const RuleTables& tables, const Rule& rule, const Example& example) {
  VerbTable of_rule;
  Lexicon lexicon;
  const auto add = [&](const std::string& base) { of_rule.Add(InflectVerb(base, tables.verbs.irregular), &lexicon); };
  if (rule.body.contains("verbs")) {
    for (const Json& base : rule.body["verbs"]) add(base.get<std::string>());
  }
  if (rule.body.contains("irregular")) {
    for (const auto& [base, forms] : rule.body["irregular"].items()) add(base);
  }
  TokenStream stream;
  Tokenize(example.text, {0, static_cast<uint32_t>(example.text.size())}, lexicon, &stream);
  std::vector<Json> found;
  for (const Token& token : stream.tokens) {
    if (of_rule.FormsOf(token.word) != 0) found.push_back({{"text", token.span().In(example.text)}});
  }
  return found;
}

// The text as the words of a quotation, where any of them is not written in its normal form.
std::vector<Json> ProbeQuoteWords(const RuleTables& tables, const Example& example) {
  const Document document = OneStory(example.text, "");
  const TextView view = MakeTextView(document, tables);
  std::string forms;
  std::string written;
  for (uint32_t t = 0; t < view.tokens.size(); ++t) {
    if (view.tokens[t].token_class == TokenClass::kWord || view.tokens[t].token_class == TokenClass::kNumber)
      StrAppend(&written, written.empty() ? "" : " ", view.Folded(t));
  }
  for (const QuoteWord& word : NormalWords(view, 0, static_cast<uint32_t>(view.tokens.size()), {})) {
    StrAppend(&forms, forms.empty() ? "" : " ", word.form);
  }
  if (forms == written) return {};
  return {{{"text", forms}}};
}

// Words that stand for each other by the tables of sounds.
std::vector<Json> ProbeSpellings(const RuleTables& tables, const Example& example) {
  TokenStream stream;
  Tokenize(example.text, {0, static_cast<uint32_t>(example.text.size())}, tables.lexicon, &stream);
  std::vector<Json> found;
  for (size_t i = 0; i < stream.tokens.size(); ++i) {
    for (size_t k = i + 1; k < stream.tokens.size(); ++k) {
      const std::string_view a = stream.tokens[i].span().In(example.text);
      const std::string_view b = stream.tokens[k].span().In(example.text);
      if (AreSpellings(tables.words, LowerCase(a), LowerCase(b))) found.push_back({{"text", StrCat(a, " ", b)}});
    }
  }
  return found;
}

}  // namespace

std::vector<Json> ProbeRule(const Rulebook& rules, const Rule& rule, const Example& example) {
  const RuleKind* kind = FindRuleKind(rule.kind);
  switch (kind == nullptr ? RuleProbe::kExtracted : kind->probe) {
    case RuleProbe::kExtracted:
      return ProbeExtracted(rules, rule, example, false);
    case RuleProbe::kAllFigures:
      return ProbeExtracted(rules, rule, example, true);
    case RuleProbe::kWords:
      return ProbeWords(rules.tables(), rule, example, [](std::string_view word) { return LowerCase(word); });
    case RuleProbe::kStems:
      return ProbeWords(rules.tables(), rule, example, [](std::string_view word) { return Stem(LowerCase(word)); });
    case RuleProbe::kVerbs:
      return ProbeVerbs(rules.tables(), rule, example);
    case RuleProbe::kPage:
      return ProbePageRule(rule, example.text);
    case RuleProbe::kWordLists:
      return ProbeWordLists(rules.tables(), rule, example);
    case RuleProbe::kQuoteWords:
      return ProbeQuoteWords(rules.tables(), example);
    case RuleProbe::kSpellings:
      return ProbeSpellings(rules.tables(), example);
    case RuleProbe::kClaimPairs:
      return ProbeClaimPairs(rules, rule, example);
    case RuleProbe::kFindings:
      return ProbeFindings(rules, rule, example);
    case RuleProbe::kReuse:
      return ProbeReuseRule(rules, rule, example);
  }
  return {};
}

std::vector<ExampleResult> TestRules(const Rulebook& rules, std::string_view id) {
  const Probe probe = [&](const Rule& rule, const Example& example) { return ProbeRule(rules, rule, example); };
  std::vector<ExampleResult> results;
  for (const Rule& rule : rules.tables().rules) {
    if (!id.empty() && rule.id != id) continue;
    for (const Example& example : rule.examples) results.push_back(RunExample(rule, example, probe));
  }
  return results;
}

}  // namespace crosscheck
