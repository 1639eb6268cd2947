// Pieces of text that may hold markup: titles, names and texts of records and feeds.
#ifndef CROSSCHECK_READ_HTML_TEXT_H_
#define CROSSCHECK_READ_HTML_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

// The character that a reference by number means: 0x80 to 0x9F are those of windows-1252, as in all browsers; 0 where it means none.
char32_t MeantByNumber(uint32_t number);

// "&amp;", "&#8217;" and the like become the characters they mean; what is no reference stays.
std::string DecodeReferences(std::string_view text);

// One line of plain text: tags dropped, references decoded (twice where escaped twice), white space collapsed.
std::string PlainLine(std::string_view text);

// Holds the text tags of HTML? `blocks_only`: those that make paragraphs (<p>, <br>, <div>, ...), not links or bold words.
bool HasMarkup(std::string_view text, bool blocks_only);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_HTML_TEXT_H_
