// Section 2: findings, ranked, both sides with who says so, the reason, and what a person decides; then the groups that agree.
#include <algorithm>
#include <map>
#include <set>

#include "base/json.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/html_page.h"
#include "report/summary_text.h"
#include "report/word_diff.h"

namespace crosscheck {
namespace {

constexpr size_t kFindingsAtOnce = 100;

using Sides = std::map<std::string_view, std::vector<const FindingMember*>>;

Sides SidesOf(const Finding& finding) {
  Sides sides;
  for (const FindingMember& member : finding.members) sides[member.side].push_back(&member);
  return sides;
}

std::string_view FocusText(const HtmlPage& page, const FindingMember& member) {
  const Record* record = page.index.Find(member.document);
  if (!member.focus || record == nullptr || member.focus->end > record->document.text.size()) return member.text;
  return member.focus->In(record->document.text);
}

// The words compared, then who says so: equal words of one side stand once, with the articles by source.
void WriteSide(const HtmlPage& page, std::string_view side, const std::vector<const FindingMember*>& members) {
  using Said = std::pair<std::string, std::vector<std::pair<std::string, std::string>>>;  // words; source, badges
  std::vector<Said> rows;
  for (const FindingMember* member : members) {
    const std::string words = CutToWidth(OneLine(FocusText(page, *member)), 160);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Said& r) { return r.first == words; });
    auto& sources = row != rows.end() ? row->second : rows.emplace_back(words, Said::second_type()).second;
    const auto source = std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return s.first == member->source; });
    const std::string badge = page.Badge(member->document);
    if (source == sources.end()) {
      sources.push_back({member->source, badge});
    } else if (source->second.find(badge) == std::string::npos) {
      StrAppend(&source->second, " ", badge);
    }
  }
  if (!side.empty()) page.out.Add("<span class=\"side\">", EscapeHtml(side), "</span>");
  for (size_t i = 0; i < rows.size(); ++i) {
    const bool long_words = rows[i].first.size() > 40;
    page.out.Add(i == 0 ? "" : "<br>", long_words ? "<span class=\"quote\">" : "<span class=\"val\">", EscapeHtml(rows[i].first),
                 "</span>");
    for (const auto& [source, badges] : rows[i].second) {
      page.out.Add(" ", badges, source.empty() ? "" : StrCat(" <span class=\"tag\">", EscapeHtml(source), "</span>"));
    }
  }
}

void WriteEvidence(const HtmlPage& page, const Finding& finding) {
  for (const FindingMember& member : finding.members) {
    page.out.Add("<div class=\"evidence\">", page.Badge(member.document),
                 member.side.empty() ? "" : StrCat(" <span class=\"side\">", EscapeHtml(member.side), "</span>"),
                 member.source.empty() ? "" : StrCat(" <span class=\"tag\">", EscapeHtml(member.source), "</span>"),
                 " <span class=\"quote\">",
                 page.Marked(member.document, member.span, member.focus.value_or(member.span), member.text), "</span></div>");
  }
}

// The whole quotation that the member's words are of, where the group has it.
std::string_view QuotationOf(const HtmlPage& page, const Finding& finding, const FindingMember& shown) {
  const Group* group = page.index.FindGroup(finding.group);
  if (group != nullptr) {
    for (const GroupMember& member : group->members) {
      if (member.document == shown.document && member.span.Overlaps(shown.focus.value_or(shown.span))) return member.text;
    }
  }
  return FocusText(page, shown);
}

void WriteWordDiff(const HtmlPage& page, const Finding& finding) {
  const Sides sides = SidesOf(finding);
  const bool words = finding.relation == Relation::kMisquoted || finding.rule.starts_with("quote");
  if (!words || sides.size() < 2) return;
  const auto& a = *sides.begin()->second.front();
  const auto& b = *std::next(sides.begin())->second.front();
  page.out.Add("<p class=\"quote\">");
  for (const WordPiece& piece : WordDiff(QuotationOf(page, finding, a), QuotationOf(page, finding, b))) {
    const std::string_view tag = piece.side == WordPiece::kBoth ? "span" : piece.side == WordPiece::kOnlyA ? "del" : "ins";
    page.out.Add("<", tag, ">", EscapeHtml(piece.words), "</", tag, "> ");
  }
  page.out.Add("</p><p class=\"tag\"><del>struck</del>: only side A; <ins>underlined</ins>: only side B</p>");
}

