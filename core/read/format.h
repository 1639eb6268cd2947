// The table of input formats. To add one: a file in core/read/ with a `matches`
// and a `read`, a row in format.cc.
#ifndef CROSSCHECK_READ_FORMAT_H_
#define CROSSCHECK_READ_FORMAT_H_

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "crosscheck/document.h"
#include "crosscheck/options.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

constexpr uint64_t kMaxPageBytes = uint64_t{64} << 20;      // one page or record
constexpr uint64_t kMaxContainerBytes = uint64_t{2} << 30;  // one dump or archive as it lies on disk

constexpr uint64_t kMaxInflatedBytes = uint64_t{1} << 30;  // what one compressed file may become

// Where readers put what they find. Documents come one by one, so that a
// container need not be held whole.
struct ReadSink {
  std::function<void(Document)> use;
  std::vector<Unread>* unread = nullptr;
  int depth = 0;            // archives in archives
  uint64_t first_line = 1;  // number of the first line, where the bytes are a
                            // part of a file of lines
  bool checks_words = false;  // `use` already refuses documents without a word in them

  void Refuse(std::string_view uri, std::string_view reason) const;
  // What is no page and was left out: told, but no trouble (see IsLeftOut).
  void Skip(std::string_view uri, std::string_view reason) const;
};

// Was it left out since it is no page, by Skip()? The reason says so in words, for people and for programs.
bool IsLeftOut(const Unread& unread);

struct Format {
  std::string_view name;
  bool container;  // may hold many documents
  // `head`: the first bytes of the file (at least 4 KiB where it has so many);
  // `hint.uri` may break ties.
  bool (*matches)(std::string_view head, const ReadHint& hint);
  void (*read)(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);
};

// By the suffix of its name: pictures, style sheets, scripts and the like.
bool HasNoText(std::string_view name);

// Never null: what looks like nothing else is plain text, or binary.
const Format& GuessFormat(std::string_view head, const ReadHint& hint);
// Reads bytes of any format.
void ReadEach(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_FORMAT_H_
