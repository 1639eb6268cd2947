// What a figure counts: the head noun with its class, its modifiers, and sums told as parts ("two men and a woman").
#ifndef CROSSCHECK_EXTRACT_CONTEXT_HEADS_H_
#define CROSSCHECK_EXTRACT_CONTEXT_HEADS_H_

#include <vector>

#include "base/interval.h"
#include "extract/context/predicates.h"
#include "extract/context/syntax.h"

namespace crosscheck {

struct Counted {
  LemmaId head = 0;
  HeadClassId head_class = 0;
  bool sure = false;               // the text says that it is what is counted; else it only stands there
  std::vector<LemmaId> modifiers;
  std::string words;               // as they stand: "police officers"
  uint32_t end = 0;                // one past the last token of the phrase; the figure's own end where nothing follows it
  uint32_t token = ClauseReader::kNone;  // of the head
};

// What stands beside the number: "12 houses", "a $12m contract", "a debt of €6,000", "6 metres of water", "magnitude 6.4".
Counted CountedBy(ClauseReader& reader, const Syntax& syntax, const Figure& figure, uint32_t first, uint32_t last);
// Where nothing stands beside it, what its clause tells it of: "profit fell to 3m", "put the number of dead at 34".
Counted ToldOf(ClauseReader& reader, const Syntax& syntax, const Figure& figure, const NumberPhrase& phrase, const Predicate& predicate);

// A number told as its parts: "two men and a woman", "four adults and two juveniles".
struct SumOfParts {
  std::vector<uint32_t> parts;  // indices of figures, two or more or one with a single ("and a woman")
  Span span;
  Interval value;
};

// `places` and `counted` go with `figures`: the tokens of each (first, last; kNone where it has none) and what it counts.
struct FigurePlace {
  uint32_t first = ClauseReader::kNone;
  uint32_t last = ClauseReader::kNone;
};
std::vector<SumOfParts> FindSums(const ClauseReader& reader, const std::vector<Figure>& figures,
                                 const std::vector<FigurePlace>& places, const std::vector<Counted>& counted);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_HEADS_H_
