// Plain text: a page saved as text (.txt, .md) with one story or several, and
// the text of a record.
#ifndef CROSSCHECK_READ_PLAIN_PAGE_H_
#define CROSSCHECK_READ_PLAIN_PAGE_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesPlainPage(std::string_view head, const ReadHint& hint);
void ReadPlainPage(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

// Fills `stories` of a document whose `text` (and `title`, where known) is set
// and whose text is one story.
void FindOneStory(const ReadHint& hint, Document* document);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_PLAIN_PAGE_H_
