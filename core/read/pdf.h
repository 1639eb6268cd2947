// PDF files, through the program `pdftotext` of poppler where it is installed: a separate process, started without a shell. Without
// it, and where a PDF has no text (scanned pages), the file is refused by name.
#ifndef CROSSCHECK_READ_PDF_H_
#define CROSSCHECK_READ_PDF_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesPdf(std::string_view head, const ReadHint& hint);
void ReadPdf(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_PDF_H_
