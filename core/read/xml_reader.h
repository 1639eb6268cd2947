// Walks an XML text by libxml2's pull reader: starts, ends and characters, names without their prefixes.
//
//   for (XmlReader xml(text); xml.Next();) { if (xml.Starts("p")) ... }
//
// Broken XML is read as far as it goes. Depth is bounded, entities are not fetched.
#ifndef CROSSCHECK_READ_XML_READER_H_
#define CROSSCHECK_READ_XML_READER_H_

#include <libxml/xmlreader.h>

#include <memory>
#include <string>
#include <string_view>

namespace crosscheck {

class XmlReader {
 public:
  enum class Event { kStart, kEnd, kText };

  // `text`: UTF-8, whatever it declares; must outlive this.
  explicit XmlReader(std::string_view text);

  // False at the end and where nothing more can be read. An element without content starts and ends.
  bool Next();
  // Did the text end before its elements were closed, or is it no XML?
  bool broken() const { return broken_; }

  Event event() const { return event_; }
  bool Starts(std::string_view name) const { return event_ == Event::kStart && name_ == name; }
  bool Ends(std::string_view name) const { return event_ == Event::kEnd && name_ == name; }
  std::string_view name() const { return name_; }  // of the element; valid until the next call
  std::string_view text() const { return text_; }  // of characters
  int depth() const { return depth_; }             // of the element, the root's is 0
  // Of the element that starts, by its name without prefix; empty: none.
  std::string Attribute(std::string_view name) const;

 private:
  std::unique_ptr<xmlTextReader, void (*)(xmlTextReaderPtr)> reader_;
  Event event_ = Event::kEnd;
  std::string_view name_;
  std::string_view text_;
  int depth_ = 0;
  bool end_due_ = false;  // of an element without content
  bool broken_ = false;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_XML_READER_H_
