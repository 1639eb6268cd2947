// What a page says of itself: title, date, authors, outlet, address, agency.
// Each value with the places it was found in.
#ifndef CROSSCHECK_READ_PAGE_METADATA_H_
#define CROSSCHECK_READ_PAGE_METADATA_H_

#include <string_view>
#include <vector>

#include "crosscheck/document.h"
#include "crosscheck/options.h"
#include "read/html_blocks.h"
#include "read/json_ld.h"
#include "read/main_text.h"
#include "rulebook/page_rules.h"

namespace crosscheck {

// What the metadata call the headline, best first.
std::vector<std::string_view> MetadataTitles(const ParsedPage& page, const JsonLd& json_ld);

// Sets title, outlet, authors, published, url, credit and evidence. The order
// of places is that of measured rightness: JSON-LD before <meta>, that before
// what can be seen; a date of change is never the date of publication.
// `hint.published` stands in where the page has no date.
void ReadMetadata(const ParsedPage& page, const JsonLd& json_ld, const MainText& main, const ReadHint& hint, const PageRules& rules,
                  Document* document);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_PAGE_METADATA_H_
