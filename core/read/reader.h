// What the readers of all formats share. The entries of this stage are
// ReadDocument and ReadAll of crosscheck.h, for bytes, and bundle.h, for the
// inputs of a command line. Formats, charsets, pages, stories, metadata; no
// news grammar.
#ifndef CROSSCHECK_READ_READER_H_
#define CROSSCHECK_READ_READER_H_

#include <string_view>

#include "crosscheck/document.h"
#include "crosscheck/options.h"
#include "rulebook/page_rules.h"

namespace crosscheck {

// The last part of a path or address: the id of a document that has none of its
// own.
std::string_view BaseName(std::string_view uri);

// A document without text: id, uri, url and the date for pages that carry none.
Document NewDocument(const ReadHint& hint);
// The page rules in force.
const PageRules& PageRulesOf(const ReadHint& hint);
// Tells in `errors` of characters that could not be decoded.
void NoteDecoding(std::string_view charset, size_t replaced, Document* document);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_READER_H_
