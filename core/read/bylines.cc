#include "read/bylines.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxByline = 300;
constexpr size_t kMaxNameWords = 5;

// Words that stand in bylines and never in the name of a person.
constexpr std::string_view kNotNames[] = {"staff",
                                          "editor",
                                          "editors",
                                          "editorial",
                                          "reporter",
                                          "reporters",
                                          "correspondent",
                                          "correspondents",
                                          "writer",
                                          "writers",
                                          "contributor",
                                          "contributors",
                                          "team",
                                          "desk",
                                          "newsroom",
                                          "news",
                                          "newspaper",
                                          "press",
                                          "agency",
                                          "agencies",
                                          "admin",
                                          "administrator",
                                          "webmaster",
                                          "author",
                                          "authors",
                                          "guest",
                                          "columnist",
                                          "producer",
                                          "photographer",
                                          "bureau",
                                          "magazine",
                                          "online",
                                          "digital",
                                          "media",
                                          "tv",
                                          "radio",
                                          "network",
                                          "updated",
                                          "published",
                                          "posted",
                                          "minutes",
                                          "min",
                                          "read",
                                          "share",
                                          "follow",
                                          "email",
                                          "twitter",
                                          "facebook",
                                          "subscribe",
                                          "am",
                                          "pm",
                                          "est",
                                          "edt",
                                          "gmt",
                                          "bst",
                                          "ist",
                                          "utc",
                                          "monday",
                                          "tuesday",
                                          "wednesday",
                                          "thursday",
                                          "friday",
                                          "saturday",
                                          "sunday",
                                          "january",
                                          "february",
                                          "march",
                                          "april",
                                          "june",
                                          "july",
                                          "august",
                                          "september",
                                          "october",
                                          "november",
                                          "december",
                                          "ago",
                                          "hours",
                                          "views",
                                          "comments",
                                          "www",
                                          "http",
                                          "https",
                                          "com",
                                          "wire",
                                          "wires",
                                          "report",
                                          "reports",
                                          "special",
                                          "senior",
                                          "chief",
                                          "the",
                                          "daily",
                                          "times",
                                          "service",
                                          "services",
                                          "redaktion",
                                          "about",
                                          "more",
                                          "view",
                                          "all",
                                          "by",
                                          "profile",
                                          "bio",
                                          "page",
                                          "posts",
                                          "articles",
                                          "story",
                                          "opens",
                                          "window",
                                          "click",
                                          "for",
                                          "university",
                                          "institute",
                                          "department",
                                          "office",
                                          "communications",
                                          "inc",
                                          "llc",
                                          "ltd",
                                          "company",
                                          "group",
                                          "contributing",
                                          "executive",
                                          "managing",
                                          "associate",
                                          "assistant",
                                          "deputy",
                                          "journalist",
                                          "freelance",
                                          "intern",
                                          "president",
                                          "director",
                                          "professor",
                                          "science",
                                          "sports",
                                          "business",
                                          "politics",
                                          "entertainment",
                                          "health",
                                          "world",
                                          "local",
                                          "national",
                                          "international",
                                          "video",
                                          "live",
                                          "breaking",
                                          "blog",
                                          "board",
                                          "your",
                                          "this",
                                          "from",
                                          "at",
                                          "on",
                                          "in",
                                          "with",
                                          "to",
                                          "release",
                                          "releases",
                                          "center",
                                          "centre",
                                          "nan",
                                          "none",
                                          "null",
                                          "unknown",
                                          "anonymous",
                                          "syndicated",
                                          "sponsored",
                                          "partner",
                                          "content",
                                          "post",
                                          "journal",
                                          "gazette",
                                          "herald",
                                          "tribune",
                                          "chronicle",
                                          "studio",
                                          "foundation",
                                          "association",
                                          "society"};

