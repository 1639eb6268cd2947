#include "compare/probe_compare.h"

#include <algorithm>

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/clause.h"
#include "compare/gates.h"
#include "compare/pairing.h"
#include "compare/relation.h"
#include "rulebook/tables.h"
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
  listed("words", [](std::string_view a, std::string_view b) { return StemKey(a) == StemKey(b); });
  listed("forms", equal);
  listed("phrases", equal);
  return found;
}

std::vector<Json> ProbeClaimPairs(const Rulebook& rules, const Rule& rule, const Example& example) {
  const std::vector<Record> records = ExtractArticles(rules, example);
  const ClaimSet set = BuildClaims(records, {}, rules.tables(), 1);
  const ClaimIndex index(set);
  const Pairing pairing(set, index);
  std::vector<Json> found;
  for (uint32_t a = 0; a < set.claims.size(); ++a) {
    for (uint32_t b = a + 1; b < set.claims.size(); ++b) {
      const Json words = {{"a", set.TextOf(set.claims[a])}, {"b", set.TextOf(set.claims[b])}};
      const auto add = [&](const char* field, std::string_view name) {
        Json item = {{field, name}};
        item.update(words);
        found.push_back(std::move(item));
      };
      if (rule.kind == "weights") {
        if (set.claims[a].type != set.claims[b].type || set.claims[a].dimension_key != set.claims[b].dimension_key) continue;
        const SignValues signs = pairing.Signs(a, b);
        for (size_t s = 0; s < kSigns; ++s) {
          if (signs[s] != 0 && set.compare().signs[s].id == rule.id) add("sign", SignName(static_cast<Sign>(s)));
        }
        continue;
      }
      const auto check = [&](Gate gate) {
        if (gate != Gate::kNone && set.compare().gates[static_cast<size_t>(gate)].id == rule.id) add("gate", GateName(gate));
      };
      const Gate forbidden = pairing.CannotLink(a, b);
      check(forbidden);
      if (forbidden != Gate::kNone || ValuesMeet(set.claims[a], set.claims[b]) || set.claims[a].story == set.claims[b].story)
        continue;
      const PairScore score = pairing.Score(a, b);
      for (const Gate gate : ClosedGates(pairing, a, b, score)) check(gate);
      if (score.blind < set.compare().gates[static_cast<size_t>(Gate::kUnsure)].limit &&
          !pairing.NearCopy(set.claims[a], set.claims[b]))
        check(Gate::kUnsure);
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
