// Who is quoted, where, and what is known of them.
#include <map>

#include "report/display.h"
#include "report/html_page.h"

namespace crosscheck {
namespace {

struct SourceUse {
  size_t statements = 0;
  std::string role;
  std::vector<std::string> places;     // links to the claims, the first few
  std::vector<std::string> documents;  // in their order
};

std::map<std::string, SourceUse> SourcesOf(const HtmlPage& page) {
  constexpr size_t kPlaces = 12;
  std::map<std::string, SourceUse> sources;
  for (size_t i = 0; i < page.sheet.documents.size(); ++i) {
    const Record& record = page.sheet.documents[i];
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
        const uint32_t paragraph = ParagraphAt(page.articles[i].paragraphs, statement.content.front().start);
        use.places.push_back(StrCat("<a href=\"#c", page.Anchor(id, statement.id), "\">", page.index.Letter(id), " ¶", paragraph, "</a>"));
      }
    }
  }
  return sources;
}

}  // namespace

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