void WriteDecisions(const HtmlPage& page, const Group* group) {
  if (group == nullptr) return;
  page.out.Add("<div class=\"decide script-only\"><fieldset><legend>Not comparable</legend>",
               "<button type=\"button\" data-act=\"not comparable\">Not the same quantity</button></fieldset>",
               "<fieldset><legend>Split off</legend>");
  for (const GroupMember& member : group->members) {
    const std::string anchor = page.Anchor(member.document, member.claim);
    if (anchor.empty()) continue;
    page.out.Add("<label><input type=\"checkbox\" data-c=\"", anchor, "\"> ", page.index.Letter(member.document), " ",
                 EscapeHtml(CutToWidth(OneLine(member.text), 24)), "</label>");
  }
  page.out.Add("<button type=\"button\" data-act=\"split\">Split</button></fieldset><fieldset><legend>Same as</legend>",
               "<select data-merge aria-label=\"Group to merge with\"><option value=\"\">another group…</option></select>",
               "<button type=\"button\" data-act=\"merge\">Merge</button></fieldset></div>");
}

std::string RowAttributes(const HtmlPage& page, const Finding& finding, const Group* group) {
  std::set<std::string> letters;
  for (const FindingMember& member : finding.members) letters.insert(page.index.Letter(member.document));
  std::string members;
  if (group != nullptr) {
    for (const GroupMember& member : group->members) {
      const std::string anchor = page.Anchor(member.document, member.claim);
      if (!anchor.empty()) StrAppend(&members, members.empty() ? "" : " ", anchor);
    }
  }
  return StrCat(" data-k=\"", EscapeHtml(finding.fingerprint), "\" data-level=\"", JsonName(finding.severity), "\" data-rank=\"",
                finding.rank, "\" data-type=\"", group == nullptr ? EscapeHtml(finding.rule) : std::string(JsonName(group->type)),
                "\" data-arts=\"", Join(letters, " "), "\" data-g=\"", group == nullptr ? "" : EscapeHtml(group->fingerprint),
                "\" data-m=\"", members, "\" data-rule=\"", EscapeHtml(finding.rule), "\" data-message=\"",
                EscapeHtml(finding.message), "\"",
                finding.suppressed.empty() ? "" : StrCat(" data-aside=\"", EscapeHtml(finding.suppressed), "\""));
}

// In words, after the scale that intelligence desks use: low to 29, medium to 69, high from 70.
std::string_view Band(int sameness) { return sameness >= 70 ? "high" : sameness >= 30 ? "medium" : "low"; }

// What a group of figures counts or measures: "people" of "people: rise"; empty for other groups.
std::string ThingOf(const Group* group) {
  if (group == nullptr || group->type == ClaimType::kQuote || group->type == ClaimType::kStatement) return "";
  return std::string(std::string_view(group->about).substr(0, group->about.find(':')));
}

// What stands behind a finding: its sentences, the words or days side by side, all its reasons, and what a person may decide.
void WriteMore(const HtmlPage& page, const Finding& finding, const Group* group) {
  page.out.Add("<p>", EscapeHtml(finding.message), "</p>");
  WriteEvidence(page, finding);
  WriteWordDiff(page, finding);
  if (group != nullptr) page.out.Add(TimelinePicture(page, *group));
  page.out.Add("<p class=\"why\">Why flagged: ", EscapeHtml(Join(finding.why, "; ")), finding.why.empty() ? "" : ". ");
  if (group != nullptr) page.out.Add("Same quantity: ", Band(group->sameness), ", ", group->sameness, " of 100. ");
  page.out.Add("Kind of finding: ", EscapeHtml(finding.rule), ".</p>");
  if (const std::string thing = ThingOf(group); !thing.empty()) {
    page.out.Add("<p class=\"script-only\"><a href=\"#claims\" data-find=\"", EscapeHtml(thing), "\">Other claims on “",
                 EscapeHtml(thing), "”</a></p>");
  }
  WriteDecisions(page, group);
}

