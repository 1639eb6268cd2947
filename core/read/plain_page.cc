#include "read/plain_page.h"

#include "base/strings.h"
#include "read/charset.h"
#include "read/reader.h"

namespace crosscheck {

bool MatchesPlainPage(std::string_view, const ReadHint&) { return true; }

void FindOneStory(Document* document) {
  if (Trim(document->text).empty()) return;
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document->text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document->stories.push_back(std::move(story));
}

void ReadPlainPage(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  Document document = NewDocument(hint);
  DecodedText decoded = DecodeText(bytes, hint.charset);
  document.text = std::move(decoded.text);
  NoteDecoding(decoded.charset, decoded.replaced, &document);
  FindOneStory(&document);
  sink.use(std::move(document));
}

}  // namespace crosscheck
