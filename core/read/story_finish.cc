#include "read/story_finish.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "read/bylines.h"
#include "read/language.h"
#include "read/stamps.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxDateline = 90;
constexpr size_t kMaxEnd = 700;  // bytes after the date at a story's end
constexpr size_t kMaxPictureCredit = 80;
constexpr size_t kMaxAgencyWords = 4;

bool IsDash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }
bool IsBlankByte(char c) { return c == ' ' || c == '\t'; }

uint32_t CodePoints(std::string_view text) {
  return static_cast<uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Past the mark that ends a dateline, with the spaces around it; 0: `at` is no
// such place.
size_t PastMark(std::string_view text, size_t at) {
  const size_t from = at;
  while (at < text.size() && IsBlankByte(text[at])) ++at;
  if (at >= text.size()) return 0;
  const CodePoint c = DecodeAt(text, at);
  if (c.value == ':' && at == from) {
    ++at;
  } else if (IsDash(c.value) && (at > from || c.value != '-')) {
    while (at < text.size() && IsDash(DecodeAt(text, at).value)) at += DecodeAt(text, at).size;
  } else {
    return 0;
  }
  if (at >= text.size() || !IsBlankByte(text[at])) return 0;
  while (at < text.size() && IsBlankByte(text[at])) ++at;
  return at < text.size() ? at : 0;
}

bool IsPlaceWord(std::string_view word, bool* capitals) {
  const CodePoint first = DecodeAt(word, 0);
  if (!IsUpper(first.value)) return false;
  size_t letters = 0;
  bool all = true;
  for (size_t i = 0; i < word.size();) {
    const CodePoint c = DecodeAt(word, i);
    i += c.size;
    if (IsLetter(c.value)) {
      ++letters;
      all &= IsUpper(c.value);
    } else if (c.value != '.' && c.value != '\'' && c.value != 0x2019 && c.value != '-' && c.value != '/') {
      return false;
    }
  }
  *capitals = all && letters >= 2;
  return true;
}

// The names of agencies that stand in a text, in any form.
std::vector<std::string> AgenciesIn(std::string_view text, const PageRules& rules) {
  std::vector<std::string> found;
  const std::vector<std::string_view> words = Split(text.substr(0, kMaxEnd), ' ');
  for (size_t i = 0; i < words.size(); ++i) {
    for (size_t n = std::min(kMaxAgencyWords, words.size() - i); n > 0; --n) {
      const auto* end = words[i + n - 1].data() + words[i + n - 1].size();
      std::string_view form(words[i].data(), static_cast<size_t>(end - words[i].data()));
      if (form.ends_with("'s")) form.remove_suffix(2);
      if (form.empty() || !IsUpper(DecodeAt(form, form[0] == '(' && form.size() > 1 ? 1 : 0).value)) continue;
      const std::string_view agency = rules.Agency(form);
      if (agency.empty()) continue;
      found.emplace_back(agency);
      i += n - 1;
      break;
    }
  }
  return found;
}

class Finisher {
 public:
  Finisher(const PageRules& rules, bool datelines_apart, Document* document)
      : rules_(rules), datelines_apart_(datelines_apart), out_(*document) {}

  void Run() {
    std::string body;
    size_t with_body = 0;
    for (Story& story : out_.stories) {
      SplitDateline(&story);
      EndStamp(&story);
      Closing(story);
      Bylines(story);
      const size_t before = body.size();
      for (const Segment& segment : story.segments) {
        if (segment.role == SegmentRole::kBody && body.size() < (16 << 10))
          StrAppend(&body, segment.span.In(out_.text).substr(0, 16 << 10), "\n");
      }
      with_body += body.size() > before ? 1 : 0;
    }
    if (out_.stories.empty()) return;
    if (out_.title.empty()) out_.title = out_.stories.front().headline;
    if (!out_.published && with_body <= 1) {
      for (const Story& story : out_.stories) {
        if (!out_.published && story.published) out_.published = story.published;
      }
    }
    out_.language = DetectLanguage(body.empty() ? std::string_view(out_.text) : std::string_view(body), rules_);
  }

 private:
  void Credit(const std::vector<std::string>& agencies, std::string_view origin, Span span) {
    for (const std::string& agency : agencies) {
      out_.evidence.push_back({"credit", agency, std::string(origin), span});
      if (std::find(out_.credit.begin(), out_.credit.end(), agency) == out_.credit.end()) out_.credit.push_back(agency);
    }
  }

  void SplitDateline(Story* story) {
    const auto it = std::find_if(story->segments.begin(), story->segments.end(),
                                 [](const Segment& s) { return s.role == SegmentRole::kBody; });
    if (it == story->segments.end()) return;
    const std::string_view text = it->span.In(out_.text);
    const uint32_t length = DatelineLength(text, rules_);
    if (length == 0) return;
    Segment dateline = *it;
    dateline.role = SegmentRole::kDateline;
    dateline.span.end = it->span.start + length;
    Credit(AgenciesIn(text.substr(0, length), rules_), "dateline", dateline.span);
    if (!datelines_apart_) return;
    it->span.start += length;
    if (it->column > 0) it->column += CodePoints(text.substr(0, length));
    while (dateline.span.end > dateline.span.start && IsBlankByte(out_.text[dateline.span.end - 1])) --dateline.span.end;
    story->segments.insert(it, dateline);
  }

  // "... shut for good. - June 5, 2025 Ann Berg is a baker. The views expressed
  // are her own."
  void EndStamp(Story* story) {
    if (story->segments.empty() || story->segments.front().line == 0) return;
    const auto last = std::find_if(story->segments.rbegin(), story->segments.rend(),
                                   [](const Segment& s) { return s.role == SegmentRole::kBody; });
    if (last == story->segments.rend()) return;
    const std::string_view text = last->span.In(out_.text);
    const size_t from = text.size() > kMaxEnd ? text.size() - kMaxEnd : 0;
    for (size_t at = text.size(); at-- > from + 2;) {
      const CodePoint c = DecodeAt(text, at);
      if (c.size == 1 && text[at] != '-') continue;
      if (!IsDash(c.value) || text[at - 1] != ' ' || (text[at - 2] != '.' && static_cast<unsigned char>(text[at - 2]) < 0x80))
        continue;
      const auto found = FindDay(text.substr(at), false);
      if (!found || found->span.start > c.size + 2) continue;
      return TakeEnd(story, static_cast<size_t>(story->segments.rend() - last) - 1, at, *found);
    }
  }

  void TakeEnd(Story* story, size_t index, size_t dash, const FoundDay& found) {
    Segment body = story->segments[index];
    const uint32_t start = body.span.start + static_cast<uint32_t>(dash);
    Segment stamp{SegmentRole::kTimestamp, {start + found.span.start, start + found.span.end}, body.line, body.column};
    stamp.column += CodePoints(out_.text.substr(body.span.start, stamp.span.start - body.span.start));
    Segment rest{SegmentRole::kDisclaimer, {stamp.span.end, body.span.end}, body.line, stamp.column};
    while (!rest.span.empty() && IsBlankByte(out_.text[rest.span.start])) ++rest.span.start;
    rest.column += CodePoints(out_.text.substr(stamp.span.start, rest.span.start - stamp.span.start));
    body.span.end = start;
    while (!body.span.empty() && IsBlankByte(out_.text[body.span.end - 1])) --body.span.end;
    story->segments[index] = body;
    auto at = story->segments.insert(story->segments.begin() + static_cast<ptrdiff_t>(index) + 1, stamp);
    if (!rest.span.empty()) PictureCredit(story, story->segments.insert(at + 1, rest));
    if (!story->published) story->published = Published{OneDay(found.day), "stamp at the end"};
    out_.evidence.push_back({"published", FormatIsoDay(found.day), "stamp at the end", stamp.span});
  }

  // "... her own. Main image: Coast Press": whose picture it is says nothing of
  // the text.
  void PictureCredit(Story* story, std::vector<Segment>::iterator rest) {
    const std::string_view text = rest->span.In(out_.text);
    for (size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
      const std::string_view end = text.substr(at + 2);
      if (end.size() > kMaxPictureCredit || (rules_.LineHints(end) & Bit(LineHint::kCredit)) == 0) continue;
      Segment credit = *rest;
      credit.role = SegmentRole::kPhotoCredit;
      credit.span.start = rest->span.start + static_cast<uint32_t>(at) + 2;
      credit.column += CodePoints(text.substr(0, at + 2));
      rest->span.end = credit.span.start - 1;
      story->segments.insert(rest + 1, credit);
      return;
    }
  }

  // Credits after the text: "(Reporting by ...)", "- Reuters", a line with
  // nothing but an agency.
  void Closing(const Story& story) {
    const Segment* last = nullptr;
    for (const Segment& segment : story.segments) {
      if (segment.role == SegmentRole::kDisclaimer)
        Credit(AgenciesIn(segment.span.In(out_.text), rules_), "closing note", segment.span);
      if (segment.role == SegmentRole::kBody) last = &segment;
    }
    if (last == nullptr) return;
    const std::string_view text = last->span.In(out_.text);
    const size_t from = text.size() > 60 ? text.size() - 60 : 0;
    for (size_t at = text.size(); at-- > from;) {
      const CodePoint c = DecodeAt(text, at);
      const bool mark = IsDash(c.value) || c.value == '(' || c.value == '\n' || c.value == '/' || (at == 0 && from == 0);
      if (!mark) continue;
      const size_t start = at == 0 && !IsDash(c.value) && c.value != '(' ? 0 : at + c.size;
      const std::string_view end = text.substr(start);
      if (end.empty() || rules_.Agency(end).empty()) continue;
      const auto offset = last->span.start + static_cast<uint32_t>(start);
      return Credit({std::string(rules_.Agency(end))}, "closing credit", {offset, last->span.end});
    }
  }

  void Bylines(const Story& story) {
    for (const Segment& segment : story.segments) {
      if (segment.role != SegmentRole::kByline) continue;
      const Byline byline = ParseByline(segment.span.In(out_.text), out_.outlet, rules_);
      Credit(byline.agencies, "byline", segment.span);
      const std::string_view text = segment.span.In(out_.text);
      if ((rules_.LineHints(text) & Bit(LineHint::kByline)) == 0 || story.id != out_.stories.front().id) continue;
      for (const std::string& name : byline.people) out_.evidence.push_back({"author", name, "byline", segment.span});
      if (out_.authors.empty()) out_.authors = byline.people;
    }
  }

  const PageRules& rules_;
  bool datelines_apart_;
  Document& out_;
};

}  // namespace

