#include "read/libxml.h"

#include <libxml/parser.h>

namespace crosscheck {

void SetUpLibxml() {
  [[maybe_unused]] static const bool done = [] {
    xmlInitParser();
    return true;
  }();
}

}  // namespace crosscheck
