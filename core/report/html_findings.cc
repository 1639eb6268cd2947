// Findings, the open ones first: both sides with who says so and the sentence, the reason, and room for what a person finds; then the
// groups that agree.
#include <algorithm>
#include <map>
#include <set>

#include "base/json.h"
#include "compare/state.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/html_page.h"
#include "report/summary_text.h"
#include "report/word_diff.h"

namespace crosscheck {
namespace {

constexpr size_t kFindingsAtOnce = 100;
constexpr size_t kGapsShown = 3;

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

// Words that are told in a value's place; longer ones stand in their sentence alone.
bool IsShort(std::string_view words) { return words.size() <= 40; }

// The values compared, then who says so: equal ones of one side stand once, with the articles by source.
void WriteSide(const HtmlPage& page, std::string_view side, const std::vector<const FindingMember*>& members) {
  using Said = std::pair<std::string, std::vector<std::pair<std::string, std::string>>>;  // words; source, badges
  std::vector<Said> rows;
  for (const FindingMember* member : members) {
    const std::string words = OneLine(FocusText(page, *member));
    if (!IsShort(words)) continue;
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
    page.out.Add(i == 0 ? "" : "<br>", "<span class=\"val\">", EscapeHtml(rows[i].first), "</span>");
    for (const auto& [source, badges] : rows[i].second) {
      page.out.Add(" ", badges, source.empty() ? "" : StrCat(" <span class=\"tag\">", EscapeHtml(source), "</span>"));
    }
  }
}

void WriteEvidence(const HtmlPage& page, const FindingMember& member) {
  page.out.Add("<div class=\"evidence\">", page.Badge(member.document),
               member.source.empty() ? "" : StrCat(" <span class=\"tag\">", EscapeHtml(OneLine(member.source)), "</span>"), " <span class=\"quote\">",
               page.Marked(member.document, member.span, member.focus.value_or(member.span), member.text), "</span></div>");
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
  page.out.Add("<div class=\"decide script-only\"><fieldset><legend>Split off what is another thing</legend>");
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

std::string_view LabelOf(const Finding& finding) { return finding.label.empty() ? JsonName(finding.severity) : std::string_view(finding.label); }

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
  return StrCat(" data-k=\"", EscapeHtml(finding.fingerprint), "\" data-level=\"", EscapeHtml(LabelOf(finding)), "\" data-severity=\"", JsonName(finding.severity), "\" data-rank=\"",
                finding.rank, "\" data-type=\"", group == nullptr ? EscapeHtml(finding.rule) : std::string(JsonName(group->type)),
                "\" data-arts=\"", Join(letters, " "), "\" data-g=\"", group == nullptr ? "" : EscapeHtml(group->fingerprint),
                "\" data-m=\"", members, "\" data-rule=\"", EscapeHtml(finding.rule), "\" data-message=\"",
                EscapeHtml(finding.message), "\"",
                finding.suppressed.empty() || !finding.signed_off.empty() ? "" : StrCat(" data-aside=\"", EscapeHtml(finding.suppressed), "\""));
}

// In words, after the scale that intelligence desks use: low to 29, medium to 69, high from 70.
std::string_view Band(int sameness) { return sameness >= 70 ? "high" : sameness >= 30 ? "medium" : "low"; }

// What a group of figures counts or measures: "people" of "people: rise"; empty for other groups.
std::string ThingOf(const Group* group) {
  if (group == nullptr || group->type == ClaimType::kQuote || group->type == ClaimType::kStatement) return "";
  return std::string(std::string_view(group->about).substr(0, group->about.find(':')));
}

// How many of a side's sentences stand in the open: one beside its values, two where the sentences are all there is.
size_t ShownAtOnce(const HtmlPage& page, const std::vector<const FindingMember*>& members) {
  return std::min<size_t>(members.size(), IsShort(OneLine(FocusText(page, *members.front()))) ? 1 : 2);
}

// What stands behind a finding: the sentences not shown above, the words or days side by side, all its reasons, and what a person may
// decide on its group.
void WriteMore(const HtmlPage& page, const Finding& finding, const Group* group, const Sides& sides) {
  for (const auto& [side, members] : sides) {
    for (size_t i = ShownAtOnce(page, members); i < members.size(); ++i) WriteEvidence(page, *members[i]);
  }
  WriteWordDiff(page, finding);
  if (group != nullptr) page.out.Add(TimelinePicture(page, *group));
  page.out.Add("<p class=\"why\">Why flagged: ", EscapeHtml(Join(finding.why, "; ")), finding.why.empty() ? "" : ". ");
  if (group != nullptr) page.out.Add("Same quantity: ", Band(group->sameness), ", ", group->sameness, " of 100. ");
  page.out.Add("Kind of finding: ", EscapeHtml(finding.rule), ", rank ", finding.rank, ".</p>");
  if (const std::string thing = ThingOf(group); !thing.empty()) {
    page.out.Add("<p class=\"script-only\"><a href=\"#claims\" data-find=\"", EscapeHtml(thing), "\">Other claims on “",
                 EscapeHtml(thing), "”</a></p>");
  }
  WriteDecisions(page, group);
}

// As a sentence begins.
std::string Capital(std::string text) {
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// What the finding is about, as a heading; its message, which tells the rest, stands below it.
std::string HeadlineOf(const Finding& finding, const Group* group) {
  return Capital(group == nullptr || group->about.empty() ? finding.message : group->about);
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
  page.out.Add("<article id=\"", EscapeHtml(finding.id), "\" class=\"finding", IsOpen(finding) ? "" : " done", "\"", RowAttributes(page, finding, group),
               "><header><span class=\"level ", JsonName(finding.severity), "\">", EscapeHtml(LabelOf(finding)), "</span><h3 class=\"what\">",
               EscapeHtml(HeadlineOf(finding, group)), "</h3><span class=\"tag\">", RelationText(finding.relation));
  if (group != nullptr) {
    page.out.Add(" · ", CountText(static_cast<size_t>(group->documents), "article", "articles"), ", ",
                 CountText(static_cast<size_t>(group->origins), "origin", "origins"));
  }
  if (finding.baseline != Baseline::kNone) page.out.Add(" · ", JsonName(finding.baseline));
  page.out.Add("</span><span class=\"decision\">", finding.suppressed.empty() ? "" : StrCat("Set aside: ", EscapeHtml(finding.suppressed)),
               "</span></header>\n<div class=\"work\"><div class=\"sides\">");
  for (const auto& [side, members] : sides) {
    page.out.Add("<div class=\"side-cell\">");
    WriteSide(page, side, members);
    for (size_t i = 0; i < ShownAtOnce(page, members); ++i) WriteEvidence(page, *members[i]);
    page.out.Add("</div>");
  }
  page.out.Add("</div><div class=\"check\">", EscapeHtml(NotedText(page.index.FindCheck(CheckTarget::kFinding, finding.fingerprint))),
               "</div></div>\n<details><summary>", EscapeHtml(finding.message), "</summary>");
  {
    const Later later(page, number > kFindingsAtOnce);
    WriteMore(page, finding, group, sides);
  }
  page.out.Add("</details></article>\n");
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

// What could not be read or was not checked: told where the findings are, since they say nothing of it.
void WriteGaps(const HtmlPage& page) {
  const size_t gaps = page.sheet.unread.size() + page.sheet.unchecked.size();
  if (gaps == 0) return;
  page.out.Add("<details class=\"gaps\" id=\"gaps\"", gaps > kGapsShown ? "" : " open", "><summary>Not read or not checked (", gaps, ")</summary><ul>");
  for (const Unread& u : page.sheet.unread) page.out.Add("<li>", EscapeHtml(u.uri), ": not read, ", EscapeHtml(u.reason), "</li>");
  for (const Unchecked& u : page.sheet.unchecked) {
    page.out.Add("<li>", page.Badge(u.document), " ", EscapeHtml(u.document), StoryText(page.index, u), ": not checked, ", EscapeHtml(u.reason),
                 "</li>");
  }
  page.out.Add("</ul></details>\n");
}

void WriteFilters(const HtmlPage& page) {
  page.out.Add("<div class=\"filters script-only\" id=\"filters\" role=\"group\" aria-label=\"Filter\">");
  // The script fills the lists from what there is.
  for (const auto& [name, label] : {std::pair("arts", "My article"), std::pair("pair", "with article"), std::pair("level", "Level"),
                                    std::pair("type", "Type"), std::pair("rule", "Rule"), std::pair("state", "State")}) {
    page.out.Add("<label>", label, "<select data-filter=\"", name, "\"><option value=\"\">all</option></select></label>");
  }
  page.out.Add("<label>Text<input type=\"search\" data-filter=\"text\"></label>",
               "<label class=\"check\"><input type=\"checkbox\" id=\"todo\"> only what is open</label><label>Order<select id=\"finding-order\">",
               "<option value=\"rank\">most urgent first</option><option value=\"what\">by what it is about</option></select></label>",
               "<span class=\"tag\" id=\"shown\"></span></div>\n");
}

}  // namespace

void WriteFindingsSection(const HtmlPage& page) {
  const SheetSummary s = page.index.Summary();
  page.out.Add("<section id=\"findings\"><h2>Findings</h2>\n<p class=\"hint\">Most urgent first; which side is right is for the person who checks. ",
               "<span id=\"compared\">", EscapeHtml(Capital(ComparedText(s))), ".</span></p>\n");
  WriteGaps(page);
  WriteFilters(page);
  if (page.sheet.findings.empty()) {
    page.out.Add("<p>No findings: ", s.groups == 0 ? EscapeHtml(ComparedText(s)) : "nothing in these articles differs that the rules compare",
                 ".</p>\n");
  }
  page.out.Add("<div id=\"findings-list\">");
  size_t number = 0;
  size_t done = 0;
  for (const bool open : {true, false}) {
    for (const Finding& finding : page.sheet.findings) {
      if (IsOpen(finding) != open) continue;
      if (!open && done++ == 0) page.out.Add("<h3 class=\"done-head\">Signed off or set aside</h3>");
      WriteFinding(page, finding, ++number);
    }
  }
  page.out.Add("</div>\n");
  WriteQuietGroups(page, Relation::kAgree, s.agreeing_groups, "agreements", "agree");
  WriteQuietGroups(page, Relation::kCompatible, s.compatible_groups, "compatible", "do not contradict each other");
  page.out.Add("</section>\n");
}

}  // namespace crosscheck
