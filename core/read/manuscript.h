// A written document, whatever program wrote it: paragraphs with what the format says of them, and what it says of the whole.
// A segment's line is the number of its paragraph.
// Readers of office files, mails, press archives and PDF fill it; the story is made of it here, once.
#ifndef CROSSCHECK_READ_MANUSCRIPT_H_
#define CROSSCHECK_READ_MANUSCRIPT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/document.h"
#include "read/format.h"

namespace crosscheck {

struct WrittenParagraph {
  std::string text;                 // lines parted by newlines are paragraphs of their own where they read so
  std::optional<SegmentRole> role;  // what the format says; none: its words and its place say
};

struct Manuscript {
  std::vector<WrittenParagraph> paragraphs;
  std::string title;  // shown over the text only if the text has no headline of its own
  std::string outlet;
  std::string url;
  std::vector<std::string> authors;
  std::vector<std::string> credit;
  std::string published;  // a day in any form that ParseMachineDay reads
  std::string modified;
  std::string language;   // ISO 639-1; empty: to be found
  std::string evidence;   // what the day and the authors are taken from: "mail header"
};

// "Marsh, Lena" -> "Lena Marsh"; other names as they are.
std::string FirstNameFirst(std::string_view name);

// The document of a text that is one story.
Document MakeDocument(Manuscript manuscript, const ReadHint& hint);
// Hands it on, or refuses it by name where it has no text.
void UseManuscript(Manuscript manuscript, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_MANUSCRIPT_H_
