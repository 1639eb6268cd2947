#include "report/sheet_index.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/json.h"
#include "base/utf8.h"
#include "compare/state.h"
#include "report/display.h"
#include "report/value_text.h"

namespace crosscheck {
namespace {

std::string Key(std::string_view a, std::string_view b) { return StrCat(a, "\n", b); }

std::string PublishedOf(const Record& record, int story) {
  for (const Story& s : record.document.stories) {
    if (s.id == story && s.published) return DaysText(s.published->days);
  }
  return record.document.published ? DaysText(record.document.published->days) : "";
}

std::string PolarityText(const Statement& statement) {
  std::string text(JsonName(statement.polarity));
  if (!statement.speech) text += ", a belief or plan";
  return text;
}

// Where the words of a name's title stand in the sentence of its first mention; the mention, where the title is told in others.
Span TitleSpan(const Document& document, const Name& name, const Places& places) {
  const Span sentence = places.SentenceOf(name.mentions.front());
  if (sentence.end > document.text.size()) return name.mentions.front();
  const size_t at = LowerCase(sentence.In(document.text)).find(LowerCase(name.role));
  if (at == std::string::npos) return name.mentions.front();
  const auto start = sentence.start + static_cast<uint32_t>(at);
  const Span span{start, start + static_cast<uint32_t>(name.role.size())};
  return LowerCase(span.In(document.text)) == LowerCase(name.role) ? span : name.mentions.front();
}

Span Hull(const std::vector<Span>& spans) {
  Span hull = spans.front();
  for (const Span span : spans) hull = {std::min(hull.start, span.start), std::max(hull.end, span.end)};
  return hull;
}

}  // namespace

std::string LetterOf(size_t index) {
  std::string letters;
  for (size_t n = index + 1; n > 0; n = (n - 1) / 26) letters.insert(letters.begin(), static_cast<char>('a' + (n - 1) % 26));
  return letters;
}

std::string_view NameOf(const Document& document) { return document.uri.empty() ? document.id : document.uri; }

std::string_view TitleOf(const Document& document) { return document.title.empty() ? NameOf(document) : document.title; }

std::string AddressOf(const Document& document) {
  const std::string_view link = SafeLink(document.url);
  return link.empty() ? StrCat("urn:crosscheck:", UriOf(document.id)) : std::string(link);
}

std::string ChainOf(const Statement& statement) {
  std::vector<std::string_view> names;
  for (const Source& source : statement.sources) names.push_back(source.name.empty() ? source.text : source.name);
  return Join(names, " > ");
}

SheetIndex::SheetIndex(const Worksheet& sheet) : sheet_(&sheet) {
  for (size_t i = 0; i < sheet.documents.size(); ++i) documents_.emplace(sheet.documents[i].document.id, i);
  for (const Group& group : sheet.groups) {
    groups_.emplace(group.id, &group);
    for (const GroupMember& member : group.members) {
      if (member.claim.empty()) continue;
      grouped_documents_.insert(member.document);
      auto& groups = groups_of_claim_[Key(member.document, member.claim)];
      if (groups.empty() || groups.back() != &group) groups.push_back(&group);
    }
  }
  for (const Check& check : sheet.checks) checks_.emplace(Key(JsonName(check.target), check.fingerprint), &check);
}

const Record* SheetIndex::Find(std::string_view document) const {
  const auto it = documents_.find(document);
  return it == documents_.end() ? nullptr : &sheet_->documents[it->second];
}

std::string SheetIndex::Letter(std::string_view document) const {
  const auto it = documents_.find(document);
  return it == documents_.end() ? "?" : LetterOf(it->second);
}

const Group* SheetIndex::FindGroup(std::string_view id) const {
  const auto it = groups_.find(id);
  return it == groups_.end() ? nullptr : it->second;
}

const Check* SheetIndex::FindCheck(CheckTarget target, std::string_view fingerprint) const {
  const auto it = checks_.find(Key(JsonName(target), fingerprint));
  return it == checks_.end() ? nullptr : it->second;
}

const Check* SheetIndex::CheckOf(const Document& document, const Claim& claim) const {
  if (const Check* own = FindCheck(CheckTarget::kClaim, claim.fingerprint)) return own;
  if (!claim.asked_by.empty()) {
    if (const Check* asked = FindCheck(CheckTarget::kClaim, claim.asked_by)) return asked;
  }
  return FindCheck(CheckTarget::kSentence, SentenceFingerprint(document, claim.card));
}

SheetSummary SheetIndex::Summary() const {
  SheetSummary summary;
  summary.documents = sheet_->documents.size();
  // A document whose every copy family was told before is no origin of its own.
  std::set<std::string_view> copies;
  for (const Family& family : sheet_->families) {
    std::set<std::string_view> members;
    for (const auto& [document, story] : family.members) members.insert(document);
    const std::string_view kept = members.contains(family.origin) ? std::string_view(family.origin) : *members.begin();
    for (const std::string_view member : members) {
      if (member != kept) copies.insert(member);
    }
  }
  summary.origins = summary.documents - std::min(summary.documents, copies.size());
  for (const Finding& finding : sheet_->findings) {
    if (!finding.suppressed.empty() || finding.baseline == Baseline::kAbsent) {
      ++summary.suppressed;
      continue;
    }
    if (!finding.signed_off.empty()) {
      ++summary.signed_off;
      continue;
    }
    summary.errors += finding.severity == Severity::kError;
    summary.warnings += finding.severity == Severity::kWarning;
    summary.notes += finding.severity == Severity::kNote;
    summary.fresh += finding.baseline == Baseline::kNew;
  }
  for (const Group& group : sheet_->groups) {
    summary.agreeing_groups += group.relation == Relation::kAgree;
    summary.compatible_groups += group.relation == Relation::kCompatible;
  }
  summary.groups = sheet_->groups.size();
  for (const Record& record : sheet_->documents) {
    summary.stories += record.document.stories.size();
    summary.claims += record.figures.size() + record.dates.size();
    for (const Statement& statement : record.statements) summary.claims += statement.content.empty() ? 0 : 1;
  }
  summary.grouped_claims = groups_of_claim_.size();
  summary.unchecked = sheet_->unchecked.size();
  summary.unread = sheet_->unread.size();
  return summary;
}

std::vector<Claim> SheetIndex::ClaimsOf(const Record& record, const Places& places) const {
  const Document& document = record.document;
  StringMap<const Statement*> statements;
  StringMap<const ClaimFrame*> frames;  // of figures and dates
  for (const ClaimFrame& frame : record.claims) frames.emplace(frame.of, &frame);
  std::vector<Claim> claims;
  const auto add = [&](std::string_view kind, std::string_view id, Span span) -> Claim& {
    Claim& claim = claims.emplace_back();
    claim.kind = kind;
    claim.id = id;
    claim.span = span;
    claim.sentence = places.SentenceOf(span);
    claim.place = places.Of(span.start);
    claim.fingerprint = ClaimFingerprint(document, kind, span);
    if (const auto it = groups_of_claim_.find(Key(document.id, id)); it != groups_of_claim_.end()) claim.groups = it->second;
    if (const auto it = frames.find(id); it != frames.end()) claim.frame = it->second;
    return claim;
  };
  for (const Statement& s : record.statements) {
    statements.emplace(s.id, &s);
    if (s.content.empty()) continue;
    Claim& claim = add("statement", s.id, Hull(s.content));
    claim.type = StrCat(JsonName(s.kind), s.kind == StatementKind::kIndirect ? " statement" : " quote");
    claim.said_by = ChainOf(s);
    claim.value = PolarityText(s);
    claim.worth = s.kind == StatementKind::kIndirect ? Worth::kSaying : Worth::kQuote;
    claim.as_of = s.said_on ? DaysText(*s.said_on) : PublishedOf(record, s.story);
  }
  for (const Figure& f : record.figures) {
    Claim& claim = add("figure", f.id, f.span);
    claim.type = FigureKindText(f.kind);
    claim.worth = WorthOf(f);
    claim.value = FigureText(f);
    claim.about = f.counted ? f.counted->text : f.whose ? f.whose->text : "";
    if (f.event) claim.about += StrCat(claim.about.empty() ? "" : ", ", f.event->text);
    claim.as_of = PublishedOf(record, f.story);
    if (const auto it = statements.find(f.statement); it != statements.end()) {
      claim.said_by = ChainOf(*it->second);
      if (it->second->said_on) claim.as_of = DaysText(*it->second->said_on);
    }
  }
  for (const Timex& t : record.dates) {
    Claim& claim = add("date", t.id, t.span);
    claim.type = AsciiLower(JsonName(t.type));
    claim.value = TimexText(t);
    claim.worth = WorthOf(t);
    claim.as_of = PublishedOf(record, t.story);
  }
  for (const Name& n : record.names) {
    if (n.mentions.empty()) continue;
    Claim& claim = add("name", n.id, n.mentions.front());
    claim.type = n.kind == NameKind::kPlace ? "place" : "name";  // whose it is matters less than its spelling
    claim.value = n.name;
    claim.worth = n.kind == NameKind::kPlace ? Worth::kPlace : Worth::kName;
    claim.also.assign(n.mentions.begin() + 1, n.mentions.end());
    if (n.role.empty()) continue;
    Claim& title = add("title", StrCat(n.id, "t"), TitleSpan(document, n, places));
    title.type = "title";
    title.value = n.role;
    title.about = n.name;
    title.worth = Worth::kTitle;
  }
  for (const CheckPoint& p : record.check_points) {
    Claim& claim = add("point", p.id, p.span);
    claim.type = JsonName(p.kind);
    claim.worth = p.kind == CheckPointKind::kCause ? Worth::kCause : Worth::kSuperlative;
  }
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.span.start, a.span.end, a.id) < std::tie(b.span.start, b.span.end, b.id);
  });
  PutOnCards(places, &claims);
  AskOnce(record, &claims);
  return claims;
}

}  // namespace crosscheck
