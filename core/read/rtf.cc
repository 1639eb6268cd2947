// How it works: one pass over groups, control words and characters, with a stack of the states that a group's end gives back.
// Bytes of an old charset are collected and decoded together; a character given as \uN is followed by \ucN stand-ins, which are
// passed over.
#include "read/rtf.h"

#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/office_text.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxGroups = 4096;

constexpr std::string_view kNoText[] = {
    "fonttbl", "colortbl", "stylesheet", "info",     "pict",     "object",   "header",     "headerl",   "headerr",   "headerf",
    "footer",  "footerl",  "footerr",    "footerf",  "fldinst",  "generator", "listtable", "listoverridetable", "rsidtbl",
    "themedata", "colorschememapping", "datastore", "latentstyles", "filetbl", "revtbl", "xmlnstbl", "nonshppict", "bkmkstart",
    "bkmkend", "atnid", "atnauthor", "atnref", "atndate", "atntime", "ftnsep", "ftnsepc", "aftnsep", "listtext", "pntext",
};

struct Sign {
  std::string_view word;
  std::string_view text;
};
constexpr Sign kSigns[] = {
    {"emdash", "\xE2\x80\x94"},    {"endash", "\xE2\x80\x93"},    {"lquote", "\xE2\x80\x98"}, {"rquote", "\xE2\x80\x99"},
    {"ldblquote", "\xE2\x80\x9C"}, {"rdblquote", "\xE2\x80\x9D"}, {"bullet", "\xE2\x80\xA2"}, {"tab", "\t"},
    {"line", "\n"},                {"emspace", " "},              {"enspace", " "},
};

struct State {
  bool skip = false;  // a part without text
  bool gone = false;  // deleted, hidden or struck out
  int stand_ins = 1;  // characters after \uN for programs that do not know it
  bool note = false;
};

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Parts marked as passable that hold text.
bool IsKept(std::string_view word) {
  return word.starts_with("\\annotation") || word.starts_with("\\footnote") || word.starts_with("\\shptxt");
}

class RtfReader {
 public:
  explicit RtfReader(std::string_view bytes) : in_(bytes) {}

  std::vector<WrittenParagraph> Read() {
    out_.BeginParagraph();
    while (at_ < in_.size()) {
      const char c = in_[at_++];
      if (c == '{') {
        Open();
      } else if (c == '}') {
        Close();
      } else if (c == '\\') {
        Control();
      } else if (c != '\r' && c != '\n') {
        Byte(c);
      }
    }
    Flush();
    out_.EndParagraph();
    return out_.Take();
  }

 private:
  State& state() { return stack_.back(); }

  // Groups beyond the bound share the state of the last.
  void Open() {
    if (stack_.size() < kMaxGroups) {
      stack_.push_back(stack_.back());
      stack_.back().note = false;
    } else {
      ++beyond_;
    }
  }

  void Close() {
    if (beyond_ > 0) {
      --beyond_;
      return;
    }
    if (stack_.size() < 2) return;
    if (state().note) {
      Flush();
      out_.EndParagraph();
      out_.EndNote();
    }
    stack_.pop_back();
  }

  void Byte(char c) {
    if (stand_ins_left_ > 0) {
      --stand_ins_left_;
    } else if (!state().skip && !state().gone) {
      old_ += c;
    }
  }

  void Flush() {
    if (old_.empty()) return;
    out_.Add(DecodeText(old_, charset_).text);
    old_.clear();
  }

  void Text(std::string_view text) {
    if (state().skip || state().gone) return;
    Flush();
    out_.Add(text);
  }

