#include "compare/speakers.h"

#include <algorithm>

#include "base/utf8.h"

namespace crosscheck {

std::vector<std::string> NameWords(std::string_view text) {
  const std::string name = LowerCase(text);
  std::vector<std::string> words;
  std::string word;
  for (size_t at = 0; at < name.size();) {
    const CodePoint c = DecodeAt(name, at);
    if (IsLetter(c.value) || (c.value >= '0' && c.value <= '9')) {
      word.append(name, at, c.size);
    } else if (!word.empty() && c.value != '\'' && c.value != 0x2019 && c.value != '.') {
      words.push_back(std::move(word));
      word.clear();
    }
    at += c.size;
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

Span LongestMention(const Name& name) {
  return *std::max_element(name.mentions.begin(), name.mentions.end(), [](Span x, Span y) { return x.size() < y.size(); });
}

bool SameName(std::string_view a, std::string_view b) {
  std::vector<std::string> x = NameWords(a);
  std::vector<std::string> y = NameWords(b);
  if (x.empty() || y.empty()) return false;
  if (x.size() > y.size()) std::swap(x, y);
  if (x.back() != y.back() && x.front() != y.front()) return false;
  return std::all_of(x.begin(), x.end(), [&](const std::string& word) { return std::find(y.begin(), y.end(), word) != y.end(); });
}

SpeakerIndex::SpeakerIndex(const Record& record) {
  for (const Name& name : record.names) {
    kinds_[name.name] = name.kind == NameKind::kPerson ? SpeakerKind::kPerson : SpeakerKind::kBody;
  }
}

SpeakerKind SpeakerIndex::KindOf(std::string_view name) const {
  const auto it = kinds_.find(name);
  return it == kinds_.end() ? SpeakerKind::kUnknown : it->second;
}

Speaker SpeakerIndex::SpeakerOf(const Statement& statement) const {
  Speaker speaker;
  if (statement.sources.empty()) return speaker;
  speaker.name = statement.sources.back().name;
  speaker.kind = KindOf(speaker.name);
  if (speaker.kind == SpeakerKind::kUnknown && speaker.name.find(" + ") != std::string::npos) speaker.kind = SpeakerKind::kBody;
  for (size_t i = 0; i + 1 < statement.sources.size(); ++i) speaker.chain.push_back(statement.sources[i].name);
  return speaker;
}

SpeakerMatch MatchSpeakers(const Speaker& a, const Speaker& b) {
  if (a.kind == SpeakerKind::kUnknown || b.kind == SpeakerKind::kUnknown) return SpeakerMatch::kPerhaps;
  if (SameName(a.name, b.name)) return SpeakerMatch::kSame;
  const auto through = [](const Speaker& carrier, const Speaker& speaker) {
    return std::any_of(speaker.chain.begin(), speaker.chain.end(),
                       [&](const std::string& name) { return SameName(name, carrier.name); });
  };
  if (through(a, b) || through(b, a)) return SpeakerMatch::kPerhaps;
  return a.kind == SpeakerKind::kPerson && b.kind == SpeakerKind::kPerson ? SpeakerMatch::kOther : SpeakerMatch::kPerhaps;
}

}  // namespace crosscheck
