#include "compare/probe_compare.h"

#include <algorithm>

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/bundle/bundle.h"
#include "compare/group/quantities.h"
#include "compare/judge/difference.h"
#include "compare/pair/align.h"
#include "rulebook/tables.h"
#include "text/stem.h"
#include "text/tokens.h"

namespace crosscheck {

std::vector<Record> ExtractArticles(const Rulebook& rules, const Example& example) {
  std::vector<std::string> texts = example.articles;
  if (texts.empty()) texts.push_back(example.text);
  std::vector<Record> records;
  for (size_t i = 0; i < texts.size(); ++i) {
    ReadHint hint;
    hint.id = hint.uri = StrCat("article-", i + 1);
    hint.format = texts[i].starts_with('{') ? InputFormat::kJsonLines : InputFormat::kText;
    if (const auto day = ParseIsoDay(example.published)) hint.published = Published{OneDay(*day), "example"};
    std::vector<Unread> unread;
    for (Document& document : ReadAll(texts[i], hint, &unread)) {
      document.id = hint.id;
      records.push_back(Extract(std::move(document), rules));
    }
  }
  return records;
}

// Runs of words that the rule lists, read from its own body.
std::vector<Json> ProbeWordLists(const RuleTables& tables, const Rule& rule, const Example& example) {
  TokenStream stream;
  Tokenize(example.text, {0, static_cast<uint32_t>(example.text.size())}, tables.lexicon, &stream);
  std::vector<std::string> lower;
  for (const Token& token : stream.tokens) lower.push_back(LowerCase(token.span().In(example.text)));
  std::vector<Json> found;
  const auto listed = [&](const char* field, const auto& matches) {
    const auto it = rule.body.find(field);
    if (it == rule.body.end()) return;
    for (const Json& entry : *it) {
      const std::string text = LowerCase(entry.get<std::string>());
      const std::vector<std::string_view> words = Split(text, ' ');
      for (size_t t = 0; t + words.size() <= lower.size(); ++t) {
        size_t same = 0;
        while (same < words.size() && matches(lower[t + same], words[same])) ++same;
        if (same < words.size()) continue;
        const Span span{stream.tokens[t].start, stream.tokens[t + words.size() - 1].end()};
        found.push_back({{"text", span.In(example.text)}});
      }
    }
  };
  const auto equal = [](std::string_view a, std::string_view b) { return a == b; };
  listed("words", [](std::string_view a, std::string_view b) { return Stem(a) == Stem(b); });
  listed("forms", equal);
  listed("phrases", equal);
  return found;
}

std::vector<Json> ProbeClaimPairs(const Rulebook& rules, const Rule& rule, const Example& example) {
  const std::vector<Record> records = ExtractArticles(rules, example);
  const Bundle bundle = BuildBundle(records, {}, rules.tables(), 1);
  const CompareRules& compare = bundle.compare();
  std::vector<Json> found;
  if (rule.kind == "difference-weights" || rule.kind == "calibration") {
    const std::vector<AlignedPair> pairs = AlignClaims(bundle, NeighbourStories(bundle, 1), 1);
    for (const Quantity& quantity : FindQuantities(bundle, pairs, {})) {
      if (quantity.contrasts.empty()) continue;
      if (rule.kind == "calibration") found.push_back({{"relation", JsonName(quantity.relation)}});
      const DifferenceValues values = DifferenceFeaturesOf(bundle, quantity);
      for (size_t f = 0; f < kDifferenceFeatures; ++f) {
        if (values[f] != 0 && compare.differences[f].id == rule.id)
          found.push_back({{"feature", DifferenceFeatureName(static_cast<DifferenceFeature>(f))}});
      }
    }
    return found;
  }
  for (uint32_t i = 0; i < bundle.claims.size(); ++i) {
    for (uint32_t j = i + 1; j < bundle.claims.size(); ++j) {
      const BundleClaim& a = bundle.claims[i];
      const BundleClaim& b = bundle.claims[j];
      const auto add = [&](const char* field, std::string_view name) {
        found.push_back({{field, name}, {"a", bundle.TextOf(a)}, {"b", bundle.TextOf(b)}});
      };
      const Veto veto = VetoOf(a, b);
      if (rule.kind == "vetoes" && veto != Veto::kNone && compare.vetoes[static_cast<size_t>(veto)].id == rule.id)
        add("veto", VetoName(veto));
      if (veto == Veto::kType || veto == Veto::kUnit) continue;
      if (rule.kind != "weights") continue;
      FeatureValues values = FeaturesOf(bundle, a, b);
      values[static_cast<size_t>(Feature::kNone)] = 1;
      for (size_t f = 0; f < kFeatures; ++f) {
        if (values[f] != 0 && compare.features[f].id == rule.id) add("feature", FeatureName(static_cast<Feature>(f)));
      }
    }
  }
  return found;
}

std::vector<Json> ProbeFindings(const Rulebook& rules, const Rule& rule, const Example& example) {
  const Worksheet sheet = Compare(ExtractArticles(rules, example), rules, {.threads = 1, .state_json = ""});
  std::vector<Json> found;
  for (const Finding& finding : sheet.findings) {
    if (finding.rule != rule.id) continue;
    Json words = Json::array();
    for (const FindingMember& member : finding.members) {
      words.push_back(member.focus ? member.text.substr(member.focus->start - member.span.start, member.focus->size())
                                   : member.text);
    }
    const auto group =
        std::find_if(sheet.groups.begin(), sheet.groups.end(), [&](const Group& g) { return g.id == finding.group; });
    found.push_back({{"relation", JsonName(finding.relation)},
                     {"severity", JsonName(finding.severity)},
                     {"reason", group == sheet.groups.end() ? "" : group->reason},
                     {"message", finding.message},
                     {"words", words}});
  }
  return found;
}

}  // namespace crosscheck
