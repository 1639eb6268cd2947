#include "read/page_metadata.h"

#include <algorithm>
#include <optional>

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "read/bylines.h"
#include "read/page_days.h"
#include "read/stamps.h"

namespace crosscheck {
namespace {

constexpr std::string_view kPublishedMetas[] = {"article:published_time",
                                                "parsely-pub-date",
                                                "sailthru.date",
                                                "datepublished",
                                                "dc.date.issued",
                                                "pub_date",
                                                "pubdate",
                                                "publish-date",
                                                "publishdate",
                                                "publication_date",
                                                "article.published",
                                                "published_time",
                                                "dcterms.created",
                                                "dcterms.date",
                                                "dc.date",
                                                "date",
                                                "cxenseparse:recs:publishtime",
                                                "og:article:published_time",
                                                "article_date_original",
                                                "originalpublicationdate",
                                                "displaydate",
                                                "og:published_time",
                                                "bt:pubdate",
                                                "rnews:datepublished",
                                                "citation_publication_date",
                                                "dc.date.created",
                                                "article:post_time",
                                                "shareaholic:article_published_time"};
constexpr std::string_view kModifiedMetas[] = {"article:modified_time", "og:updated_time", "last-modified", "lastmod",
                                               "dcterms.modified",      "revised"};
constexpr std::string_view kAuthorMetas[] = {
    "parsely-author",      "sailthru.author",    "dc.creator",    "dcterms.creator", "author", "byl",
    "article:author_name", "cxenseparse:author", "article.author"};
constexpr std::string_view kSyndicationMetas[] = {"original-source", "syndication-source"};

std::string Host(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  std::string host = AsciiLower(url.substr(scheme + 3));
  host.resize(std::min(host.find_first_of("/?#:"), host.size()));
  return host.starts_with("www.") ? host.substr(4) : host;
}

// An address that a page gives relative to another, in full; empty: there is nothing to resolve it by.
std::string Resolve(std::string_view base, std::string_view address) {
  if (address.find("://") != std::string_view::npos) return std::string(address);
  const size_t scheme = base.find("://");
  if (scheme == std::string_view::npos || address.empty() || address.starts_with('#')) return "";
  if (address.starts_with("//")) return StrCat(base.substr(0, scheme + 1), address);
  const size_t path = std::min(base.find('/', scheme + 3), base.size());
  if (address.starts_with('/')) return StrCat(base.substr(0, path), address);
  if (address.find(':') < address.find('/')) return "";  // mailto:, javascript:
  const std::string_view before = base.substr(0, base.find_first_of("?#", path));
  const size_t slash = before.rfind('/');
  return StrCat(slash < path || slash == std::string_view::npos || slash < scheme + 3 ? StrCat(before, "/") : std::string(before.substr(0, slash + 1)), address);
}

// "Ferry sinks | Harbour Gazette" -> "Ferry sinks".
std::string_view CutTitle(std::string_view title, std::string_view outlet) {
  constexpr std::string_view kBars[] = {" | ", " – ", " — ", " - ", " :: ", " » ", " • ", " · "};
  size_t cut = std::string_view::npos;
  for (const std::string_view bar : kBars) {
    const size_t at = title.rfind(bar);
    if (at == std::string_view::npos || at < 12) continue;
    const std::string_view rest = Trim(title.substr(at + bar.size()));
    const bool dash = bar != kBars[0];
    if (dash && rest.size() > 40 && AsciiLower(rest) != AsciiLower(outlet)) continue;
    cut = std::min(cut, at);
  }
  return Trim(title.substr(0, cut));
}

class MetadataReader {
 public:
  MetadataReader(const ParsedPage& page, const JsonLd& json_ld, const MainText& main, const ReadHint& hint, const PageRules& rules,
                 Document* document)
      : page_(page), json_ld_(json_ld), main_(main), hint_(hint), rules_(rules), out_(*document) {}

  void Run() {
    Url();
    Outlet();
    Title();
    Dates();
    Authors();
    Syndication();
  }

 private:
  std::string_view Meta(std::string_view name) const {
    for (const auto& [key, value] : page_.metas) {
      if (key == name) return value;
    }
    return "";
  }