  void Control() {
    if (at_ >= in_.size()) return;
    const char c = in_[at_];
    if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) return Symbol(c);
    const size_t start = at_;
    while (at_ < in_.size() && at_ - start < 32 && ((in_[at_] | 0x20) >= 'a' && (in_[at_] | 0x20) <= 'z')) ++at_;
    const std::string_view word = in_.substr(start, at_ - start);
    bool negative = false;
    if (at_ < in_.size() && in_[at_] == '-') negative = true, ++at_;
    int64_t number = 0;
    bool given = false;
    for (; at_ < in_.size() && in_[at_] >= '0' && in_[at_] <= '9'; ++at_) {
      number = std::min<int64_t>(number * 10 + (in_[at_] - '0'), 1 << 30);
      given = true;
    }
    if (at_ < in_.size() && in_[at_] == ' ') ++at_;
    Word(word, negative ? -number : number, given);
  }

  void Symbol(char c) {
    ++at_;
    if (c == '\'') {
      if (at_ + 1 >= in_.size()) return;
      const int high = HexDigit(in_[at_]);
      const int low = HexDigit(in_[at_ + 1]);
      at_ += 2;
      if (high >= 0 && low >= 0) Byte(static_cast<char>(high * 16 + low));
    } else if (c == '*') {
      state().skip = state().skip || !IsKept(in_.substr(at_));
    } else if (c == '~') {
      Text("\xC2\xA0");
    } else if (c == '_') {
      Text("-");
    } else if (c == '\\' || c == '{' || c == '}') {
      Byte(c);
    } else if (c == '\n' || c == '\r') {
      EndParagraph();
    }
  }

  void EndParagraph() {
    if (state().skip) return;
    Flush();
    out_.EndParagraph();
    out_.BeginParagraph();
  }

  void Word(std::string_view word, int64_t number, bool given) {
    const bool on = !given || number != 0;
    if (word == "par" || word == "sect" || word == "page") {
      EndParagraph();
    } else if (word == "u") {
      Unicode(number);
    } else if (word == "uc") {
      state().stand_ins = static_cast<int>(std::clamp<int64_t>(number, 0, 16));
    } else if (word == "ansicpg") {
      charset_ = number == 65001 ? "utf-8" : StrCat("cp", number);
    } else if (word == "mac") {
      charset_ = "macintosh";
    } else if (word == "strike" || word == "striked" || word == "v" || word == "deleted") {
      state().gone = on;
    } else if (word == "plain") {
      state().gone = false;
    } else if (word == "bin") {
      at_ += std::min<size_t>(in_.size() - at_, static_cast<size_t>(std::max<int64_t>(number, 0)));
    } else if (word == "footnote" || word == "annotation") {
      BeginNote(word == "footnote" ? kFootnoteRole : SegmentRole::kComment);
    } else if (word == "trowd") {
      BeginRow();
    } else if (word == "cell" && in_row_) {
      Flush();
      out_.EndParagraph();
      out_.BeginCell();
      out_.BeginParagraph();
    } else if (word == "row" && in_row_) {
      EndRow();
    } else if (std::find(std::begin(kNoText), std::end(kNoText), word) != std::end(kNoText)) {
      state().skip = true;
    } else {
      for (const Sign& sign : kSigns) {
        if (sign.word == word) Text(sign.text);
      }
    }
  }

  void Unicode(int64_t number) {
    stand_ins_left_ = 0;
    if (number < 0) number += 65536;
    if (number < 0 || number > 0x10FFFF) return;
    const auto c = static_cast<char32_t>(number);
    if (c >= 0xD800 && c < 0xDC00) {
      high_ = c;
    } else {
      std::string text;
      if (c >= 0xDC00 && c < 0xE000) {
        AppendUtf8(high_ == 0 ? 0xFFFD : 0x10000 + ((high_ - 0xD800) << 10) + (c - 0xDC00), &text);
      } else if (c != 0) {
        AppendUtf8(c, &text);
      }
      high_ = 0;
      Text(text);
    }
    stand_ins_left_ = state().stand_ins;
  }

  void BeginNote(SegmentRole role) {
    if (state().skip || state().note) return;
    Flush();
    state().note = true;
    out_.BeginNote(role);
    out_.BeginParagraph();
  }

  void BeginRow() {
    if (in_row_ || state().skip) return;
    Flush();
    out_.EndParagraph();
    in_row_ = true;
    out_.BeginRow();
    out_.BeginCell();
    out_.BeginParagraph();
  }

  void EndRow() {
    Flush();
    out_.EndParagraph();
    out_.EndRow();
    in_row_ = false;
    out_.BeginParagraph();
  }

  std::string_view in_;
  size_t at_ = 0;
  std::vector<State> stack_{State()};
  size_t beyond_ = 0;
  std::string charset_ = "windows-1252";
  std::string old_;  // bytes of the old charset, not yet decoded
  int stand_ins_left_ = 0;
  char32_t high_ = 0;  // first half of a surrogate pair
  bool in_row_ = false;
  OfficeText out_;
};

}  // namespace

bool MatchesRtf(std::string_view head, const ReadHint& hint) {
  return hint.format == InputFormat::kGuess && head.starts_with("{\\rtf");
}

void ReadRtf(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  Manuscript manuscript;
  manuscript.paragraphs = RtfReader(bytes).Read();
  UseManuscript(std::move(manuscript), hint, sink);
}

}  // namespace crosscheck
