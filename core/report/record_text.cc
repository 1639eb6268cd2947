#include "report/record_text.h"

#include "base/json.h"
#include "base/languages.h"
#include "report/display.h"
#include "report/sheet_index.h"
#include "report/value_text.h"

namespace crosscheck {
namespace {

std::string At(const Places& places, Span span) {
  const Place place = places.Of(span.start);
  return StrCat(place.line, ":", place.column);
}

void WriteHead(const Document& d, Out& out) {
  out.Add(OneLine(NameOf(d)), "\n");
  if (!d.title.empty()) out.Add("  title      ", OneLine(d.title), "\n");
  if (!d.outlet.empty()) out.Add("  outlet     ", OneLine(d.outlet), "\n");
  if (!d.authors.empty()) out.Add("  authors    ", OneLine(Join(d.authors, ", ")), "\n");
  if (d.published) out.Add("  published  ", DaysText(d.published->days), " (", OneLine(d.published->evidence), ")\n");
  if (!d.credit.empty()) out.Add("  credit     ", OneLine(Join(d.credit, ", ")), "\n");
  if (d.language != kCheckedLanguage) out.Add("  not checked  ", UncheckedReason(d.language), "\n");
  for (const std::string& error : d.errors) out.Add("  problem    ", OneLine(error), "\n");
}

}  // namespace

void WriteRecordText(const Record& record, Out& out) {
  const Document& document = record.document;
  const Places places(document);
  WriteHead(document, out);
  for (const Statement& s : record.statements) {
    if (s.content.empty()) continue;
    std::string content;
    for (const Span span : s.content) StrAppend(&content, content.empty() ? "" : " … ", span.In(document.text));
    out.Add("  ", At(places, s.content.front()), "  ", JsonName(s.kind), " ", JsonName(s.polarity), "  ",
            s.sources.empty() ? "(nobody named)" : OneLine(ChainOf(s)), ": ", OneLine(content), "\n");
  }
  for (const Figure& f : record.figures) {
    out.Add("  ", At(places, f.span), "  ", JsonName(f.kind), "  ", FigureText(f),
            f.counted ? StrCat("  ", OneLine(f.counted->text)) : "", "\n");
  }
  for (const Timex& t : record.dates) {
    out.Add("  ", At(places, t.span), "  ", AsciiLower(JsonName(t.type)), "  ", OneLine(t.span.In(document.text)), "  ",
            TimexText(t), "\n");
  }
  for (const Name& n : record.names) {
    out.Add("  ", n.mentions.empty() ? "" : At(places, n.mentions.front()), "  ", JsonName(n.kind), "  ", OneLine(n.name),
            n.role.empty() ? "" : StrCat(", ", OneLine(n.role)), "\n");
  }
  out.Add("\n");
}

}  // namespace crosscheck