// What the finding is about, as a heading; its message, which tells the rest, stands below it.
std::string HeadlineOf(const Finding& finding, const Group* group) {
  std::string text = group == nullptr || group->about.empty() ? finding.message : group->about;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string_view RelationText(Relation relation) {
  switch (relation) {
    case Relation::kDiffer:
      return "differs";
    case Relation::kSuperseded:
      return "replaced by a later report";
    case Relation::kDisputed:
      return "one asserts it, another denies it";
    case Relation::kMisquoted:
      return "the words differ";
    case Relation::kMisattributed:
      return "the speakers differ";
    case Relation::kSameNumber:
      return "same number, other thing counted";
    case Relation::kCompatible:
      return "does not contradict";
    case Relation::kAgree:
      break;
  }
  return "agrees";
}

void WriteFinding(const HtmlPage& page, const Finding& finding, size_t number) {
  const Group* group = page.index.FindGroup(finding.group);
  const Sides sides = SidesOf(finding);
  static const auto& unchecked = *new Check();
  const Check* check = page.index.FindCheck(CheckTarget::kFinding, finding.fingerprint);
  if (check == nullptr) check = &unchecked;
  page.out.Add("<tbody id=\"", EscapeHtml(finding.id), "\"", finding.suppressed.empty() ? "" : " class=\"aside\"",
               RowAttributes(page, finding, group), ">\n<tr><td class=\"n\">", number, "</td><td class=\"r\" data-h=\"Rank\">",
               finding.rank, "<br><span class=\"level ", JsonName(finding.severity), "\">", JsonName(finding.severity),
               "</span></td><th scope=\"row\"><span class=\"what\">", EscapeHtml(HeadlineOf(finding, group)),
               "</span><br><span class=\"tag\">", RelationText(finding.relation));
  if (group != nullptr) {
    page.out.Add(" · ", group->documents, group->documents == 1 ? " article, " : " articles, ", group->origins,
                 group->origins == 1 ? " origin" : " origins");
  }
  if (finding.baseline != Baseline::kNone) page.out.Add(" · ", JsonName(finding.baseline));
  page.out.Add("</span>");
  page.out.Add("<div class=\"decision\">",
               finding.suppressed.empty() ? "" : StrCat("Set aside: ", EscapeHtml(finding.suppressed)), "</div></th>");
  size_t cells = 0;
  for (const auto& [side, members] : sides) {
    if (cells < 2)
      page.out.Add(cells == 0 ? "<td class=\"side-cell\" data-h=\"A says\">" : "<td class=\"side-cell\" data-h=\"B says\">");
    if (cells >= 2) page.out.Add("<br>");
    WriteSide(page, side, members);
    if (++cells < 2 || sides.size() == 2) page.out.Add("</td>");
  }
  for (; cells < 2; ++cells) page.out.Add("<td class=\"side-cell\"></td>");
  if (sides.size() > 2) page.out.Add("</td>");
  page.out.Add("<td data-h=\"Why\">", EscapeHtml(finding.why.empty() ? std::string(finding.rule) : finding.why.front()),
               "</td><td class=\"check\" data-f=\"state\" data-h=\"State\">", EscapeHtml(check->state),
               "</td><td class=\"check\" data-f=\"checked_by\" data-h=\"Checked by\">", EscapeHtml(check->checked_by),
               "</td><td class=\"check\" data-f=\"note\" data-h=\"Notes\">", EscapeHtml(check->note), "</td></tr>\n",
               "<tr class=\"more\"><td></td><td colspan=\"8\"><details><summary>In the text</summary>");
  {
    const Later later(page, number > kFindingsAtOnce);
    WriteMore(page, finding, group);
  }
  page.out.Add("</details></td></tr></tbody>\n");
}

void WriteQuietTable(const HtmlPage& page, Relation relation, size_t count, std::string_view words) {
  const Later later(page, count > kFindingsAtOnce);
  page.out.Add("<table><caption>Groups of claims that ", words, "</caption>",
               "<thead><tr><th scope=\"col\">About</th><th scope=\"col\">Type</th><th scope=\"col\">Said</th><th "
               "scope=\"col\">Independent origins</th></tr></thead><tbody>");
  for (const Group& group : page.sheet.groups) {
    if (group.relation != relation) continue;
    page.out.Add("<tr data-g=\"", EscapeHtml(group.fingerprint), "\"><th scope=\"row\">", EscapeHtml(group.about), "</th><td>",
                 JsonName(group.type), "</td><td>");
    for (const GroupMember& member : group.members) {
      const std::string anchor = page.Anchor(member.document, member.claim);
      page.out.Add(page.Badge(member.document), " <a href=\"#t", anchor, "\">", EscapeHtml(CutToWidth(OneLine(member.text), 80)),
                   "</a> ");
    }
    page.out.Add("</td><td class=\"n\">", group.origins, "</td></tr>\n");
  }
  page.out.Add("</tbody></table>");
}

// The groups of one relation that is no difference.
void WriteQuietGroups(const HtmlPage& page, Relation relation, size_t count, std::string_view id, std::string_view words) {
  if (count == 0) return;
  page.out.Add("<details id=\"", id, "\"><summary>Where the articles ", words, " (", count, ")</summary>");
  WriteQuietTable(page, relation, count, words);
  page.out.Add("</details>\n");
}

}  // namespace

