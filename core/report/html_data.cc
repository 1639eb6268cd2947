// The sheet as data for the page's script: the claims with the cells of their CSV row (so that the page's export is the program's), and
// the notes that --state brought.
#include <iterator>

#include "base/json.h"
#include "base/json_writer.h"
#include "report/cells.h"
#include "report/html_page.h"

namespace crosscheck {
namespace {

// Inside a script element no text may end it.
void AddEscaped(const HtmlPage& page, std::string_view json) {
  for (size_t at = json.find('<'); at != std::string_view::npos; at = json.find('<')) {
    page.out.Add(json.substr(0, at), "\\u003c");
    json.remove_prefix(at + 1);
  }
  page.out.Add(json);
}

// "card": number of its card in the article, -1 where it is asked elsewhere ("as" then names the claim).
void WriteClaim(const HtmlPage& page, size_t article, const Claim& claim, int card, size_t number, JsonWriter* json) {
  const Record& record = page.sheet.documents[article];
  json->BeginObject();
  json->Field("id", claim.id);
  json->Field("key", claim.fingerprint);
  json->Field("worth", static_cast<int>(claim.worth));
  if (card >= 0) json->Field("card", card);
  if (!claim.same_as.empty()) json->Field("as", claim.same_as);
  const Elsewhere elsewhere = ElsewhereOf(record, claim);
  std::string letters;  // of other articles that tell it too
  for (const auto* members : {&elsewhere.agree, &elsewhere.differ, &elsewhere.beside}) {
    for (const GroupMember* member : *members) {
      if (member->document != record.document.id) StrAppend(&letters, letters.empty() ? "" : " ", page.index.Letter(member->document));
    }
  }
  if (!letters.empty()) json->Field("told", letters);
  if (!elsewhere.differ.empty()) json->Field("differs", true);
  json->Key("groups");
  json->BeginArray();
  for (const Group* group : claim.groups) json->Value(group->fingerprint);
  json->EndArray();
  json->Key("cells");
  json->BeginArray();
  for (const std::string& cell : ClaimCells(page.index, record, claim, number)) json->Value(cell);
  json->EndArray();
  json->EndObject();
}

void WriteArticle(const HtmlPage& page, size_t number, size_t* claims, JsonWriter* json) {
  const ArticleSheet& article = page.articles[number];
  const Document& document = page.sheet.documents[number].document;
  StringMap<int> card_of;  // of each claim that is asked, by id
  json->BeginObject();
  json->Field("letter", LetterOf(number));
  json->Key("cards");
  json->BeginArray();
  for (size_t i = 0; i < article.cards.size(); ++i) {
    json->Value(SentenceFingerprint(document, article.cards[i].sentence));
    for (const Claim* claim : article.cards[i].asked) card_of.emplace(claim->id, static_cast<int>(i));
  }
  json->EndArray();
  json->Key("claims");
  json->BeginArray();
  for (const Claim& claim : article.claims) {
    const auto card = card_of.find(claim.id);
    WriteClaim(page, number, claim, card == card_of.end() ? -1 : card->second, ++*claims, json);
  }
  json->EndArray();
  json->EndObject();
}

void WriteSteps(const std::vector<CheckStep>& trail, JsonWriter* json) {
  json->BeginArray();
  for (const CheckStep& step : trail) {
    json->BeginObject();
    json->Field("when", step.when);
    json->Field("who", step.who);
    json->Field("field", step.field);
    json->Field("value", step.value);
    json->EndObject();
  }
  json->EndArray();
}

// The entry as the state has it, but for what is empty.
void WriteEntry(const Check& check, JsonWriter* json) {
  json->BeginObject();
  for (const auto& [name, value] : {std::pair("state", &check.state), std::pair("source", &check.source), std::pair("source_kind", &check.source_kind),
                                    std::pair("evidence", &check.evidence), std::pair("correction", &check.correction),
                                    std::pair("checked_by", &check.checked_by), std::pair("checked_on", &check.checked_on),
                                    std::pair("note", &check.note), std::pair("changed", &check.changed)}) {
    if (!value->empty()) json->Field(name, *value);
  }
  if (!check.trail.empty()) {
    json->Key("trail");
    WriteSteps(check.trail, json);
  }
  if (!check.others.empty()) {
    json->Key("clash");
    json->BeginArray();
    for (const Check& other : check.others) WriteEntry(other, json);
    json->EndArray();
  }
  json->EndObject();
}

}  // namespace

void WriteData(const HtmlPage& page) {
  page.out.Add("<script type=\"application/json\" id=\"data\">");
  std::string text;
  JsonWriter json(&text);
  json.BeginObject();
  json.Key("columns");
  json.BeginArray();
  for (const ClaimColumn& column : ClaimColumnsOf(page.sheet)) json.Value(column.name);
  json.EndArray();
  json.Key("given");
  json.BeginArray();
  for (const Check& check : page.sheet.checks) {
    json.BeginArray();
    json.Value(StrCat(JsonName(check.target), ":", check.fingerprint));
    WriteEntry(check, &json);
    json.EndArray();
  }
  json.EndArray();
  json.Key("articles");
  json.BeginArray();
  size_t claims = 0;
  for (size_t i = 0; i < page.articles.size(); ++i) {
    WriteArticle(page, i, &claims, &json);
    AddEscaped(page, text);
    text.clear();
  }
  json.EndArray();
  json.Key("unchecked");
  json.BeginArray();
  for (const Unchecked& unchecked : page.sheet.unchecked) {
    json.BeginArray();
    for (const std::string& cell : UncheckedCells(page.index, unchecked)) json.Value(cell);
    json.EndArray();
  }
  json.EndArray();
  json.EndObject();
  AddEscaped(page, text);
  page.out.Add("</script>\n");
}

}  // namespace crosscheck
