// Pages as `pdftotext -bbox-layout` gives them (blocks, lines and words with their places) made into paragraphs: columns one after
// the other, page headers and numbers left out, words parted at line ends mended, paragraphs parted by indents, gaps and short lines.
#ifndef CROSSCHECK_READ_PDF_LAYOUT_H_
#define CROSSCHECK_READ_PDF_LAYOUT_H_

#include <string_view>

#include "read/manuscript.h"

namespace crosscheck {

Manuscript ReadPdfLayout(std::string_view layout);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_PDF_LAYOUT_H_
