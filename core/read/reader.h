// Entry of the reading stage for one page. Formats, charsets, pages, stories, metadata; no news grammar.
#ifndef CROSSCHECK_READ_READER_H_
#define CROSSCHECK_READ_READER_H_

#include <string_view>
#include <vector>

#include "crosscheck/document.h"
#include "crosscheck/options.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

// The last part of a path or address: the id of a document that has none of its own.
std::string_view BaseName(std::string_view uri);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_READER_H_
