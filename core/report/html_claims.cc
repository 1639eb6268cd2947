// Section 3: all claims, the line-by-line sheet, article by article. Section 4: the sources.
#include <algorithm>
#include <map>

#include "base/json.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/html_page.h"
#include "report/value_text.h"

namespace crosscheck {
namespace {

constexpr size_t kElsewhereShown = 4;

// Above each article's claims; a column's data-f names the fields that a person fills in there.
constexpr std::string_view kClaimsHead = "<table class=\"stack\"><caption>";
constexpr std::string_view kClaimsColumns =
    "</caption><colgroup><col class=\"w-n\"><col class=\"w-p\"><col><col class=\"w-v\"><col class=\"w-e\"><col class=\"w-s\">"
    "<col class=\"w-b\"><col class=\"w-x\"></colgroup><thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Place</th>"
    "<th scope=\"col\">In its sentence</th><th scope=\"col\">Value</th><th scope=\"col\">Elsewhere</th>"
    "<th scope=\"col\" data-f=\"state\">State</th><th scope=\"col\" data-f=\"checked_by checked_on\">Checked by, date</th>"
    "<th scope=\"col\" data-f=\"source evidence note\">Source, evidence, note</th></tr></thead><tbody>\n";

void WriteElsewhere(const HtmlPage& page, std::string_view kind, const std::vector<const GroupMember*>& members) {
  if (members.empty()) return;
  page.out.Add("<div class=\"", kind, "\">", kind == "agree" ? "agrees: " : kind == "differ" ? "differs: " : "does not contradict: ");
  for (size_t i = 0; i < members.size() && i < kElsewhereShown; ++i) {
    const GroupMember& member = *members[i];
    page.out.Add(i == 0 ? "" : ", ", "<a class=\"", kind, "\" href=\"#c", page.Anchor(member.document, member.claim), "\">",
                 page.index.Letter(member.document), " ", EscapeHtml(CutToWidth(OneLine(member.text), 40)), "</a>");
  }
  if (members.size() > kElsewhereShown) page.out.Add("<i> and ", members.size() - kElsewhereShown, " more</i>");
  page.out.Add("</div>");
}

std::string PublishedText(const Document& document) { return document.published ? DaysText(document.published->days) : ""; }

void WriteCheckCells(const HtmlPage& page, const Check* check) {
  static const auto& unchecked = *new Check();
  if (check == nullptr) check = &unchecked;
  page.out.Add("<td class=\"check\">", EscapeHtml(check->state), "</td><td class=\"check\">", EscapeHtml(check->checked_by),
               check->checked_on.empty() ? "" : StrCat(", ", EscapeHtml(check->checked_on)), "</td><td class=\"check\">");
  std::vector<std::string> parts;
  for (const std::string* part : {&check->source, &check->evidence, &check->note}) {
    if (!part->empty()) parts.push_back(EscapeHtml(*part));
  }
  page.out.Add(Join(parts, "; "), "</td>");
}

void WriteClaim(const HtmlPage& page, const Record& record, const Claim& claim, size_t number) {
  const Document& document = record.document;
  const std::string anchor = page.Anchor(document.id, claim.id);
  const Elsewhere elsewhere = ElsewhereOf(record, claim);
  std::string groups;
  for (const Group* group : claim.groups) StrAppend(&groups, groups.empty() ? "" : " ", EscapeHtml(group->fingerprint));
  page.out.Add("<tr id=\"c", anchor, "\" data-k=\"", claim.fingerprint, "\" data-type=\"", EscapeHtml(claim.type), "\"",
               groups.empty() ? "" : StrCat(" data-g=\"", groups, "\""), "><td>", number, "</td><td><a href=\"#t", anchor, "\">",
               claim.place.line, ":", claim.place.column, "</a></td><td>");
  const bool has_text = claim.sentence.end <= document.text.size();
  page.out.Add(page.Marked(document.id, claim.sentence, claim.span,
                           has_text ? claim.span.In(document.text) : std::string_view(claim.value)));
  if (!claim.said_by.empty()) page.out.Add("<br><small>said by ", EscapeHtml(claim.said_by), "</small>");
  page.out.Add("</td><td><b>", EscapeHtml(claim.value), "</b><br><small>", EscapeHtml(claim.type),
               claim.about.empty() ? "" : StrCat(", ", EscapeHtml(claim.about)),
               claim.as_of.empty() || claim.as_of == PublishedText(document) ? "" : StrCat(", as of ", claim.as_of),
               "</small></td><td>");
  WriteElsewhere(page, "agree", elsewhere.agree);
  WriteElsewhere(page, "differ", elsewhere.differ);
  WriteElsewhere(page, "beside", elsewhere.beside);
  if (elsewhere.origins > 0)
    page.out.Add("<small>", elsewhere.origins, elsewhere.origins == 1 ? " origin" : " origins", "</small>");
  page.out.Add("</td>");
  WriteCheckCells(page, page.index.FindCheck(CheckTarget::kClaim, claim.fingerprint));
  page.out.Add("</tr>\n");
}

struct SourceUse {
  size_t statements = 0;
  std::string role;
  std::vector<std::string> places;     // links to the claims, the first few
  std::vector<std::string> documents;  // in their order
};

std::map<std::string, SourceUse> SourcesOf(const HtmlPage& page) {
  constexpr size_t kPlaces = 12;
  std::map<std::string, SourceUse> sources;
  for (const Record& record : page.sheet.documents) {
    const Places places(record.document);
    StringMap<const Name*> names;
    for (const Name& name : record.names) names.emplace(name.name, &name);
    for (const Statement& statement : record.statements) {
      if (statement.sources.empty()) continue;
      const std::string& name = statement.sources.back().name;
      SourceUse& use = sources[name];
      ++use.statements;
      const std::string& id = record.document.id;
      if (use.documents.empty() || use.documents.back() != id) use.documents.push_back(id);
      if (const auto it = names.find(name); it != names.end() && use.role.empty()) use.role = it->second->role;
      if (use.places.size() < kPlaces && !statement.content.empty()) {
        const Place place = places.Of(statement.content.front().start);
        use.places.push_back(StrCat("<a href=\"#c", page.Anchor(id, statement.id), "\">", page.index.Letter(id), " ", place.line,
                                    ":", place.column, "</a>"));
      }
    }
  }
  return sources;
}

}  // namespace

void WriteClaimsSection(const HtmlPage& page) {
  page.out.Add(
      "<section id=\"claims\"><h2>All claims</h2>\n<p class=\"hint\">Every statement, figure and date, line by line, as on a "
      "marked-up page: ",
      "what it says in plain terms, what the other articles say, and room for the person who checks.</p>\n",
      "<div class=\"filters script-only\" role=\"group\" aria-label=\"Order of claims\"><label>Show<select "
      "id=\"claim-kind\"><option value=\"\">all claims</option>",
      "<option value=\"compared\">claims that other articles touch</option><option value=\"figures\">figures and dates</option>",
      "<option value=\"statements\">statements</option></select></label><label>Order<select id=\"claim-order\"><option "
      "value=\"\">by article</option>",
      "<option value=\"type\">by type</option><option value=\"state\">by state</option><option value=\"value\">by "
      "value</option></select></label>",
      "<span class=\"tag\" id=\"claims-shown\"></span></div>\n<div id=\"sheets\">");
  size_t number = 0;
  for (size_t i = 0; i < page.sheet.documents.size(); ++i) {
    const Record& record = page.sheet.documents[i];
    const Places places(record.document);
    const std::vector<Claim> claims = page.index.ClaimsOf(record, places);
    if (claims.empty()) continue;
    page.out.Add("<div class=\"sheet\" data-d=\"", i, "\" data-arts=\"", LetterOf(i), "\" data-claims=\"", claims.size(),
                 "\" data-published=\"", PublishedText(record.document), "\"><h3>", page.Badge(record.document.id), " ",
                 EscapeHtml(TitleOf(record.document)), "</h3>");
    {
      const Later later(page, i >= page.at_once);
      page.out.Add(kClaimsHead, claims.size(), claims.size() == 1 ? " claim" : " claims", " of article ", LetterOf(i),
                   record.document.published ? StrCat(", published ", PublishedText(record.document)) : "", kClaimsColumns);
      for (const Claim& claim : claims) WriteClaim(page, record, claim, ++number);
      page.out.Add("</tbody></table>");
    }
    page.out.Add("</div>\n");
  }
  page.out.Add("</div></section>\n");
}

void WriteSourcesSection(const HtmlPage& page) {
  page.out.Add(
      "<section id=\"sources\"><h2>Sources</h2>\n<p class=\"hint\">Who is quoted, where, and how to reach them. Reliability A to "
      "F is set by hand.</p>\n");
  const std::map<std::string, SourceUse> sources = SourcesOf(page);
  if (sources.empty()) {
    page.out.Add("<p>No named sources found.</p></section>\n");
    return;
  }
  page.out.Add("<table class=\"stack\"><caption>", sources.size(), sources.size() == 1 ? " source" : " sources",
               "</caption><thead><tr><th scope=\"col\">Source</th><th scope=\"col\">Articles</th>",
               "<th scope=\"col\">Statements</th><th scope=\"col\">Contact</th><th scope=\"col\">Reliability</th><th "
               "scope=\"col\">Notes</th></tr></thead><tbody>\n");
  for (const auto& [name, use] : sources) {
    static const auto& unchecked = *new Check();
    const Check* check = page.index.FindCheck(CheckTarget::kSource, name);
    if (check == nullptr) check = &unchecked;
    page.out.Add("<tr data-k=\"", EscapeHtml(name), "\" data-target=\"source\"><th scope=\"row\">", EscapeHtml(name),
                 use.role.empty() ? "" : StrCat("<br><span class=\"tag\">", EscapeHtml(use.role), "</span>"),
                 "</th><td data-h=\"Articles\">");
    for (const std::string& document : use.documents) page.out.Add(page.Badge(document), " ");
    page.out.Add("</td><td data-h=\"Statements\">", Join(use.places, " "),
                 use.statements > use.places.size() ? StrCat(" and ", use.statements - use.places.size(), " more") : "",
                 "</td><td class=\"check\" data-f=\"source\" data-h=\"Contact\">", EscapeHtml(check->source),
                 "</td><td class=\"check\" data-f=\"evidence\" data-h=\"Reliability\">", EscapeHtml(check->evidence),
                 "</td><td class=\"check\" data-f=\"note\" data-h=\"Notes\">", EscapeHtml(check->note), "</td></tr>\n");
  }
  page.out.Add("</tbody></table></section>\n");
}

}  // namespace crosscheck
