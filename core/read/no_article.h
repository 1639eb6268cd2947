// What people hand in that is no article: compressed or binary files, lists of addresses, sitemaps, the program's own
// outputs. Each is recognised by its first bytes and told by name, with what to do.
#ifndef CROSSCHECK_READ_NO_ARTICLE_H_
#define CROSSCHECK_READ_NO_ARTICLE_H_

#include <string>
#include <string_view>

#include "crosscheck/document.h"
#include "read/format.h"

namespace crosscheck {

// By its signature: compressed in a way that is not read, a picture, sound, a database ...
bool MatchesForeign(std::string_view head, const ReadHint& hint);
void RefuseForeign(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

// Bytes that are no text in any charset.
bool MatchesBinary(std::string_view head, const ReadHint& hint);
void RefuseBinary(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

// Nothing but addresses, one a line, or a saved link to one.
bool MatchesAddresses(std::string_view head, const ReadHint& hint);
void RefuseAddresses(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

// A list of a site's pages, or its rules for crawlers.
bool MatchesSiteList(std::string_view head, const ReadHint& hint);
void RefuseSiteList(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

// A sheet, a state, records or findings that this program wrote: left out where they lie beside the articles.
bool MatchesOwnOutput(std::string_view head, const ReadHint& hint);
void SkipOwnOutput(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

// "https://..." on a command line, where a path belongs.
bool IsAddress(std::string_view input);
constexpr std::string_view kAddressesAreNotFetched =
    "addresses are not fetched: open the page in a browser, save it, and give the saved file";

// Has the text a letter or digit to read?
bool HasWords(std::string_view text);
// The document goes on where it has words or is a page of which only the title or day is known (see ReadHtml); else it is refused.
void GiveIfAnyWords(Document document, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_NO_ARTICLE_H_
