#include "reuse/origin.h"

#include <algorithm>
#include <string_view>

#include "base/days.h"
#include "base/strings.h"

namespace crosscheck {
namespace {

// The host of an address without "www.": "https://www.example.org/a" -> "example.org".
std::string HostOf(std::string_view address) {
  const size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return "";
  std::string_view host = address.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return AsciiLower(host);
}

// Does the page say that its canonical address lies at the other's site?
bool PointsTo(const Document& page, const Document& other) {
  const std::string host = HostOf(other.url);
  if (host.empty() || host == HostOf(page.url)) return false;
  return std::any_of(page.evidence.begin(), page.evidence.end(), [&](const Evidence& e) {
    return e.field == "url" && (e.value == other.url || HostOf(e.value) == host) &&
           e.origin.find("canonical") != std::string::npos;
  });
}

// Is the name one that stands for nothing else: of two words, or in capitals?
bool IsTelling(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return true;
  return name.size() >= 3 && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Does the text name the outlet: "first reported by the Orvik Daily", "told the Orvik Daily"?
bool Names(std::string_view text, std::string_view outlet) {
  if (outlet.starts_with("The ")) outlet.remove_prefix(4);
  if (!IsTelling(outlet)) return false;
  for (size_t at = text.find(outlet); at != std::string_view::npos; at = text.find(outlet, at + 1)) {
    const size_t end = at + outlet.size();
    if ((at == 0 || !IsWordByte(text[at - 1])) && (end == text.size() || !IsWordByte(text[end]))) return true;
  }
  return false;
}

// By its credit, its byline or in its text. Of a text that names its own outlet as well ("A told the Daily and the Courier") and of
// two that name each other nothing follows.
bool CreditsOther(const Document& page, const Document& other, const PageRules& pages) {
  if (other.outlet.empty() || EqualsIgnoreCase(page.outlet, other.outlet)) return false;
  const std::string_view agency = pages.Agency(other.outlet);
  const auto is_other = [&](const std::string& name) {
    return EqualsIgnoreCase(name, other.outlet) || (!agency.empty() && name == agency);
  };
  if (std::any_of(page.credit.begin(), page.credit.end(), is_other)) return true;
  if (std::any_of(page.authors.begin(), page.authors.end(), is_other)) return true;
  return Names(page.text, other.outlet) && !Names(page.text, page.outlet) && !Names(other.text, page.outlet);
}

const std::optional<Published>& PublishedOf(const Document& document, const Story& story) {
  return story.published ? story.published : document.published;
}

bool IsEarlier(const std::optional<Published>& x, const std::optional<Published>& y) {
  return x && y && x->days.until && y->days.from && *x->days.until < *y->days.from;
}

class Scale {
 public:
  // `page` and what speaks for the other one being its origin; `to` is that side's weight.
  Scale(const Document& page, const Story& story, const Document& other, const Story& other_story, int* to,
        std::vector<std::string>* evidence, const ReuseRules& rules, const PageRules& pages)
      : page_(page), story_(story), other_(other), other_story_(other_story), to_(*to), evidence_(*evidence), rules_(rules), pages_(pages) {}

  void Weigh(double share, double other_share, bool lead, bool other_lead) {
    if (PointsTo(page_, other_)) Add(OriginSign::kCanonical, page_.id, " lies at ", other_.id);
    if (CreditsOther(page_, other_, pages_)) {
      Add(OriginSign::kCredit, page_.id, ": ", other_.outlet);
    } else if (!page_.credit.empty() && other_.credit.empty()) {
      Add(OriginSign::kAgency, page_.id, ": ", page_.credit[0]);
    }
    if (const auto& day = PublishedOf(other_, other_story_); IsEarlier(day, PublishedOf(page_, story_))) {
      Add(OriginSign::kEarlier, other_.id, ", ", FormatIsoDay(*day->days.from));
    }
    if (page_.authors.empty() && !other_.authors.empty()) Add(OriginSign::kAuthor, other_.id);
    if (share >= 0.9 && other_share <= 0.8) Add(OriginSign::kSuperset, other_.id);
    if (!lead && other_lead) Add(OriginSign::kOwnLead, page_.id);
  }

 private:
  template <class... Words>
  void Add(OriginSign sign, const Words&... words) {
    to_ += rules_.origin_weights[static_cast<size_t>(sign)];
    evidence_.push_back(StrCat(EvidenceWords(sign), " ", words...));
  }

  const Document& page_;
  const Story& story_;
  const Document& other_;
  const Story& other_story_;
  int& to_;
  std::vector<std::string>& evidence_;
  const ReuseRules& rules_;
  const PageRules& pages_;
};

}  // namespace

std::string_view EvidenceWords(OriginSign sign) {
  constexpr std::string_view kWords[kOriginSigns] = {"canonical address of", "credit line of",
                                                     "agency credit of",     "earlier:",
                                                     "named author:",        "holds all of the other and more:",
                                                     "a lead of its own:"};
  return kWords[static_cast<size_t>(sign)];
}

int OriginSigns::Verdict(bool partial, const ReuseRules& rules) const {
  const int ahead = for_a - for_b;
  const int behind = std::min(for_a, for_b);
  if (std::abs(ahead) < (partial ? rules.origin_decides_partial : rules.origin_decides) || behind >= rules.origin_decides)
    return 0;
  return ahead > 0 ? 1 : -1;
}

OriginSigns WeighOrigin(const Document& a, const Story& story_a, const Document& b, const Story& story_b, const Sharing& sharing,
                        const ReuseRules& rules, const PageRules& pages) {
  OriginSigns signs;
  Scale(b, story_b, a, story_a, &signs.for_a, &signs.evidence, rules, pages)
      .Weigh(sharing.share_b, sharing.share_a, sharing.lead_of_b, sharing.lead_of_a);
  Scale(a, story_a, b, story_b, &signs.for_b, &signs.evidence, rules, pages)
      .Weigh(sharing.share_a, sharing.share_b, sharing.lead_of_a, sharing.lead_of_b);
  return signs;
}

}  // namespace crosscheck