std::string Fold(std::string_view text) {
  std::string out;
  for (const char c : LowerCase(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

// Cuts at commas, semicolons, bars, slashes, bullets, new lines, and the words
// "and", "&", "with", "by".
std::vector<std::string> Cut(std::string_view text) {
  std::string marked;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    constexpr std::u32string_view kMarks = U",;|/\n\t•·–—•‧()[]<>:";
    if (kMarks.find(c.value) != std::u32string_view::npos) {
      marked += '\n';
    } else {
      marked += text.substr(i, c.size);
    }
    i += c.size;
  }
  std::vector<std::string> parts;
  for (const std::string_view line : Split(marked, '\n')) {
    std::string part;
    bool in_place = false;  // "Ann Berg in Port Ellen": up to the next name
    const std::string tidy = CollapseSpace(line);
    for (const std::string_view word : Split(tidy, ' ')) {
      const std::string lower = AsciiLower(word);
      in_place |= !part.empty() && (lower == "in" || lower == "at" || lower == "from" || lower == "near");
      if (lower == "and" || lower == "&" || lower == "with" || lower == "by" || lower == "und" || lower == "von" ||
          lower == "y" || lower == "for") {
        const bool particle = (lower == "von" || lower == "y") && !part.empty();
        if (!particle) {
          parts.push_back(std::move(part));
          part.clear();
          in_place = false;
          continue;
        }
      }
      if (in_place) continue;
      StrAppend(&part, part.empty() ? "" : " ", word);
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

bool IsParticle(std::string_view word) {
  constexpr std::string_view kParticles[] = {"de",  "la",  "van", "von", "der", "den", "di",  "da",  "del", "al", "el",
                                             "bin", "ibn", "le",  "du",  "dos", "das", "ter", "ten", "y",   "e",  "zu",
                                             "af",  "av",  "st.", "du",  "mac", "ben", "abu", "ul",  "bint"};
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

bool IsName(std::string_view text) {
  const std::vector<std::string_view> words = Split(text, ' ');
  if (words.size() < 2 || words.size() > kMaxNameWords || text.size() > 60) return false;
  size_t capitals = 0;
  for (const std::string_view word : words) {
    if (word.empty()) return false;
    const std::string lower = AsciiLower(word);
    std::string bare = lower;
    while (!bare.empty() && (bare.back() == '.' || bare.back() == '\'')) bare.pop_back();
    if (std::find(std::begin(kNotNames), std::end(kNotNames), bare) != std::end(kNotNames)) return false;
    if (word.find_first_of("0123456789@#_<>{}=+*$%?!\"") != std::string_view::npos) return false;
    const CodePoint first = DecodeAt(word, 0);
    if (IsUpper(first.value) || (IsLetter(first.value) && first.value >= 0x250)) {
      ++capitals;
    } else if (!IsParticle(lower)) {
      const bool small_prefix = word.size() > 2 && (lower.starts_with("d'") || lower.starts_with("al-") ||
                                                    lower.starts_with("el-") || lower.starts_with("o'"));
      if (!small_prefix) return false;
    }
  }
  return capitals >= 2 || (capitals == 1 && words.size() == 2 && IsParticle(AsciiLower(words[0])));
}

// "Tom Oduya Jr.", "Ann B.", "Lee C.J.": the dot belongs to the name.
bool EndsInShortForm(std::string_view name) {
  if (!name.ends_with('.')) return false;
  const size_t space = name.rfind(' ');
  const std::string last = AsciiLower(name.substr(space == std::string_view::npos ? 0 : space + 1));
  return last.size() == 2 || last.find('.') + 1 < last.size() || last == "jr." || last == "sr.";
}

// "Ann Berg Coast Gazette" on the Coast Gazette's page: Ann Berg.
std::string_view WithoutOutlet(std::string_view name, std::string_view outlet) {
  if (outlet.size() < 3 || name.size() <= outlet.size() ||
      AsciiLower(name.substr(name.size() - outlet.size())) != AsciiLower(outlet))
    return name;
  const std::string_view rest = name.substr(0, name.size() - outlet.size());
  return rest.ends_with(' ') ? Trim(rest) : name;
}

}  // namespace

Byline ParseByline(std::string_view text, std::string_view outlet, const PageRules& rules) {
  Byline byline;
  text = Trim(text.substr(0, kMaxByline));
  if (text.starts_with("http") || text.starts_with("www.") || text.starts_with("@")) return byline;
  const std::string own = Fold(outlet);
  for (std::string& part : Cut(text)) {
    std::string_view name = Trim(part);
    if (!EndsInShortForm(name)) {
      while (name.ends_with('.')) name.remove_suffix(1);
    }
    name = WithoutOutlet(name, outlet);
    if (name.empty()) continue;
    if (const std::string_view agency = rules.Agency(name); !agency.empty()) {
      byline.agencies.emplace_back(agency);
      continue;
    }
    const std::string folded = Fold(name);
    if (!own.empty() && (folded == own || folded == "the" + own || own == "the" + folded)) continue;
    if (!IsName(name)) continue;
    const bool again =
        std::any_of(byline.people.begin(), byline.people.end(), [&](const std::string& p) { return Fold(p) == folded; });
    if (!again) byline.people.emplace_back(name);
  }
  return byline;
}

}  // namespace crosscheck
