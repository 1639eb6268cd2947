#include "rulebook/page_rules.h"

#include <algorithm>

#include "base/utf8.h"
#include "crosscheck/crosscheck.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

const std::vector<std::string_view> kClassHints = {
    "body",   "standfirst", "headline", "byline",  "time",    "caption", "credit", "comment", "related",    "share",   "nav",
    "advert", "signup",     "footer",   "sidebar", "consent", "tags",    "bio",    "hidden",  "correction", "gallery", "tool"};
const std::vector<std::string_view> kLineHints = {"furniture", "border",     "teaser",     "stamp",   "byline",
                                                  "credit",    "correction", "disclaimer", "comment", "bio"};
const std::vector<std::string_view> kMatches = {"line", "start", "anywhere", "count"};
constexpr std::string_view kCounted = "#";  // stands for any number
constexpr size_t kMaxClassWords = 48;
constexpr size_t kMaxLine = 400;  // longer ones are looked at up to here

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpperAscii(char c) { return c >= 'A' && c <= 'Z'; }

// Lower case, single spaces, without marks at the ends; what phrases are
// compared by.
std::string Comparable(std::string_view line) {
  std::string lower = CollapseSpace(LowerCase(line.substr(0, kMaxLine)));
  constexpr std::string_view kMarks = ".:;,!?|>»*[](){}-";
  size_t end = lower.size();
  while (end > 0 && (kMarks.find(lower[end - 1]) != std::string_view::npos || lower[end - 1] == ' ')) --end;
  size_t start = 0;
  while (start < end && (kMarks.find(lower[start]) != std::string_view::npos || lower[start] == ' ')) ++start;
  return lower.substr(start, end - start);
}

std::string_view FirstWord(std::string_view line) { return line.substr(0, line.find_first_of(" :,.")); }

