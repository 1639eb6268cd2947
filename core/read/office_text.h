// What the readers of office files share: paragraphs that may stand inside others (footnotes, text boxes), tables, styles.
#ifndef CROSSCHECK_READ_OFFICE_TEXT_H_
#define CROSSCHECK_READ_OFFICE_TEXT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/manuscript.h"

namespace crosscheck {

// Tables and footnotes stand beside the story as captions do: read, but nothing in them is a claim of its own.
constexpr SegmentRole kTableRole = SegmentRole::kCaption;
constexpr SegmentRole kFootnoteRole = SegmentRole::kCaption;

// What a paragraph style means by its name: "Title", "heading 2", "Heading_20_2", "caption". None: nothing of its own.
std::optional<SegmentRole> RoleOfStyle(std::string_view name);

// Takes text as it comes and puts paragraphs where they belong: those of a table's row become one line, unless they are
// sentences (a table that only lays out the page); footnotes and comments stand after all others.
class OfficeText {
 public:
  // A paragraph inside another one begins after what is there so far and gives way to it at its end.
  void BeginParagraph();
  void SetRole(std::optional<SegmentRole> role);  // of the innermost paragraph
  void Add(std::string_view text);
  void EndParagraph();
  // The next paragraph goes on in this one: its end mark was deleted.
  void RunOn() { run_on_ = true; }

  void BeginRow() { ++rows_open_; }
  void BeginCell();
  void EndRow();

  // Until the end paragraphs are of this role and kept for the end of the text.
  void BeginNote(SegmentRole role) { notes_.push_back(role); }
  void EndNote();

  // The first heading is the headline where no title is.
  std::vector<WrittenParagraph> Take();

 private:
  void Put(WrittenParagraph paragraph);
  void FlushRow();

  std::vector<WrittenParagraph> open_;
  std::vector<WrittenParagraph> done_;
  std::vector<WrittenParagraph> after_;  // notes
  std::vector<std::vector<WrittenParagraph>> row_;  // cells of the outermost row
  std::vector<SegmentRole> notes_;
  int rows_open_ = 0;
  bool run_on_ = false;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_OFFICE_TEXT_H_
