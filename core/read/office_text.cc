#include "read/office_text.h"

#include <algorithm>

#include "base/strings.h"
#include "read/page_lines.h"

namespace crosscheck {
namespace {

constexpr size_t kSentenceBytes = 60;  // of a cell that holds running text

bool IsRunningText(const std::vector<WrittenParagraph>& cell) {
  return std::any_of(cell.begin(), cell.end(), [](const WrittenParagraph& paragraph) {
    return paragraph.role.has_value() || (paragraph.text.size() >= kSentenceBytes && EndsSentence(paragraph.text));
  });
}

}  // namespace

std::optional<SegmentRole> RoleOfStyle(std::string_view name) {
  std::string key;
  for (const char c : AsciiLower(name)) {
    if (c >= 'a' && c <= 'z') key += c;
  }
  if (key == "title") return SegmentRole::kHeadline;
  if (key == "subtitle") return SegmentRole::kStandfirst;
  if (key.starts_with("heading") && key != "headings") return SegmentRole::kSubhead;
  if (key == "caption" || key == "figure" || key == "illustration") return SegmentRole::kCaption;
  if (key == "header" || key == "footer") return SegmentRole::kNav;
  return std::nullopt;
}

void OfficeText::BeginParagraph() {
  if (run_on_ && open_.empty() && !done_.empty() && rows_open_ == 0 && notes_.empty()) {
    open_.push_back(std::move(done_.back()));
    done_.pop_back();
  } else {
    open_.push_back({});
  }
  run_on_ = false;
}

void OfficeText::SetRole(std::optional<SegmentRole> role) {
  if (!open_.empty() && role) open_.back().role = role;
}

void OfficeText::Add(std::string_view text) {
  if (open_.empty()) return;
  open_.back().text += text;
}

void OfficeText::EndParagraph() {
  if (open_.empty()) return;
  WrittenParagraph paragraph = std::move(open_.back());
  open_.pop_back();
  if (!notes_.empty()) paragraph.role = notes_.back();
  Put(std::move(paragraph));
}

void OfficeText::Put(WrittenParagraph paragraph) {
  if (!notes_.empty()) {
    if (!Trim(paragraph.text).empty()) after_.push_back(std::move(paragraph));
  } else if (rows_open_ > 0 && !row_.empty()) {
    if (!Trim(paragraph.text).empty()) row_.back().push_back(std::move(paragraph));
  } else if (!Trim(paragraph.text).empty() || run_on_) {
    done_.push_back(std::move(paragraph));
  }
}

void OfficeText::BeginCell() {
  if (rows_open_ == 1) row_.emplace_back();
}

void OfficeText::EndRow() {
  if (rows_open_ > 0) --rows_open_;
  if (rows_open_ == 0) FlushRow();
}

void OfficeText::FlushRow() {
  if (std::any_of(row_.begin(), row_.end(), IsRunningText)) {
    for (std::vector<WrittenParagraph>& cell : row_) std::move(cell.begin(), cell.end(), std::back_inserter(done_));
  } else {
    WrittenParagraph line{"", kTableRole};
    for (const std::vector<WrittenParagraph>& cell : row_) {
      std::string text;
      for (const WrittenParagraph& paragraph : cell) {
        StrAppend(&text, text.empty() ? "" : " ", CollapseSpace(paragraph.text));
      }
      if (!text.empty()) StrAppend(&line.text, line.text.empty() ? "" : " | ", text);
    }
    if (!line.text.empty()) done_.push_back(std::move(line));
  }
  row_.clear();
}

void OfficeText::EndNote() {
  if (!notes_.empty()) notes_.pop_back();
}

std::vector<WrittenParagraph> OfficeText::Take() {
  while (!open_.empty()) EndParagraph();
  rows_open_ = 0;
  FlushRow();
  const auto is = [](SegmentRole role) { return [role](const WrittenParagraph& p) { return p.role == role; }; };
  const bool titled = std::any_of(done_.begin(), done_.end(), is(SegmentRole::kHeadline));
  const auto heading = std::find_if(done_.begin(), done_.end(), is(SegmentRole::kSubhead));
  const auto sentence = std::find_if(done_.begin(), done_.end(), [](const WrittenParagraph& p) {
    return !p.role && p.text.size() >= kSentenceBytes && EndsSentence(p.text);
  });
  if (!titled && heading < sentence) heading->role = SegmentRole::kHeadline;
  std::move(after_.begin(), after_.end(), std::back_inserter(done_));
  return std::move(done_);
}

}  // namespace crosscheck