uint32_t DatelineLength(std::string_view text, const PageRules& rules) {
  text = text.substr(0, kMaxDateline);
  size_t at = 0;
  size_t capitals = 0;
  size_t words = 0;
  bool agency = false;
  while (at < text.size()) {
    if (const size_t past = PastMark(text, at); past > 0 && words > 0) {
      const CodePoint next = DecodeAt(text, past);
      const bool opens = IsUpper(next.value) || next.value >= 0x80 || next.value == '"' || next.value == '\'';
      return (capitals > 0 || agency) && opens ? static_cast<uint32_t>(past) : 0;
    }
    while (at < text.size() && (IsBlankByte(text[at]) || text[at] == ',')) ++at;
    if (at >= text.size()) return 0;
    if (text[at] == '(' || text[at] == '/') {
      const size_t close = text.find(text[at] == '(' ? ')' : '/', at + 1);
      if (close == std::string_view::npos || rules.Agency(text.substr(at + 1, close - at - 1)).empty()) return 0;
      agency = true;
      at = close + 1;
      continue;
    }
    size_t end = at;
    while (end < text.size() && !IsBlankByte(text[end]) && text[end] != ',' && text[end] != ':' && text[end] != '(') ++end;
    const std::string_view word = text.substr(at, end - at);
    const bool number = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool all_capitals = false;
    if (!number && (word.empty() || !IsPlaceWord(word, &all_capitals))) return 0;
    if (++words > 7) return 0;
    capitals += all_capitals ? 1 : 0;
    if (words == 1 && !all_capitals && text.find('(') == std::string_view::npos) return 0;
    at = end;
  }
  return 0;
}

void FinishStories(const PageRules& rules, bool datelines_apart, Document* document) {
  Finisher(rules, datelines_apart, document).Run();
}

}  // namespace crosscheck