  void Note(std::string_view field, std::string_view value, std::string_view origin) {
    if (!value.empty()) out_.evidence.push_back({std::string(field), std::string(value), std::string(origin), std::nullopt});
  }

  void Url() {
    const std::pair<std::string_view, std::string_view> places[] = {
        {page_.canonical, "link canonical"}, {Meta("og:url"), "meta og:url"}, {json_ld_.url, "json-ld"}, {hint_.url, "address"}};
    std::string base = Resolve(hint_.url, page_.base);
    if (base.empty()) base = hint_.url;
    for (const std::string_view other : {Meta("og:url"), std::string_view(json_ld_.url), std::string_view(page_.canonical)}) {
      if (base.empty() && other.find("://") != std::string_view::npos) base = std::string(other);
    }
    for (const auto& [given, origin] : places) {
      const std::string value = Resolve(base, given);
      if (value.empty()) continue;
      Note("url", value, origin);
      if (out_.url.empty() || (out_.url == hint_.url && origin != "address")) out_.url = std::string(value);
    }
    const std::string own = Host(hint_.url);
    if (!own.empty() && !page_.canonical.empty() && Host(page_.canonical) != own && !Host(page_.canonical).empty()) {
      Note("credit", Host(page_.canonical), "link canonical on another site");
    }
  }

  void Outlet() {
    const std::pair<std::string_view, std::string_view> places[] = {{Meta("og:site_name"), "meta og:site_name"},
                                                                    {json_ld_.publisher, "json-ld publisher"},
                                                                    {Meta("application-name"), "meta application-name"}};
    for (const auto& [value, origin] : places) {
      if (value.find("://") != std::string_view::npos) continue;
      Note("outlet", value, origin);
      if (out_.outlet.empty()) out_.outlet = CollapseSpace(value);
    }
    if (out_.outlet.empty()) out_.outlet = Host(out_.url);
    if (const std::string host = Host(out_.url); !host.empty()) Note("outlet", host, "host");
  }

  void Title() {
    if (main_.headline) {
      out_.title = CollapseSpace(page_.Text(page_.blocks[*main_.headline]));
      Note("title", out_.title, "headline");
    }
    const std::string title = CollapseSpace(page_.title);
    const std::pair<std::string_view, std::string_view> places[] = {
        {json_ld_.headline, "json-ld"}, {Meta("og:title"), "meta og:title"}, {CutTitle(title, out_.outlet), "title element"}};
    for (const auto& [value, origin] : places) {
      Note("title", value, origin);
      if (out_.title.empty()) out_.title = CollapseSpace(value);
    }
  }

  // ---- dates

  // Where months come before days: American sites, and pages that say so.
  bool MonthFirst() const {
    const std::string host = Host(out_.url);
    const std::string locale = AsciiLower(Meta("og:locale"));
    if (locale == "en_us" || AsciiLower(page_.language) == "en-us") return true;
    return host.ends_with(".gov") || host.ends_with(".us");
  }

  void Date(std::string_view value, std::string_view origin) {
    if (value.empty()) return;
    const auto day = ParseMachineDay(value, MonthFirst());
    if (!day) return;
    Note("published", FormatIsoDay(*day), origin);
    if (!published_) published_ = day, origin_ = origin, value_ = value;
  }

  void Dates() {
    Date(json_ld_.published, "json-ld");
    for (const auto& [value, node] : page_.itemprops) {
      if (value.starts_with("datepublished=") && !StandsElsewhere(page_, main_, node, false))
        Date(std::string_view(value).substr(14), "itemprop datePublished");
    }
    for (const std::string_view name : kPublishedMetas) Date(Meta(name), StrCat("meta ", name));
    Date(json_ld_.created, "json-ld dateCreated");
    if (const auto day = DayInUrl(out_.url)) Seen(*day, "address");
    if (const auto told = DayOfElements(page_, main_, MonthFirst(), rules_)) {
      Date(told->value.empty() ? FormatIsoDay(told->day) : told->value, "time element");
    }
    if (const auto told = DayOfLines(page_, main_, MonthFirst(), rules_)) Seen(told->day, "visible stamp");
    if (published_) {
      out_.published = Published{OneDay(*published_), origin_};
    } else {
      out_.published = hint_.published;
    }
    for (const std::string_view name : kModifiedMetas) NoteModified(Meta(name), StrCat("meta ", name));
    NoteModified(json_ld_.modified, "json-ld");
  }

