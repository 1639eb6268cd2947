// Speakers told by a colon or a dash: `Roe: "It is late."`, `From Mayor Roe:` above a quotation, "Bridge is safe - mayor".
#ifndef CROSSCHECK_EXTRACT_STATEMENTS_LABELS_H_
#define CROSSCHECK_EXTRACT_STATEMENTS_LABELS_H_

#include "extract/grammar.h"
#include "extract/names/names.h"

namespace crosscheck {

struct Labelled {
  TokenRange speaker;
  TokenRange mark;  // the colon or dash
  TokenRange content;

  bool empty() const { return speaker.empty() || content.empty(); }
};

// The label that opens tokens `line`, its colon and the quotation behind it, which may open the next paragraph; in a headline
// (`title`) also words without marks.
Labelled FindLabel(const Grammar& grammar, TokenRange line, bool title);

// The clipped forms of headlines: "Bridge will open: mayor", "Bridge is safe - mayor", "'Bridge is safe': Mayor hits back".
Labelled FindHeadlineSpeaker(const Grammar& grammar, const NameTable& names, TokenRange line, bool title);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_STATEMENTS_LABELS_H_
