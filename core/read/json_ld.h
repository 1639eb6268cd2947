// What a page says of itself in JSON-LD (schema.org).
#ifndef CROSSCHECK_READ_JSON_LD_H_
#define CROSSCHECK_READ_JSON_LD_H_

#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// Of the page's article; a field of a plain web page stands in only where the
// article has none.
struct JsonLd {
  std::string headline, published, modified, created, publisher, url, body, based_on, page_published;
  std::vector<std::string> authors;        // of type Person, or without a type
  std::vector<std::string> organizations;  // authors and sources that are bodies
  bool has_article = false;
};

// Blocks that are no JSON are left alone.
JsonLd ReadJsonLd(const std::vector<std::string_view>& blocks);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_JSON_LD_H_
