#include "report/marked_text.h"

#include <algorithm>
#include <tuple>

#include "base/json.h"
#include "report/display.h"

namespace crosscheck {
namespace {

bool IsStory(SegmentRole role) {
  switch (role) {
    case SegmentRole::kNav:
    case SegmentRole::kTeaser:
    case SegmentRole::kComment:
    case SegmentRole::kDisclaimer:
      return false;
    default:
      return true;
  }
}

bool Differs(const Claim& claim) {
  return std::any_of(claim.groups.begin(), claim.groups.end(), [](const Group* group) {
    return group->relation != Relation::kAgree && group->relation != Relation::kCompatible;
  });
}

// One place to mark. `anchored`: the place itself, not a later mention.
struct Mark {
  Span span;
  const Claim* claim = nullptr;
  bool anchored = false;
};

std::vector<Mark> MarksOf(const std::vector<Claim>& claims, size_t first, size_t last, uint32_t text_size) {
  std::vector<Mark> marks;
  const auto add = [&](Span span, const Claim& claim, bool anchored) {
    if (span.end <= text_size && !span.empty()) marks.push_back({span, &claim, anchored});
  };
  for (size_t i = first; i < last; ++i) {
    const Claim& claim = claims[i];
    add(claim.span, claim, true);
    if (claim.kind != "name") continue;  // a repeated figure is a claim itself
    for (const Span span : claim.also) add(span, claim, false);
  }
  // The wider first, so that of two over one piece the narrower is on top.
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::tuple(a.span.start, ~a.span.end) < std::tuple(b.span.start, ~b.span.end);
  });
  return marks;
}

// Writes pieces of text between the ends of marks; each piece lies inside or outside of a mark as a whole.
class Marker {
 public:
  Marker(std::string_view text, std::vector<Mark> marks, std::string_view prefix, bool anchors, Out& out)
      : text_(text), marks_(std::move(marks)), prefix_(prefix), anchors_(anchors), out_(out) {
    for (const Mark& mark : marks_) {
      ends_.push_back(mark.span.start);
      ends_.push_back(mark.span.end);
    }
    std::sort(ends_.begin(), ends_.end());
    ends_.erase(std::unique(ends_.begin(), ends_.end()), ends_.end());
  }

  // Spans come in text order.
  void Write(Span span) {
    uint32_t at = span.start;
    while (at < span.end) {
      while (next_end_ < ends_.size() && ends_[next_end_] <= at) ++next_end_;
      const uint32_t end = next_end_ < ends_.size() ? std::min(span.end, ends_[next_end_]) : span.end;
      WritePiece({at, end});
      at = end;
    }
  }

 private:
  void WritePiece(Span piece) {
    while (next_mark_ < marks_.size() && marks_[next_mark_].span.start <= piece.start) active_.push_back(&marks_[next_mark_++]);
    std::erase_if(active_, [&](const Mark* mark) { return mark->span.end <= piece.start; });
    Mark* value = nullptr;   // what is told over the piece, in the fewest words
    Mark* saying = nullptr;  // the innermost statement
    std::string anchors;
    for (Mark* mark : active_) {
      (mark->claim->kind == "statement" ? saying : value) = mark;
      if (!anchors_ || !mark->anchored) continue;
      // A place may be that of several claims (a name and its title): each has its anchor.
      StrAppend(&anchors, "<span id=\"t", prefix_, EscapeHtml(mark->claim->id), "\"></span>");
      mark->anchored = false;
    }
    out_.Add(anchors);
    if (saying != nullptr) out_.Add("<span class=\"st\" data-s=\"", prefix_, EscapeHtml(saying->claim->id), "\">");
    if (value != nullptr) {
      const Claim& claim = *value->claim;
      out_.Add("<a class=\"m k-", claim.kind, Differs(claim) ? " differs" : "", "\" href=\"#c", prefix_,
               EscapeHtml(claim.same_as.empty() ? claim.id : claim.same_as), "\">", EscapeHtml(piece.In(text_)), "</a>");
    } else {
      out_.Add(EscapeHtml(piece.In(text_)));
    }
    if (saying != nullptr) out_.Add("</span>");
  }

  std::string_view text_;
  std::vector<Mark> marks_;
  std::string_view prefix_;
  bool anchors_;
  Out& out_;
  std::vector<uint32_t> ends_;
  std::vector<Mark*> active_;
  size_t next_end_ = 0;
  size_t next_mark_ = 0;
};

}  // namespace

std::vector<Paragraph> ParagraphsOf(const Document& document) {
  struct Block {
    Span span;
    SegmentRole role;
  };
  std::vector<Block> blocks;
  for (const Story& story : document.stories) {
    for (const Segment& segment : story.segments) blocks.push_back({segment.span, segment.role});
  }
  std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.span.start < b.span.start; });
  std::vector<Paragraph> paragraphs;
  const auto size = static_cast<uint32_t>(document.text.size());
  uint32_t at = 0;
  uint32_t number = 0;
  const auto add_rest = [&](uint32_t until) {
    if (!Trim(std::string_view(document.text).substr(at, until - at)).empty()) paragraphs.push_back({{at, until}, "nav", 0});
  };
  for (const Block& block : blocks) {
    const Span span{std::max(block.span.start, at), std::min(block.span.end, size)};
    if (span.empty()) continue;
    add_rest(span.start);
    // A block of plain text may hold several lines, each a paragraph to its reader.
    for (uint32_t line = span.start; line < span.end;) {
      const auto end = static_cast<uint32_t>(std::min<size_t>(document.text.find('\n', line), span.end - 1) + 1);
      const bool empty = Trim(std::string_view(document.text).substr(line, end - line)).empty();
      if (!empty) paragraphs.push_back({{line, end}, JsonName(block.role), IsStory(block.role) ? ++number : 0});
      line = end;
    }
    at = span.end;
  }
  if (at < size) add_rest(size);
  return paragraphs;
}

uint32_t ParagraphAt(const std::vector<Paragraph>& paragraphs, uint32_t byte) {
  const auto after = std::upper_bound(paragraphs.begin(), paragraphs.end(), byte,
                                      [](uint32_t at, const Paragraph& paragraph) { return at < paragraph.span.start; });
  return after == paragraphs.begin() ? 0 : (after - 1)->number;
}

void WriteMarkedText(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Claim>& claims,
                     std::string_view prefix, Out& out) {
  const auto size = static_cast<uint32_t>(document.text.size());
  Marker marker(document.text, MarksOf(claims, 0, claims.size(), size), prefix, true, out);
  for (const Paragraph& paragraph : paragraphs) {
    out.Add("<p class=\"", paragraph.role, "\"", paragraph.number == 0 ? "" : StrCat(" data-p=\"", paragraph.number, "\""), ">");
    marker.Write(paragraph.span);
    out.Add("</p>\n");
  }
}

void WriteMarkedSentence(const Document& document, const std::vector<Claim>& claims, const Card& card, std::string_view prefix, Out& out) {
  const auto size = static_cast<uint32_t>(document.text.size());
  if (card.sentence.end > size) return;
  Marker marker(document.text, MarksOf(claims, card.first, card.last, size), prefix, false, out);
  marker.Write(card.sentence);
}

}  // namespace crosscheck
