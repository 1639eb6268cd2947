// How it works: lines are read with their boxes; those in the margins whose words (numbers apart) come again on other pages, or
// that are nothing but a number, and what stands at the very edge of the paper are page headers; the lines left are put together in the order poppler gives, column after
// column. Large letters over the text are its headline, elsewhere crossheads.
#include "read/pdf_layout.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/page_lines.h"
#include "read/xml_reader.h"

namespace crosscheck {
namespace {

constexpr double kMargin = 0.1;      // of a page's height: where headers and numbers stand
constexpr double kEdge = 0.045;      // of a page's height: where browsers print the day, the title and the address
constexpr double kLarge = 1.35;      // times the usual height of letters: a heading
constexpr double kWide = 0.6;        // of the text's width: a block over several columns
constexpr double kColumn = 0.15;     // of the text's width: the least of a column
constexpr double kGap = 0.7;         // of a line's height between two lines: a new paragraph
constexpr double kIndent = 0.6;      // of a line's height
constexpr double kShort = 0.85;      // of a block's width: a line that ends before that ends its paragraph
constexpr size_t kMaxHyphenTail = 30;
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double height() const { return bottom - top; }
};

struct PdfLine {
  std::string text;
  Box box;
  uint32_t page = 0;
  uint32_t block = 0;
  double page_height = 0;
  double block_left = 0, block_right = 0;
};

Box BoxOf(const XmlReader& xml) {
  const auto number = [&](std::string_view name) { return std::strtod(xml.Attribute(name).c_str(), nullptr); };
  return {number("xMin"), number("yMin"), number("xMax"), number("yMax")};
}

std::vector<PdfLine> ReadLines(std::string_view layout) {
  std::vector<PdfLine> lines;
  uint32_t page = 0;
  uint32_t block = 0;
  double page_height = 0;
  Box block_box;
  bool in_word = false;
  for (XmlReader xml(layout); xml.Next();) {
    if (xml.Starts("page")) {
      ++page;
      page_height = std::strtod(xml.Attribute("height").c_str(), nullptr);
    } else if (xml.Starts("block")) {
      ++block;
      block_box = BoxOf(xml);
    } else if (xml.Starts("line")) {
      lines.push_back({"", BoxOf(xml), page, block, page_height, block_box.left, block_box.right});
    } else if (xml.Starts("word")) {
      in_word = true;
      if (!lines.empty() && !lines.back().text.empty()) lines.back().text += ' ';
    } else if (xml.Ends("word")) {
      in_word = false;
    } else if (xml.event() == XmlReader::Event::kText && in_word && !lines.empty()) {
      lines.back().text += xml.text();
    }
  }
  std::erase_if(lines, [](const PdfLine& line) { return Trim(line.text).empty(); });
  return lines;
}

bool IsWithin(double edge, const PdfLine& line) {
  return line.box.bottom < edge * line.page_height || line.box.top > (1 - edge) * line.page_height;
}
bool InMargin(const PdfLine& line) { return IsWithin(kMargin, line); }

// A header's words: the same on each page but for its number.
std::string HeaderKey(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if ((c < '0' || c > '9') && c != ' ') key += c;
  }
  return key;
}

bool IsNumberOnly(std::string_view text) {
  return text.size() <= 12 && text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_not_of("0123456789 -/|.[]()") == std::string_view::npos;
}

void DropHeaders(std::vector<PdfLine>* lines) {
  StringMap<std::vector<uint32_t>> pages;  // of each header's words
  for (const PdfLine& line : *lines) {
    if (!InMargin(line)) continue;
    std::vector<uint32_t>& on = pages[HeaderKey(line.text)];
    if (on.empty() || on.back() != line.page) on.push_back(line.page);
  }
  std::erase_if(*lines, [&](const PdfLine& line) {
    if (IsWithin(kEdge, line) && !EndsSentence(line.text)) return true;
    return InMargin(line) && (IsNumberOnly(line.text) || pages[HeaderKey(line.text)].size() > 1);
  });
}

struct Block {
  size_t first = 0, last = 0;  // of the lines
  Box box;
};