bool IsWordByte(char c) {
  return IsLower(c) || IsUpperAscii(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// The run of letters and digits that the line begins with.
std::string_view LeadingWord(std::string_view line) {
  size_t size = 0;
  while (size < line.size() && IsWordByte(line[size])) ++size;
  return line.substr(0, size);
}

// `words` stands in `line` at `at` as whole words.
bool StandsAt(std::string_view line, size_t at, std::string_view words) {
  const size_t end = at + words.size();
  return (at == 0 || !IsWordByte(line[at - 1]) || !IsWordByte(words.front())) &&
         (end == line.size() || !IsWordByte(line[end]) || !IsWordByte(words.back()));
}

bool Contains(std::string_view line, std::string_view words) {
  for (size_t at = line.find(words); at != std::string_view::npos; at = line.find(words, at + 1)) {
    if (StandsAt(line, at, words)) return true;
  }
  return false;
}

// Does a line begin with `words`, whose last may be any number: "copyright #"?
bool BeginsWith(std::string_view line, std::string_view words) {
  if (!words.ends_with(kCounted)) return line.starts_with(words) && StandsAt(line, 0, words);
  words.remove_suffix(kCounted.size());
  return line.size() > words.size() && line.starts_with(words) && line[words.size()] >= '0' && line[words.size()] <= '9';
}

// What stands after the number that a line begins with: "1,204 views", "4.5k shares"; empty: no number, or nothing.
std::string_view AfterNumber(std::string_view line) {
  size_t end = 0;
  while (end < line.size() && ((line[end] >= '0' && line[end] <= '9') || ((line[end] == ',' || line[end] == '.') && end > 0))) ++end;
  if (end == 0) return "";
  if (end < line.size() && (line[end] == 'k' || line[end] == 'm') && (end + 1 == line.size() || line[end + 1] == ' ')) ++end;
  if (end < line.size() && line[end] == '+') ++end;
  while (end < line.size() && (line[end] == ' ' || line[end] == '-')) ++end;
  return line.substr(end);
}

absl::Status LoadClassRule(const Rule& rule, PageRules* pages) {
  RuleReader reader(rule);
  const size_t hint = reader.OneOf("hint", kClassHints, kClassHints.size());
  const std::vector<std::string> words = reader.Texts("words");
  if (hint == kClassHints.size()) reader.Fail("hint", "is missing");
  if (words.empty()) reader.Fail("words", "is missing");
  if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  for (const std::string& word : words) pages->AddClass(word, static_cast<ClassHint>(hint));
  return absl::OkStatus();
}

absl::Status LoadLineRule(const Rule& rule, PageRules* pages) {
  RuleReader reader(rule);
  const size_t hint = reader.OneOf("hint", kLineHints, kLineHints.size());
  const size_t match = reader.OneOf("match", kMatches, 0);
  const std::vector<std::string> phrases = reader.Texts("phrases");
  if (hint == kLineHints.size()) reader.Fail("hint", "is missing");
  if (phrases.empty()) reader.Fail("phrases", "is missing");
  if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  for (const std::string& phrase : phrases) pages->AddLine(phrase, kMatches[match], static_cast<LineHint>(hint));
  return absl::OkStatus();
}

absl::Status LoadAgencyRule(const Rule& rule, PageRules* pages) {
  RuleReader reader(rule);
  const std::string name = reader.Text("name");
  const std::vector<std::string> forms = reader.Texts("forms");
  if (name.empty()) reader.Fail("name", "is missing");
  if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  pages->AddAgency(name, name);
  for (const std::string& form : forms) pages->AddAgency(form, name);
  return absl::OkStatus();
}

absl::Status LoadLanguageRule(const Rule& rule, PageRules* pages) {
  RuleReader reader(rule);
  const std::string language = reader.Text("language");
  const std::vector<std::string> words = reader.Texts("words");
  if (language.empty()) reader.Fail("language", "is missing");
  if (pages->languages().size() >= 64) reader.Fail("language", "is one too many");
  if (const absl::Status status = reader.Finish(); !status.ok()) return status;
  pages->AddLanguage(language, words);
  return absl::OkStatus();
}

absl::Status LoadAll(const std::vector<const Rule*>& rules, absl::Status (*load)(const Rule&, PageRules*), PageRules* pages) {
  for (const Rule* rule : rules) {
    if (const absl::Status status = load(*rule, pages); !status.ok()) return status;
  }
  return absl::OkStatus();
}

std::vector<Json> Names(HintSet hints, const std::vector<std::string_view>& names) {
  std::vector<Json> found;
  for (size_t i = 0; i < names.size(); ++i) {
    if ((hints >> i & 1) != 0) found.push_back({{"hint", names[i]}});
  }
  return found;
}

}  // namespace

std::vector<std::string> ClassWords(std::string_view attribute) {
  std::vector<std::string> words;
  char before = ' ';
  for (const char c : attribute) {
    const bool letter = IsLower(c) || IsUpperAscii(c);
    if (letter && (!(IsLower(before) || IsUpperAscii(before)) || (IsUpperAscii(c) && IsLower(before)))) {
      if (words.size() == kMaxClassWords) break;
      words.emplace_back();
    }
    if (letter) words.back() += IsUpperAscii(c) ? static_cast<char>(c + 32) : c;
    before = c;
  }
  return words;
}

HintSet PageRules::ClassHints(std::string_view attribute) const {
  HintSet hints = 0;
  std::string before;
  for (const std::string& word : ClassWords(attribute)) {
    if (const auto it = classes_.find(word); it != classes_.end()) hints |= it->second;
    if (const auto it = classes_.find(before + word); it != classes_.end() && !before.empty()) hints |= it->second;
    before = word;
  }
  return hints;
}

HintSet PageRules::LineHints(std::string_view raw) const {
  const std::string line = Comparable(raw);
  HintSet hints = 0;
  if (line.empty()) return hints;
  if (const auto it = by_first_word_.find(FirstWord(line)); it != by_first_word_.end()) {
    for (const Phrase& phrase : it->second) {
      if (phrase.whole ? line == phrase.words : BeginsWith(line, phrase.words)) {
        hints |= phrase.hints;
      }
    }
  }
  if (const std::string_view counted = AfterNumber(line); !counted.empty()) {
    if (const auto it = by_first_word_.find(kCounted); it != by_first_word_.end()) {
      for (const Phrase& phrase : it->second) hints |= phrase.words == counted ? phrase.hints : 0;
    }
  }
  for (const Phrase& phrase : anywhere_) {
    if ((hints & phrase.hints) != phrase.hints && Contains(line, phrase.words)) hints |= phrase.hints;
  }
  for (size_t at = 0; at < line.size();) {
    const std::string_view word = LeadingWord(std::string_view(line).substr(at));
    const auto it = word.empty() ? by_inner_word_.end() : by_inner_word_.find(word);
    if (it != by_inner_word_.end()) {
      for (const Phrase& phrase : it->second) {
        if (std::string_view(line).substr(at).starts_with(phrase.words) && StandsAt(line, at, phrase.words)) hints |= phrase.hints;
      }
    }
    at += std::max<size_t>(word.size(), 1);
  }
  return hints;
}

std::string_view PageRules::Agency(std::string_view text) const {
  std::string name = Comparable(text);
  if (name.starts_with("the ")) name.erase(0, 4);
  const auto it = agencies_.find(name);
  return it == agencies_.end() ? std::string_view() : it->second;
}

void PageRules::AddClass(std::string_view words, ClassHint hint) {
  std::string joined;
  for (const std::string& word : ClassWords(words)) joined += word;
  classes_[joined] |= Bit(hint);
}

void PageRules::AddLine(std::string_view phrase, std::string_view match, LineHint hint) {
  std::string words = match == kMatches[0] ? Comparable(phrase) : LowerCase(phrase);  // "more:" begins a line, "more" does not
  if (match == kMatches[3]) {
    by_first_word_[std::string(kCounted)].push_back({std::move(words), true, Bit(hint)});
  } else if (match == kMatches[2]) {
    const std::string first(LeadingWord(words));
    (first.empty() ? anywhere_ : by_inner_word_[first]).push_back({std::move(words), false, Bit(hint)});
  } else {
    std::string first(FirstWord(words));
    by_first_word_[first].push_back({std::move(words), match == kMatches[0], Bit(hint)});
  }
}

void PageRules::AddAgency(std::string_view form, std::string_view name) { agencies_[Comparable(form)] = std::string(name); }

uint64_t PageRules::LanguagesOf(std::string_view lower_word) const {
  const auto it = small_words_.find(lower_word);
  return it == small_words_.end() ? 0 : it->second;
}

void PageRules::AddLanguage(std::string_view language, const std::vector<std::string>& words) {
  for (const std::string& word : words) small_words_[LowerCase(word)] |= uint64_t{1} << languages_.size();
  languages_.emplace_back(language);
}

absl::Status LoadPageClasses(const std::vector<const Rule*>& rules, RuleTables* tables) {
  return LoadAll(rules, LoadClassRule, &tables->pages);
}
absl::Status LoadPageLines(const std::vector<const Rule*>& rules, RuleTables* tables) {
  return LoadAll(rules, LoadLineRule, &tables->pages);
}
absl::Status LoadPageAgencies(const std::vector<const Rule*>& rules, RuleTables* tables) {
  return LoadAll(rules, LoadAgencyRule, &tables->pages);
}
absl::Status LoadPageLanguages(const std::vector<const Rule*>& rules, RuleTables* tables) {
  return LoadAll(rules, LoadLanguageRule, &tables->pages);
}

std::vector<Json> ProbePageRule(const Rule& rule, std::string_view text) {
  PageRules alone;
  if (rule.kind == "page-agencies") {
    if (!LoadAgencyRule(rule, &alone).ok() || alone.Agency(text).empty()) return {};
    return {Json{{"name", alone.Agency(text)}}};
  }
  if (rule.kind == "page-languages") {
    if (!LoadLanguageRule(rule, &alone).ok() || alone.LanguagesOf(LowerCase(text)) == 0) return {};
    return {Json{{"language", alone.languages().front()}}};
  }
  if (rule.kind == "page-classes")
    return LoadClassRule(rule, &alone).ok() ? Names(alone.ClassHints(text), kClassHints) : std::vector<Json>();
  return LoadLineRule(rule, &alone).ok() ? Names(alone.LineHints(text), kLineHints) : std::vector<Json>();
}

const PageRules& BuiltInPageRules() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules.tables().pages;
}

}  // namespace crosscheck