void WriteFindingsSection(const HtmlPage& page) {
  const SheetSummary s = page.index.Summary();
  page.out.Add(
      "<section id=\"findings\"><h2>Findings</h2>\n<p class=\"hint\">Most urgent first. The rank says how much a person should "
      "look, ",
      "not which side is right.</p>\n<div class=\"filters script-only\" id=\"filters\" role=\"group\" aria-label=\"Filter\">",
      "<label>Level<select data-filter=\"level\"><option "
      "value=\"\">all</option><option>error</option><option>warning</option><option>note</option></select></label>",
      "<label>Type<select data-filter=\"type\"><option value=\"\">all</option></select></label>",
      "<label>Article<select data-filter=\"arts\"><option value=\"\">all</option></select></label>",
      "<label>State<select data-filter=\"state\"><option value=\"\">all</option>");
  for (const std::string_view state : kStates) page.out.Add("<option>", state, "</option>");
  page.out.Add("</select></label><label>Text<input type=\"search\" data-filter=\"text\"></label>",
               "<label class=\"check\"><input type=\"checkbox\" id=\"todo\"> only what is to check</label><span class=\"tag\" "
               "id=\"shown\"></span></div>\n");
  if (page.sheet.findings.empty()) {
    page.out.Add("<p>No findings: ", s.groups == 0 ? EscapeHtml(ComparedText(s)) : "nothing in these articles differs that the rules compare",
                 ".</p>\n");
  } else {
    page.out.Add("<table id=\"findings-table\" class=\"stack\"><caption>", page.sheet.findings.size(),
                 page.sheet.findings.size() == 1 ? " finding" : " findings", "</caption><thead><tr><th scope=\"col\">#</th>",
                 "<th scope=\"col\" data-sort=\"rank\">Rank</th><th scope=\"col\" data-sort=\"what\">Finding</th><th "
                 "scope=\"col\">A says</th><th scope=\"col\">B says</th>",
                 "<th scope=\"col\">Why flagged</th><th scope=\"col\" data-sort=\"state\">State</th><th scope=\"col\">Checked "
                 "by</th><th scope=\"col\">Notes</th></tr></thead>\n");
    for (size_t i = 0; i < page.sheet.findings.size(); ++i) WriteFinding(page, page.sheet.findings[i], i + 1);
    page.out.Add("</table>\n");
  }
  WriteQuietGroups(page, Relation::kAgree, s.agreeing_groups, "agreements", "agree");
  WriteQuietGroups(page, Relation::kCompatible, s.compatible_groups, "compatible", "do not contradict each other");
  page.out.Add("</section>\n");
}

}  // namespace crosscheck