std::vector<Block> BlocksOf(const std::vector<PdfLine>& lines) {
  std::vector<Block> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || lines[i].block != lines[i - 1].block) blocks.push_back({i, i, lines[i].box});
    Block& block = blocks.back();
    block.last = i + 1;
    block.box.left = std::min(block.box.left, lines[i].box.left);
    block.box.right = std::max(block.box.right, lines[i].box.right);
    block.box.bottom = std::max(block.box.bottom, lines[i].box.bottom);
  }
  return blocks;
}

// Blocks of one band, the gutters between them: column after column. As they are where they stand in one column only, or where a
// column is too narrow to be one (bullets, numbers).
void OrderBand(double width, std::vector<Block>::iterator first, std::vector<Block>::iterator last) {
  std::vector<Block*> by_left;
  for (auto block = first; block != last; ++block) by_left.push_back(&*block);
  std::sort(by_left.begin(), by_left.end(), [](const Block* x, const Block* y) { return x->box.left < y->box.left; });
  std::vector<std::pair<double, double>> columns;
  for (const Block* block : by_left) {
    if (columns.empty() || block->box.left >= columns.back().second) columns.emplace_back(block->box.left, block->box.right);
    columns.back().second = std::max(columns.back().second, block->box.right);
  }
  const bool narrow = std::any_of(columns.begin(), columns.end(), [&](const auto& c) { return c.second - c.first < kColumn * width; });
  if (columns.size() < 2 || narrow) return;
  const auto column_of = [&](const Block& block) {
    return std::upper_bound(columns.begin(), columns.end(), block.box.left, [](double x, const auto& c) { return x < c.first; });
  };
  std::stable_sort(first, last, [&](const Block& x, const Block& y) {
    const auto in_x = column_of(x);
    const auto in_y = column_of(y);
    return in_x != in_y ? in_x < in_y : x.box.top < y.box.top;
  });
}

// Lines in reading order. Poppler follows columns, but reads rows where paragraphs of two columns lie side by side.
void OrderColumns(std::vector<PdfLine>* lines) {
  std::vector<PdfLine> ordered;
  for (size_t first = 0; first < lines->size();) {
    size_t last = first;
    while (last < lines->size() && (*lines)[last].page == (*lines)[first].page) ++last;
    std::vector<PdfLine> page(lines->begin() + static_cast<ptrdiff_t>(first), lines->begin() + static_cast<ptrdiff_t>(last));
    first = last;
    std::vector<Block> blocks = BlocksOf(page);
    double left = blocks[0].box.left;
    double right = blocks[0].box.right;
    for (const Block& block : blocks) left = std::min(left, block.box.left), right = std::max(right, block.box.right);
    const auto is_wide = [&](const Block& block) { return block.box.right - block.box.left > kWide * (right - left); };
    for (auto begin = blocks.begin(); begin != blocks.end();) {
      const auto end = std::find_if(begin, blocks.end(), is_wide);
      OrderBand(right - left, begin, end);
      begin = end == blocks.end() ? end : end + 1;
    }
    for (const Block& block : blocks)
      std::move(page.begin() + static_cast<ptrdiff_t>(block.first), page.begin() + static_cast<ptrdiff_t>(block.last),
                std::back_inserter(ordered));
  }
  *lines = std::move(ordered);
}

// The height of letters that most of the text has, by bytes.
double UsualHeight(const std::vector<PdfLine>& lines) {
  std::vector<std::pair<double, size_t>> heights;
  size_t all = 0;
  for (const PdfLine& line : lines) {
    heights.emplace_back(line.box.height(), line.text.size());
    all += line.text.size();
  }
  std::sort(heights.begin(), heights.end());
  size_t seen = 0;
  for (const auto& [height, bytes] : heights) {
    seen += bytes;
    if (2 * seen >= all) return height;
  }
  return 0;
}

bool StartsLow(std::string_view text) {
  const char32_t c = text.empty() ? U'A' : DecodeAt(text, 0).value;
  return IsLetter(c) && !IsUpper(c);
}

std::string_view LastWord(std::string_view text) { return text.substr(text.rfind(' ') + 1); }
std::string_view FirstWord(std::string_view text) { return text.substr(0, std::min(text.find(' '), kMaxHyphenTail)); }

