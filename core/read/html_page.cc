#include "read/html_page.h"

#include <algorithm>

#include "base/days.h"
#include "base/strings.h"
#include "read/charset.h"
#include "read/html_blocks.h"
#include "read/html_cut.h"
#include "read/html_text.h"
#include "read/json_ld.h"
#include "read/main_text.h"
#include "read/no_article.h"
#include "read/page_days.h"
#include "read/page_metadata.h"
#include "read/plain_page.h"
#include "read/reader.h"
#include "read/stamps.h"
#include "read/story_finish.h"

namespace crosscheck {
namespace {

// Lines and columns of ascending offsets.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view page) : page_(page) {}

  void Find(uint32_t offset, Segment* segment) {
    for (; at_ < offset && at_ < page_.size(); ++at_) {
      const char c = page_[at_];
      if (c == '\n') {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++column_;
      }
    }
    segment->line = line_;
    segment->column = column_;
  }

 private:
  std::string_view page_;
  size_t at_ = 0;
  uint32_t line_ = 1;
  uint32_t column_ = 1;
};

// The story's blocks as the document's text, one line each (an empty line
// between), with their segments.
void TakeStory(const ParsedPage& page, const MainText& main, std::string_view source, Document* document) {
  Story story;
  story.id = static_cast<int>(document->stories.size()) + 1;
  PlaceFinder places(source);
  for (uint32_t i = 0; i < page.blocks.size(); ++i) {
    if (!main.roles[i]) continue;
    const std::string_view text = page.Text(page.blocks[i]);
    if (!document->text.empty()) document->text += "\n\n";
    const auto start = static_cast<uint32_t>(document->text.size());
    document->text += text;
    Segment segment{*main.roles[i], {start, static_cast<uint32_t>(document->text.size())}, 0, 0};
    places.Find(page.blocks[i].page_offset, &segment);
    if (main.headline == i) story.headline = CollapseSpace(text);
    story.segments.push_back(segment);
  }
  if (story.segments.empty()) return;
  story.span = {story.segments[0].span.start, static_cast<uint32_t>(document->text.size())};
  document->stories.push_back(std::move(story));
}

// The address in the comment that a browser or tool wrote when it saved the page; empty: none.
std::string SavedAddress(std::string_view page) {
  const std::string_view head = page.substr(0, 8 << 10);
  for (const std::string_view mark : {"saved from url=", "Page saved with SingleFile", "saved by SingleFile", "snapshot saved from"}) {
    size_t at = head.find(mark);
    if (at == std::string_view::npos || head.rfind("<!--", at) == std::string_view::npos) continue;
    at = head.find("http", at);
    const size_t end = std::min(head.find("-->", at), head.size());
    if (at >= end) continue;
    const std::string_view rest = head.substr(at, end - at);
    const std::string_view url = rest.substr(0, rest.find_first_of(" \t\r\n\"'<>"));
    if (url.starts_with("http://") || url.starts_with("https://")) return std::string(url);
  }
  return "";
}

// Pages that scripts draw often hold their text only in their metadata.
void TakeMetadataBody(const JsonLd& json_ld, const ReadHint& hint, Document* document) {
  std::string body = HasMarkup(json_ld.body, false) ? PlainLine(json_ld.body) : DecodeReferences(json_ld.body);
  if (!HasWords(body)) return;
  document->stories.clear();
  document->text = std::move(body);
  document->errors.emplace_back("the page shows no text: it was taken from the page's metadata (articleBody)");
  FindOneStory(hint, document);
  if (!document->stories.empty() && document->stories[0].headline.empty()) document->stories[0].headline = document->title;
}

// Has any story a sentence of its own, be it a caption's?
bool HasStoryText(const Document& document) {
  return std::any_of(document.stories.begin(), document.stories.end(), [](const Story& story) {
    return std::any_of(story.segments.begin(), story.segments.end(), [](const Segment& segment) {
      return segment.role == SegmentRole::kBody || segment.role == SegmentRole::kStandfirst ||
             segment.role == SegmentRole::kCaption || segment.role == SegmentRole::kCorrection;
    });
  });
}

// Is there anything of the page to know, be it a headline, a line or the day of an article that scripts draw?
bool SaysAnything(const ParsedPage& page, const Document& document) {
  return document.published || HasWords(document.text) || std::any_of(page.blocks.begin(), page.blocks.end(), [&](const auto& block) {
    return HasWords(page.Text(block));
  });
}

// The day of another story than the main one: its own, or none. The page's is the main story's.
Published OwnDay(const ParsedPage& page, const MainText& story, const PageRules& rules) {
  if (const auto told = DayOfElements(page, story, false, rules)) return {OneDay(told->day), "time element"};
  if (const auto told = DayOfLines(page, story, false, rules)) return {OneDay(told->day), "visible stamp"};
  return {{}, "not told"};
}

}  // namespace

bool LacksStoryText(const Document& document) {
  return std::find(document.errors.begin(), document.errors.end(), kNoStoryText) != document.errors.end();
}

bool MatchesHtml(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return hint.format == InputFormat::kHtml;
  std::string lower = AsciiLower(head.substr(0, 1 << 14));
  std::erase(lower, '\0');  // UTF-16
  for (const std::string_view tag : {"<!doctype html", "<html", "<head>", "<head ", "<body", "<meta ", "<title>"}) {
    if (lower.find(tag) != std::string::npos) return true;
  }
  const std::string_view start = Trim(lower);
  for (const std::string_view tag :
       {"<p>", "<p ", "<div", "<article", "<h1", "<main", "<section", "<table", "<span", "<a ", "<!--"}) {
    if (start.starts_with(tag)) return true;
  }
  return false;
}

void ReadHtml(std::string_view bytes, const ReadHint& of_file, const ReadSink& sink) {
  const PageRules& rules = PageRulesOf(of_file);
  const DecodedText source = DecodeText(bytes, of_file.charset);
  ReadHint hint = of_file;
  if (hint.url.empty()) hint.url = SavedAddress(source.text);
  const HtmlCut cut = CutHtml(source.text);
  const ParsedPage page = ReadHtmlBlocks(cut, rules);
  const JsonLd json_ld = ReadJsonLd(cut.json_ld);
  const std::vector<MainText> stories = FindStories(page, rules, MetadataTitles(page, json_ld));
  Document document = NewDocument(hint);
  NoteDecoding(source.charset, source.replaced, &document);
  if (page.cut) document.errors.push_back("the page's markup is too tangled: its end was not read");
  TakeStory(page, stories[0], source.text, &document);
  ReadMetadata(page, json_ld, stories[0], hint, rules, &document);
  for (size_t i = 1; i < stories.size(); ++i) {
    const size_t before = document.stories.size();
    TakeStory(page, stories[i], source.text, &document);
    if (document.stories.size() > before) document.stories.back().published = OwnDay(page, stories[i], rules);
  }
  if (!HasStoryText(document)) {
    TakeMetadataBody(json_ld, hint, &document);
    if (HasStoryText(document)) return sink.use(std::move(document));
    if (!SaysAnything(page, document)) return sink.Refuse(hint.uri, kNoStoryText);
    document.errors.emplace_back(kNoStoryText);
  }
  FinishStories(rules, /*datelines_apart=*/false, &document);
  sink.use(std::move(document));
}

}  // namespace crosscheck
