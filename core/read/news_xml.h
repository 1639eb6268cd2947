// The news agencies' own formats: NITF, NewsML-G2 (one item or a message of many) and the text inside them. Headline, byline, day,
// outlet and paragraphs are read from where these formats put them; embargo, version and rights are no text.
#ifndef CROSSCHECK_READ_NEWS_XML_H_
#define CROSSCHECK_READ_NEWS_XML_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesNewsXml(std::string_view head, const ReadHint& hint);
void ReadNewsXml(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_NEWS_XML_H_
