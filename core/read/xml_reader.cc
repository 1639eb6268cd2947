#include "read/xml_reader.h"

#include <limits>

#include "read/libxml.h"

namespace crosscheck {
namespace {

constexpr int kMaxDepth = 512;

std::string_view View(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

xmlTextReaderPtr Open(std::string_view text) {
  SetUpLibxml();
  if (text.size() > static_cast<size_t>(std::numeric_limits<int>::max())) return nullptr;
  return xmlReaderForMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                            XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE);
}

}  // namespace

XmlReader::XmlReader(std::string_view text) : reader_(Open(text), xmlFreeTextReader) { broken_ = reader_ == nullptr; }

bool XmlReader::Next() {
  if (reader_ == nullptr || broken_) return false;
  if (end_due_) {
    end_due_ = false;
    event_ = Event::kEnd;
    return true;
  }
  for (int state = 0; (state = xmlTextReaderRead(reader_.get())) != 0;) {
    depth_ = xmlTextReaderDepth(reader_.get());
    broken_ = state != 1 || depth_ > kMaxDepth;
    if (broken_) return false;
    const int type = xmlTextReaderNodeType(reader_.get());
    if (type == XML_READER_TYPE_ELEMENT) {
      event_ = Event::kStart;
      name_ = View(xmlTextReaderConstLocalName(reader_.get()));
      end_due_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
      return true;
    }
    if (type == XML_READER_TYPE_END_ELEMENT) {
      event_ = Event::kEnd;
      name_ = View(xmlTextReaderConstLocalName(reader_.get()));
      return true;
    }
    if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
      event_ = Event::kText;
      text_ = View(xmlTextReaderConstValue(reader_.get()));
      return true;
    }
  }
  return false;
}

std::string XmlReader::Attribute(std::string_view name) const {
  std::string value;
  for (int found = xmlTextReaderMoveToFirstAttribute(reader_.get()); found == 1;
       found = xmlTextReaderMoveToNextAttribute(reader_.get())) {
    if (View(xmlTextReaderConstLocalName(reader_.get())) != name) continue;
    value = View(xmlTextReaderConstValue(reader_.get()));
    break;
  }
  xmlTextReaderMoveToElement(reader_.get());
  return value;
}

}  // namespace crosscheck
