// Feeds: RSS 0.9 to 2.0, RDF and Atom, well-formed or not. An entry with its text or summary is one document.
#ifndef CROSSCHECK_READ_FEED_H_
#define CROSSCHECK_READ_FEED_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesFeed(std::string_view head, const ReadHint& hint);
void ReadFeed(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_FEED_H_