  void NoteModified(std::string_view value, std::string_view origin) {
    if (const auto day = ParseMachineDay(value, MonthFirst()); day && !value.empty())
      Note("modified", FormatIsoDay(*day), origin);
  }

  // The site's own day: where a UTC date differs by one day from what readers see or the address says, theirs holds.
  void Seen(Day day, std::string_view origin) {
    const bool utc = value_.ends_with("Z") || value_.ends_with("+00:00") || value_.ends_with("+0000");
    if (published_ && utc && (day - *published_).count() == -1) {
      Note("published", FormatIsoDay(day), origin);
      published_ = day;
      origin_ = origin;
      return;
    }
    Date(FormatIsoDay(day), origin);
  }

  // ---- authors

  void Agencies(const Byline& byline, std::string_view origin) {
    for (const std::string& agency : byline.agencies) {
      Note("credit", agency, origin);
      if (std::find(out_.credit.begin(), out_.credit.end(), agency) == out_.credit.end()) out_.credit.push_back(agency);
    }
  }

  void AddAuthors(const std::vector<std::string>& texts, std::string_view origin) {
    std::vector<std::string> people;
    for (const std::string& text : texts) {
      const Byline byline = ParseByline(text, out_.outlet, rules_);
      Agencies(byline, origin);
      for (const std::string& name : byline.people) {
        if (std::find(people.begin(), people.end(), name) == people.end()) people.push_back(name);
      }
    }
    for (const std::string& name : people) Note("author", name, origin);
    if (out_.authors.empty()) out_.authors = std::move(people);
  }

  void Authors() {
    AddAuthors(json_ld_.authors, "json-ld");
    for (const std::string_view name : kAuthorMetas) {
      std::vector<std::string> values;
      for (const auto& [key, value] : page_.metas) {
        if (key == name) values.push_back(value);
      }
      AddAuthors(values, StrCat("meta ", name));
    }
    if (page_.author_links.size() <= 6) AddAuthors(page_.author_links, "author link");
    std::vector<std::string> bylines;
    for (uint32_t i = 0; i < page_.blocks.size() && bylines.size() < 4; ++i) {
      if (main_.roles[i] == SegmentRole::kByline) bylines.emplace_back(page_.Text(page_.blocks[i]));
    }
    AddAuthors(bylines, "byline");
  }

  void Syndication() {
    for (const std::string& name : json_ld_.organizations)
      Agencies(ParseByline(name, out_.outlet, rules_), "json-ld organization");
    Note("credit", json_ld_.based_on, "json-ld isBasedOn");
    for (const std::string_view name : kSyndicationMetas) Note("credit", Meta(name), StrCat("meta ", name));
  }

  const ParsedPage& page_;
  const JsonLd& json_ld_;
  const MainText& main_;
  const ReadHint& hint_;
  const PageRules& rules_;
  Document& out_;
  std::optional<Day> published_;
  std::string origin_;
  std::string value_;
};

}  // namespace

std::vector<std::string_view> MetadataTitles(const ParsedPage& page, const JsonLd& json_ld) {
  std::vector<std::string_view> titles;
  if (!json_ld.headline.empty()) titles.push_back(json_ld.headline);
  for (const auto& [key, value] : page.metas) {
    if (key == "og:title" || key == "twitter:title") titles.push_back(value);
  }
  if (!page.title.empty()) titles.push_back(CutTitle(page.title, ""));
  return titles;
}

void ReadMetadata(const ParsedPage& page, const JsonLd& json_ld, const MainText& main, const ReadHint& hint, const PageRules& rules,
                  Document* document) {
  MetadataReader(page, json_ld, main, hint, rules, document).Run();
}

}  // namespace crosscheck