std::string LettersOnly(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size();) {
    const CodePoint c = DecodeAt(word, i);
    if (IsLetter(c.value) || c.value == '-') out += word.substr(i, c.size);
    i += c.size;
  }
  return LowerCase(out);
}

class ParagraphMaker {
 public:
  explicit ParagraphMaker(std::vector<PdfLine> lines) : lines_(std::move(lines)), usual_(UsualHeight(lines_)) {
    for (const PdfLine& line : lines_) {
      for (const std::string_view word : Split(line.text, ' ')) words_.insert(LettersOnly(word));
    }
  }

  std::vector<WrittenParagraph> Make() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (i == 0 || Begins(lines_[i - 1], lines_[i])) {
        out_.push_back({"", RoleOf(lines_[i])});
      }
      Join(lines_[i].text);
    }
    Headline();
    return std::move(out_);
  }

 private:
  bool IsLarge(const PdfLine& line) const { return line.box.height() >= kLarge * usual_; }

  std::optional<SegmentRole> RoleOf(const PdfLine& line) const {
    return IsLarge(line) ? std::optional(SegmentRole::kSubhead) : std::nullopt;
  }

  // Does the line begin a paragraph?
  bool Begins(const PdfLine& before, const PdfLine& line) const {
    if (IsLarge(before) != IsLarge(line)) return true;
    const double height = line.box.height();
    if (IsLarge(line)) return before.page != line.page || line.box.top - before.box.bottom > height;
    const bool sentence = EndsSentence(before.text);
    if (before.block != line.block) return sentence || !RunsOn(before, line);
    if (line.box.top - before.box.bottom > kGap * height) return true;
    const bool indented = line.box.left - line.block_left > kIndent * height && before.box.left - before.block_left < kIndent * height;
    const bool was_short = before.box.right - before.block_left < kShort * (before.block_right - before.block_left);
    return sentence && (indented || was_short);
  }

  // Does a sentence go on in another block: at the top of the next column or page?
  bool RunsOn(const PdfLine& before, const PdfLine& line) const {
    const bool full = before.box.right - before.block_left >= kShort * (before.block_right - before.block_left);
    const bool many_words = before.text.find(' ') != std::string::npos;
    return StartsLow(line.text) || before.text.ends_with('-') || (full && many_words && before.text.ends_with(','));
  }

  // A word parted at the line's end is one word, unless the text has it with its hyphen elsewhere.
  void Join(std::string_view line) {
    std::string& text = out_.back().text;
    if (text.empty()) {
      text = std::string(line);
    } else if (text.ends_with(kSoftHyphen)) {
      text.resize(text.size() - kSoftHyphen.size());
      text += line;
    } else if (text.ends_with('-') && text.size() > 1 && IsLetter(DecodeBefore(text, text.size() - 1).value) && StartsLow(line)) {
      const std::string whole = LettersOnly(StrCat(LastWord(text), FirstWord(line)));
      if (!words_.contains(whole)) text.pop_back();
      text += line;
    } else {
      StrAppend(&text, " ", line);
    }
  }

  // The first large lines are the headline; soft hyphens inside lines are none.
  void Headline() {
    const auto first = std::find_if(out_.begin(), out_.end(), [](const WrittenParagraph& p) { return p.role.has_value(); });
    if (first != out_.end() && first - out_.begin() <= 3) first->role = SegmentRole::kHeadline;
    for (WrittenParagraph& paragraph : out_) {
      for (size_t at = 0; (at = paragraph.text.find(kSoftHyphen, at)) != std::string::npos;)
        paragraph.text.erase(at, kSoftHyphen.size());
    }
  }

  std::vector<PdfLine> lines_;
  double usual_;
  StringSet words_;  // of the text, hyphens kept
  std::vector<WrittenParagraph> out_;
};

}  // namespace

Manuscript ReadPdfLayout(std::string_view layout) {
  std::vector<PdfLine> lines = ReadLines(layout);
  DropHeaders(&lines);
  OrderColumns(&lines);
  Manuscript manuscript;
  manuscript.paragraphs = ParagraphMaker(std::move(lines)).Make();
  return manuscript;
}

}  // namespace crosscheck
