#include "report/marked_text.h"

#include <algorithm>

#include "base/json.h"
#include "report/display.h"

namespace crosscheck {
namespace {

// Blocks of all stories in text order, with the text between them: (span, role's name).
struct Block {
  Span span;
  std::string_view role;
};

std::vector<Block> BlocksOf(const Document& document) {
  std::vector<Block> blocks;
  for (const Story& story : document.stories) {
    for (const Segment& segment : story.segments) blocks.push_back({segment.span, JsonName(segment.role)});
  }
  std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.span.start < b.span.start; });
  std::vector<Block> all;
  const auto size = static_cast<uint32_t>(document.text.size());
  uint32_t at = 0;
  for (Block block : blocks) {
    block.span = {std::max(block.span.start, at), std::min(block.span.end, size)};
    if (block.span.empty()) continue;
    if (!Trim(std::string_view(document.text).substr(at, block.span.start - at)).empty())
      all.push_back({{at, block.span.start}, "nav"});
    all.push_back(block);
    at = block.span.end;
  }
  if (at < size && !Trim(std::string_view(document.text).substr(at)).empty()) all.push_back({{at, size}, "nav"});
  return all;
}

bool Differs(const Claim& claim) {
  return std::any_of(claim.groups.begin(), claim.groups.end(), [](const Group* group) {
    return group->relation != Relation::kAgree && group->relation != Relation::kCompatible;
  });
}

// Writes pieces of text between the ends of claims; each piece lies inside or outside of a claim as a whole.
class Marker {
 public:
  Marker(std::string_view text, const std::vector<Claim>& claims, std::string_view prefix, Out& out)
      : text_(text), claims_(claims), prefix_(prefix), out_(out), anchored_(claims.size()) {
    for (const Claim& claim : claims) {
      if (claim.span.end > text.size()) continue;
      ends_.push_back(claim.span.start);
      ends_.push_back(claim.span.end);
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
    while (next_claim_ < claims_.size() && claims_[next_claim_].span.start <= piece.start) active_.push_back(next_claim_++);
    std::erase_if(active_, [&](size_t i) { return claims_[i].span.end <= piece.start; });
    const size_t* value = nullptr;   // the figure or date over the piece
    const size_t* saying = nullptr;  // the innermost statement
    for (const size_t& i : active_) (claims_[i].kind == "statement" ? saying : value) = &i;
    if (saying != nullptr) out_.Add("<span class=\"st\"", AnchorOf(*saying), ">");
    if (value != nullptr) {
      const Claim& claim = claims_[*value];
      out_.Add("<a class=\"m k-", claim.kind, Differs(claim) ? " differs" : "", "\"", AnchorOf(*value), " href=\"#c", prefix_,
               EscapeHtml(claim.id), "\">", EscapeHtml(piece.In(text_)), "</a>");
    } else {
      out_.Add(EscapeHtml(piece.In(text_)));
    }
    if (saying != nullptr) out_.Add("</span>");
  }

  std::string AnchorOf(size_t claim) {
    if (anchored_[claim]) return "";
    anchored_[claim] = true;
    return StrCat(" id=\"t", prefix_, EscapeHtml(claims_[claim].id), "\"");
  }

  std::string_view text_;
  const std::vector<Claim>& claims_;
  std::string_view prefix_;
  Out& out_;
  std::vector<uint32_t> ends_;
  std::vector<bool> anchored_;
  std::vector<size_t> active_;
  size_t next_end_ = 0;
  size_t next_claim_ = 0;
};

}  // namespace

void WriteMarkedText(const Record& record, const std::vector<Claim>& claims, std::string_view prefix, Out& out) {
  const Document& document = record.document;
  Marker marker(document.text, claims, prefix, out);
  for (const Block& block : BlocksOf(document)) {
    out.Add("<p class=\"", block.role, "\">");
    marker.Write(block.span);
    out.Add("</p>\n");
  }
}

}  // namespace crosscheck
