// The claims, a card for each sentence: its claims underlined in it, under it one row a claim with its value, who says so and what is
// said elsewhere, beside it room for the person who checks (made by the script where a card comes near the window).
#include <algorithm>
#include <set>

#include "base/json.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/html_page.h"
#include "report/value_text.h"

namespace crosscheck {
namespace {

constexpr size_t kParagraphsShown = 4;
constexpr size_t kBest = 2;         // places shown of those that agree, differ or do not contradict
constexpr size_t kWordsAround = 6;  // on each side of the words at such a place
constexpr size_t kWordsShown = 14;  // of the words themselves
constexpr size_t kWordsOfSaying = 7;  // of a saying: its sentence stands above, with all of it shaded

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// The start of the `count`th word before `at`, not before `least`.
uint32_t WordsBefore(std::string_view text, uint32_t at, uint32_t least, size_t count) {
  for (; count > 0 && at > least; --count) {
    while (at > least && IsSpace(text[at - 1])) --at;
    while (at > least && !IsSpace(text[at - 1])) --at;
  }
  return at;
}

// The end of the `count`th word behind `at`, not behind `most`.
uint32_t WordsBehind(std::string_view text, uint32_t at, uint32_t most, size_t count) {
  for (; count > 0 && at < most; --count) {
    while (at < most && IsSpace(text[at])) ++at;
    while (at < most && !IsSpace(text[at])) ++at;
  }
  return at;
}

// In one line, with a space at the ends where the text has one.
std::string Piece(std::string_view text) {
  if (text.empty()) return "";
  const std::string line = EscapeHtml(OneLine(text));
  return StrCat(IsSpace(text.front()) ? " " : "", line, !line.empty() && IsSpace(text.back()) ? " " : "");
}

// The member's words marked, with some of its sentence before and behind them.
std::string InContext(const HtmlPage& page, const GroupMember& member) {
  const auto number = page.numbers.find(member.document);
  if (number == page.numbers.end()) return EscapeHtml(OneLine(member.text));
  const std::string_view text = page.sheet.documents[number->second].document.text;
  if (member.span.end > text.size()) return EscapeHtml(OneLine(member.text));
  const Span sentence = page.articles[number->second].places.SentenceOf(member.span);
  const uint32_t end = WordsBehind(text, member.span.start, member.span.end, kWordsShown);
  const bool cut = end < member.span.end;
  const uint32_t from = WordsBefore(text, member.span.start, sentence.start, kWordsAround);
  const uint32_t until = cut ? end : WordsBehind(text, end, sentence.end, kWordsAround);
  return StrCat(from > sentence.start ? "… " : "", Piece(text.substr(from, member.span.start - from)), "<mark>",
                EscapeHtml(OneLine(text.substr(member.span.start, end - member.span.start))), "</mark>",
                Piece(text.substr(end, until - end)), until < sentence.end || cut ? " …" : "");
}

// One member of each article first, other articles before its own.
std::vector<const GroupMember*> BestOf(const std::vector<const GroupMember*>& members, std::string_view document) {
  std::vector<const GroupMember*> best;
  std::vector<const GroupMember*> rest;
  for (const GroupMember* member : members) {
    const bool seen = member->document == document ||
                      std::any_of(best.begin(), best.end(), [&](const GroupMember* b) { return b->document == member->document; });
    (seen ? rest : best).push_back(member);
  }
  best.insert(best.end(), rest.begin(), rest.end());
  if (best.size() > kBest) best.resize(kBest);
  return best;
}

void WriteElsewhere(const HtmlPage& page, std::string_view document, std::string_view kind, std::string_view words,
                    const std::vector<const GroupMember*>& members) {
  if (members.empty()) return;
  const std::vector<const GroupMember*> best = BestOf(members, document);
  page.out.Add("<div class=\"", kind, "\"><b>", words, "</b>");
  for (const GroupMember* member : best) {
    page.out.Add(" <a class=\"place\" href=\"#t", page.Anchor(member->document, member->claim), "\"><i class=\"L\">",
                 page.index.Letter(member->document), "</i> <span class=\"quote\">", InContext(page, *member), "</span></a>",
                 member->source.empty() ? "" : StrCat(" <small>", EscapeHtml(OneLine(member->source)), "</small>"));
  }
  if (members.size() > best.size()) page.out.Add(" <small>and ", members.size() - best.size(), " more</small>");
  page.out.Add("</div>");
}

std::string PublishedText(const Document& document) { return document.published ? DaysText(document.published->days) : ""; }

// What the claim says in plain terms.
void WriteValue(const HtmlPage& page, const Document& document, const Claim& claim) {
  const bool in_words = claim.kind == "statement" || claim.kind == "point";
  std::string_view words = claim.value;
  if (in_words && claim.span.end <= document.text.size()) {
    const uint32_t end = WordsBehind(document.text, claim.span.start, claim.span.end, claim.kind == "statement" ? kWordsOfSaying : kWordsShown);
    words = std::string_view(document.text).substr(claim.span.start, end - claim.span.start);
  }
  page.out.Add("<div class=\"what\"><span class=\"", claim.kind == "statement" ? "quote" : "val", "\">", EscapeHtml(OneLine(words)),
               claim.kind == "statement" && words.size() < claim.span.size() ? " …" : "", "</span> <small>", EscapeHtml(claim.type),
               claim.about.empty() ? "" : StrCat(", ", EscapeHtml(OneLine(claim.about))),
               claim.kind != "statement" || claim.value == "asserted" ? "" : StrCat(", ", claim.value),
               claim.as_of.empty() || claim.as_of == PublishedText(document) ? "" : StrCat(", as of ", claim.as_of), "</small>");
}

// "also ¶4 ¶7 and 2 more": the other paragraphs that tell it.
std::string AlsoText(const ArticleSheet& article, const Claim& claim) {
  std::set<uint32_t> paragraphs;
  for (const Span span : claim.also) paragraphs.insert(ParagraphAt(article.paragraphs, span.start));
  std::string text = "also";
  size_t shown = 0;
  for (const uint32_t paragraph : paragraphs) {
    if (shown++ < kParagraphsShown) StrAppend(&text, " ¶", paragraph);
  }
  if (shown > kParagraphsShown) StrAppend(&text, " and ", shown - kParagraphsShown, " more");
  return text;
}

void WriteClaim(const HtmlPage& page, size_t number, const Claim& claim) {
  const Record& record = page.sheet.documents[number];
  const ArticleSheet& article = page.articles[number];
  Elsewhere elsewhere = ElsewhereOf(record, claim);
  std::erase_if(elsewhere.agree, [&](const GroupMember* member) { return member->document == record.document.id; });
  page.out.Add("<li class=\"claim\" id=\"c", number, "-", EscapeHtml(claim.id), "\" data-k=\"", claim.fingerprint, "\">");
  for (const std::string& id : claim.repeats) page.out.Add("<span id=\"c", number, "-", EscapeHtml(id), "\"></span>");
  WriteValue(page, record.document, claim);
  if (!claim.also.empty()) page.out.Add(" <small class=\"also\">", AlsoText(article, claim), "</small>");
  page.out.Add("</div><div class=\"who\">", EscapeHtml(OneLine(claim.said_by)), "</div><div class=\"else\">");
  WriteElsewhere(page, record.document.id, "differ", "differs", elsewhere.differ);
  WriteElsewhere(page, record.document.id, "agree", "agrees", elsewhere.agree);
  WriteElsewhere(page, record.document.id, "beside", "does not contradict", elsewhere.beside);
  page.out.Add("</div><div class=\"own\">", EscapeHtml(NotedText(page.index.FindCheck(CheckTarget::kClaim, claim.fingerprint))), "</div></li>");
}

void WriteCard(const HtmlPage& page, size_t number, size_t card_number) {
  const Record& record = page.sheet.documents[number];
  const ArticleSheet& article = page.articles[number];
  const Card& card = article.cards[card_number];
  const std::string fingerprint = SentenceFingerprint(record.document, card.sentence);
  const uint32_t paragraph = ParagraphAt(article.paragraphs, card.sentence.start);
  const bool settle = std::any_of(card.asked.begin(), card.asked.end(),
                                  [&](const Claim* claim) { return !ElsewhereOf(record, *claim).differ.empty(); });
  page.out.Add("<div class=\"card", settle ? " settle" : "", "\" id=\"s", number, "-", card_number, "\" role=\"group\" aria-label=\"Paragraph ",
               paragraph, " of article ", LetterOf(number), "\" data-k=\"", fingerprint, "\"><div class=\"pn\"><a href=\"#t", number, "-",
               EscapeHtml(card.asked.front()->id), "\">¶", paragraph, "</a></div><div class=\"said\"><p class=\"sentence quote\">");
  WriteMarkedSentence(record.document, article.claims, card, StrCat(number, "-"), page.out);
  page.out.Add("</p><ul class=\"claims\">");
  for (const Claim* claim : card.asked) WriteClaim(page, number, *claim);
  page.out.Add("</ul></div><div class=\"check\">", EscapeHtml(NotedText(page.index.FindCheck(CheckTarget::kSentence, fingerprint))), "</div></div>\n");
}

}  // namespace

void WriteClaimsSection(const HtmlPage& page) {
  page.out.Add(
      "<section id=\"claims\"><h2>Claims</h2>\n<p class=\"hint\">Sentence by sentence, as on a marked-up page. What an article tells twice "
      "is asked once. A sentence's state holds for each of its claims that has none of its own.</p>\n",
      "<div class=\"filters script-only\" role=\"group\" aria-label=\"Claims shown\"><label>Show<select id=\"claim-show\">",
      "<option value=\"\">all claims</option><option value=\"differ\">what another article contradicts</option>",
      "<option value=\"touched\">what another article tells too</option></select></label>",
      "<label>Order<select id=\"claim-order\"><option value=\"\">as in the articles</option><option value=\"worth\">by "
      "check-worthiness</option></select></label><details id=\"worths\"><summary>Kinds</summary><fieldset><legend>Kinds of claims, what wants "
      "checking most first</legend>");
  for (size_t i = 0; i < kWorthTexts.size(); ++i) {
    page.out.Add("<label class=\"check\"><input type=\"checkbox\" data-worth=\"", i, "\"", static_cast<Worth>(i) == Worth::kSmall ? "" : " checked",
                 "> ", kWorthTexts[i], "</label>");
  }
  page.out.Add("</fieldset></details><span class=\"tag\" id=\"claims-shown\"></span></div>\n<div id=\"sheets\">");
  for (size_t i = 0; i < page.articles.size(); ++i) {
    const Document& document = page.sheet.documents[i].document;
    if (page.articles[i].cards.empty()) continue;
    page.out.Add("<div class=\"sheet\" data-d=\"", i, "\"><h3>", page.Badge(document.id), " ", EscapeHtml(page.Title(document)),
                 document.published ? StrCat(" <span class=\"tag\">published ", PublishedText(document), "</span>") : "", "</h3>");
    {
      const Later later(page, i >= page.at_once);
      for (size_t card = 0; card < page.articles[i].cards.size(); ++card) WriteCard(page, i, card);
    }
    page.out.Add("</div>\n");
  }
  page.out.Add("</div></section>\n");
}

}  // namespace crosscheck
