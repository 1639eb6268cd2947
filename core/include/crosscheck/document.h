// What reading a page gives: its text, its stories and its metadata. The fields mirror docs/format.md one by one.
#ifndef CROSSCHECK_DOCUMENT_H_
#define CROSSCHECK_DOCUMENT_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// Bytes [start, end) of a document's UTF-8 text. JSON counts code points instead; the conversion is made at that edge only.
struct Span {
  uint32_t start = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - start; }
  bool empty() const { return start >= end; }
  bool Contains(Span other) const { return start <= other.start && other.end <= end; }
  bool Overlaps(Span other) const { return start < other.end && other.start < end; }
  // Nothing where it is empty or begins outside of the text.
  std::string_view In(std::string_view text) const {
    return empty() || start >= text.size() ? std::string_view() : text.substr(start, end - start);
  }
  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

using Day = std::chrono::sys_days;

// Days from..until, both inclusive. A missing end is open or unknown.
struct DayRange {
  std::optional<Day> from;
  std::optional<Day> until;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

struct Published {
  DayRange days;
  std::string evidence;  // where the day was found: "json-ld", "record", "--published", "visible stamp" ...
  friend bool operator==(const Published&, const Published&) = default;
};

enum class SegmentRole : uint8_t {
  kHeadline, kKicker, kByline, kDateline, kTimestamp, kStandfirst, kSubhead, kBody,
  kPhotoCredit, kCaption, kTeaser, kNav, kComment, kDisclaimer, kCorrection,
};

// One block of a story. `line` and `column` (from 1, column in code points) say where it starts in the file it was read from;
// 0 where the file has no lines of its own (a record of a JSON-lines file).
struct Segment {
  SegmentRole role = SegmentRole::kBody;
  Span span;
  uint32_t line = 0;
  uint32_t column = 0;
};

struct Story {
  int id = 0;  // from 1 in each document
  std::string headline;
  Span span;
  std::optional<Published> published;  // the story's own date where the page gives one
  std::vector<Segment> segments;       // in text order, not overlapping
};

// One value of the page's metadata with the place it came from; values that disagree stand side by side.
struct Evidence {
  std::string field;   // "published", "author", "title", "outlet", "url", "credit", "modified"
  std::string value;
  std::string origin;  // "json-ld", "meta og:title", "byline" ...
  std::optional<Span> span;  // in the text, where it stands there
};

struct Document {
  std::string id;
  std::string uri;
  std::string title;    // empty: unknown (so for all texts here)
  std::string outlet;
  std::vector<std::string> authors;
  std::optional<Published> published;
  std::string url;
  std::vector<std::string> credit;  // agencies the text is credited to
  std::string language = "en";      // ISO 639-1, "und": too short to tell; other than "en": read and used for reuse, not extracted
  std::string text;
  std::vector<Story> stories;
  std::vector<Evidence> evidence;
  std::vector<std::string> errors;  // what went wrong while reading, in plain words
};

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_H_
