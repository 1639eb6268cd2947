// How it works: each archive is told by its own marks, which also part its documents. In a document a line is a field ("LENGTH: 412
// words", "PD 11 June 2024"), a mark of what follows ("Body"), or text. What stands over the text without a label is sorted by
// what it looks like: a day, an edition, the outlet over the day, else the headline.
#include "read/press_export.h"

#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "read/bylines.h"
#include "read/charset.h"
#include "read/manuscript.h"
#include "read/page_lines.h"
#include "read/reader.h"
#include "read/stamps.h"

namespace crosscheck {
namespace {

constexpr size_t kSentenceBytes = 60;

enum class Archive { kNone, kNexis, kNexisUni, kFactiva, kFactivaPlain, kProQuest };

// What a field of an archive holds.
enum class Field { kOther, kAuthor, kTitle, kDay, kOutlet, kText, kLanguage };

struct Label {
  std::string_view name;
  Field field;
};

// Labels before a colon: Nexis and ProQuest.
constexpr Label kLabels[] = {
    {"byline", Field::kAuthor},          {"author", Field::kAuthor},         {"headline", Field::kTitle},
    {"title", Field::kTitle},            {"full text", Field::kText},        {"body", Field::kText},
    {"publication date", Field::kDay},   {"publication title", Field::kOutlet},
    {"section", Field::kOther},          {"length", Field::kOther},          {"load-date", Field::kOther},
    {"language", Field::kOther},         {"publication-type", Field::kOther}, {"publication info", Field::kOther},
    {"abstract", Field::kOther},         {"subject", Field::kOther},         {"word count", Field::kOther},
    {"journal code", Field::kOther},     {"acc-no", Field::kOther},          {"graphic", Field::kOther},
    {"dateline", Field::kOther},         {"correction-date", Field::kOther}, {"links", Field::kOther},
    {"location", Field::kOther},         {"company / organization", Field::kOther}, {"people", Field::kOther},
    {"publisher", Field::kOther},        {"publication year", Field::kOther}, {"place of publication", Field::kOther},
    {"country of publication", Field::kOther}, {"issn", Field::kOther},      {"source type", Field::kOther},
    {"language of publication", Field::kOther}, {"document type", Field::kOther}, {"proquest document id", Field::kOther},
    {"document url", Field::kOther},     {"copyright", Field::kOther},       {"last updated", Field::kOther},
    {"database", Field::kOther},         {"series", Field::kOther},          {"type", Field::kOther},
    {"highlight", Field::kOther},        {"notes", Field::kOther},           {"url", Field::kOther},
    {"organization", Field::kOther},     {"industry", Field::kOther},        {"geographic", Field::kOther},
    {"city", Field::kOther},             {"state", Field::kOther},           {"country", Field::kOther},
    {"person", Field::kOther},           {"company", Field::kOther},         {"ticker", Field::kOther},
};

// Factiva's codes at a line's start.
constexpr Label kCodes[] = {
    {"HD", Field::kTitle},  {"BY", Field::kAuthor}, {"PD", Field::kDay},   {"SN", Field::kOutlet}, {"LP", Field::kText},
    {"TD", Field::kText},   {"LA", Field::kOther},  {"WC", Field::kOther}, {"SC", Field::kOther},  {"PG", Field::kOther},
    {"CY", Field::kOther},  {"AN", Field::kOther},  {"SE", Field::kOther}, {"CR", Field::kOther},  {"ET", Field::kOther},
    {"ED", Field::kOther},  {"VOL", Field::kOther}, {"ART", Field::kOther}, {"CO", Field::kOther}, {"IN", Field::kOther},
    {"NS", Field::kOther},  {"RE", Field::kOther},  {"IPD", Field::kOther}, {"IPC", Field::kOther}, {"PUB", Field::kOther},
    {"CLM", Field::kOther}, {"RF", Field::kOther},  {"CX", Field::kOther},
};

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines = Split(text, '\n');
  for (std::string_view& line : lines) line = Trim(line);
  return lines;
}

bool IsDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "1 of 2 DOCUMENTS", "Document 1 of 2".
bool IsCounter(std::string_view line) {
  std::vector<std::string_view> words = Split(line, ' ');
  std::erase(words, std::string_view());
  if (words.size() != 4) return false;
  const bool after = words[1] == "of" && IsDigits(words[0]) && IsDigits(words[2]) &&
                     (EqualsIgnoreCase(words[3], "documents") || EqualsIgnoreCase(words[3], "document"));
  return after || (EqualsIgnoreCase(words[0], "document") && IsDigits(words[1]) && words[2] == "of" && IsDigits(words[3]));
}

// "Document ORVD000020240611ek6b00012": the line that ends a story of Factiva.
bool IsFactivaEnd(std::string_view line) {
  if (line.starts_with("AN ")) line = Trim(line.substr(3));
  constexpr std::string_view kDocument = "Document ";
  if (!line.starts_with(kDocument)) return false;
  line.remove_prefix(kDocument.size());
  if (line.size() < 20 || line.find(' ') != std::string_view::npos) return false;
  return std::count_if(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 10 && line[0] >= 'A' && line[0] <= 'Z';
}

const Label* LabelOf(std::string_view line, std::string_view* value) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 32) return nullptr;
  const std::string name = AsciiLower(Trim(line.substr(0, colon)));
  for (const Label& label : kLabels) {
    if (label.name != name) continue;
    *value = Trim(line.substr(colon + 1));
    return &label;
  }
  return nullptr;
}

const Label* CodeOf(std::string_view line, std::string_view* value) {
  const size_t end = std::min(line.find(' '), line.size());
  const auto* code = std::find_if(std::begin(kCodes), std::end(kCodes), [&](const Label& c) { return c.name == line.substr(0, end); });
  if (code == std::end(kCodes)) return nullptr;
  *value = Trim(line.substr(end));
  return code;
}

bool IsWordCount(std::string_view line) {
  const size_t space = line.find(' ');
  if (space == std::string_view::npos || !EqualsIgnoreCase(line.substr(space + 1), "words")) return false;
  return line.find_first_not_of("0123456789,.") == space;
}

Archive ArchiveOf(std::string_view head) {
  bool body = false, load_date = false, full_text = false;
  size_t codes = 0;
  size_t counters = 0;
  bool capital_counter = false;
  bool first = true;
  bool factiva_end = false;
  bool words = false;
  StringSet seen;
  for (const std::string_view line : LinesOf(head)) {
    if (line.empty()) continue;
    if (IsCounter(line)) {
      ++counters;
      capital_counter = capital_counter || (first && line[0] >= '0' && line[0] <= '9');
    }
    first = false;
    std::string_view value;
    if (CodeOf(line, &value) != nullptr && (line[0] >= 'A' && line[0] <= 'Z')) codes += seen.emplace(line.substr(0, 3)).second;
    body = body || line == "Body";
    words = words || IsWordCount(line);
    factiva_end = factiva_end || IsFactivaEnd(line);
    if (const Label* label = LabelOf(line, &value); label != nullptr) {
      load_date = load_date || label->name == "load-date";
      full_text = full_text || label->name == "full text";
    }
  }
  if (codes >= 5 && seen.contains("HD ") && seen.contains("PD ")) return Archive::kFactiva;
  if (capital_counter) return Archive::kNexis;
  if (body && load_date) return Archive::kNexisUni;
  if (full_text && counters > 0) return Archive::kProQuest;
  if (factiva_end && words) return Archive::kFactivaPlain;
  return Archive::kNone;
}

std::string FirstNamesFirst(std::string_view names) {
  std::vector<std::string> turned;
  for (const std::string_view name : Split(names, ';')) turned.push_back(FirstNameFirst(Trim(name)));
  return Join(turned, ", ");
}

class StoryReader {
 public:
  StoryReader(Archive archive, const ReadHint& hint) : archive_(archive), rules_(PageRulesOf(hint)) { out_.evidence = "press archive"; }

  void Read(const std::vector<std::string_view>& lines) {
    in_text_ = false;
    for (const std::string_view line : lines) {
      if (line.empty()) {
        FlushParagraph();
        label_open_ = false;
      } else if (!TakeLabel(line)) {
        TakeLine(line);
      }
    }
    FlushParagraph();
    SortHead();
  }

  Manuscript Take() {
    if (!out_.title.empty()) out_.paragraphs.insert(out_.paragraphs.begin(), WrittenParagraph{out_.title, SegmentRole::kHeadline});
    return std::move(out_);
  }

 private:
  bool TakeLabel(std::string_view line) {
    std::string_view value;
    const Label* label = archive_ == Archive::kFactiva ? CodeOf(line, &value) : LabelOf(line, &value);
    if (archive_ == Archive::kNexisUni && (line == "Body" || line == "Notes" || line == "Classification" || line == "Graphic")) {
      FlushParagraph();
      in_text_ = line == "Body";
      done_ = line != "Body";
      return true;
    }
    if (label == nullptr) return false;
    if (in_text_ && !EndsText(*label, line, value)) return false;
    FlushParagraph();
    labels_seen_ = true;
    field_ = label->field;
    label_open_ = true;
    in_text_ = label->field == Field::kText;
    if (in_text_) {
      done_ = false;
      if (!value.empty()) paragraph_ = std::string(value);
      return true;
    }
    if (!out_.paragraphs.empty()) done_ = archive_ != Archive::kFactiva;
    Set(value);
    return true;
  }

  // In the text only labels count that archives put behind it: a sentence may begin with a word and a colon.
  bool EndsText(const Label& label, std::string_view line, std::string_view value) const {
    switch (archive_) {
      case Archive::kNexis: {  // "LOAD-DATE:"
        const std::string_view name = line.substr(0, line.find(':'));
        return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      }
      case Archive::kNexisUni:
        return label.name == "load-date" || label.name == "graphic" || label.name == "correction-date";
      case Archive::kFactiva:  // "CO orvmin : Orvik Mining", "TD"
        return value.empty() || value.find(" : ") != std::string_view::npos || label.name == "HD" || label.name == "PUB";
      case Archive::kProQuest:
        return label.field == Field::kOther || label.field == Field::kDay || label.field == Field::kOutlet;
      default:
        return false;
    }
  }

  void Set(std::string_view value) {
    if (value.empty()) return;
    switch (field_) {
      case Field::kAuthor: {
        const Byline byline = ParseByline(archive_ == Archive::kProQuest ? FirstNamesFirst(value) : std::string(value), out_.outlet, rules_);
        if (out_.authors.empty()) out_.authors = byline.people;
        if (out_.credit.empty()) out_.credit = byline.agencies;
        break;
      }
      case Field::kTitle:
        StrAppend(&out_.title, out_.title.empty() ? "" : " ", value);
        break;
      case Field::kDay:
        if (out_.published.empty()) out_.published = std::string(value);
        break;
      case Field::kOutlet:
        if (out_.outlet.empty()) out_.outlet = std::string(value);
        break;
      default:
        break;
    }
  }

  void TakeLine(std::string_view line) {
    if (done_) return;
    if (label_open_ && !in_text_) return Set(field_ == Field::kTitle ? line : std::string_view());  // a field goes on
    StrAppend(&paragraph_, paragraph_.empty() ? "" : HasWrapped() ? " " : "\n", line);
  }

  // Lines inside a paragraph were wrapped by the archive; over the text each is a thing of its own.
  bool HasWrapped() const { return in_text_ || archive_ == Archive::kNexis; }

  void FlushParagraph() {
    if (Trim(paragraph_).empty()) return;
    if (in_text_) {
      out_.paragraphs.push_back({paragraph_, std::nullopt});
    } else if (!done_) {
      for (const std::string_view line : Split(paragraph_, '\n')) head_.emplace_back(Trim(line));
      // Without a mark of its own the text begins under the fields, or with the first sentence.
      const bool marked = archive_ == Archive::kNexisUni || archive_ == Archive::kFactiva || archive_ == Archive::kProQuest;
      const bool under_fields = archive_ == Archive::kNexis && labels_seen_;
      if (!marked && (under_fields || (EndsSentence(head_.back()) && head_.back().size() > kSentenceBytes))) {
        out_.paragraphs.push_back({head_.back(), std::nullopt});
        head_.pop_back();
        in_text_ = true;
      }
    }
    paragraph_.clear();
  }

  static bool IsRights(std::string_view line) {
    const std::string lower = AsciiLower(line);
    return lower.starts_with("copyright") || lower.starts_with("\xC2\xA9") || lower.starts_with("(c) ") || lower == "all rights reserved";
  }

  // What stood over the text without a label.
  void SortHead() {
    size_t day_at = head_.size();
    for (size_t i = 0; i < head_.size(); ++i) {
      if (day_at != head_.size() || head_[i].size() > 80 || !FindDay(head_[i], false)) continue;
      day_at = i;
      if (out_.published.empty()) out_.published = DayIn(head_[i]);
    }
    const bool title_first = archive_ == Archive::kNexisUni || archive_ == Archive::kFactivaPlain || archive_ == Archive::kProQuest;
    for (size_t i = 0; i < head_.size(); ++i) {
      const std::string& line = head_[i];
      if (i == day_at || IsRights(line) || IsWordCount(line) || line.starts_with("___") || IsCode(line)) continue;
      const bool byline = (rules_.LineHints(line) & Bit(LineHint::kByline)) != 0;
      if (byline && out_.authors.empty()) {
        out_.authors = ParseByline(line, out_.outlet, rules_).people;
      } else if (title_first && out_.title.empty()) {
        out_.title = line;
      } else if (out_.outlet.empty() && (title_first || i < day_at)) {
        out_.outlet = line;
      } else if (!title_first && i > day_at) {
        out_.title = line;  // the last line over the first field; an edition stands before it
      }
    }
  }

  static std::string DayIn(std::string_view line) {
    const auto found = FindDay(line, false);
    return found ? std::string(found->span.In(line)) : "";
  }

  // "ORVD", "English", "Page 4": what Factiva puts under the outlet.
  static bool IsCode(std::string_view line) {
    return line.size() <= 8 && line.find(' ') == std::string_view::npos &&
           std::all_of(line.begin(), line.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  }

  Archive archive_;
  const PageRules& rules_;
  Manuscript out_;
  std::vector<std::string> head_;
  std::string paragraph_;
  Field field_ = Field::kOther;
  bool label_open_ = false;
  bool labels_seen_ = false;
  bool in_text_ = false;
  bool done_ = false;  // what follows is no text
};

}  // namespace

bool MatchesPressExport(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess || head.starts_with('<')) return false;
  // Each archive's own mark has one of these: most texts are told from them quickly.
  constexpr std::string_view kMarks[] = {"DOCUMENTS", "Document ", "Load-Date:", "\nPD ", "Full text:"};
  if (std::none_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) { return head.find(mark) != std::string_view::npos; }))
    return false;
  return ArchiveOf(head) != Archive::kNone;
}

void ReadPressExport(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const DecodedText decoded = DecodeText(bytes, hint.charset);
  const Archive archive = ArchiveOf(std::string_view(decoded.text).substr(0, 1 << 16));
  std::vector<std::vector<std::string_view>> stories(1);
  for (const std::string_view line : LinesOf(decoded.text)) {
    const bool begins = (archive == Archive::kNexis || archive == Archive::kProQuest) && IsCounter(line);
    const bool ends = (archive == Archive::kNexisUni && line == "End of Document") ||
                      ((archive == Archive::kFactiva || archive == Archive::kFactivaPlain) && IsFactivaEnd(line));
    if (!begins && !ends && !line.starts_with("________")) stories.back().push_back(line);
    if (begins || ends) stories.emplace_back();
  }
  std::vector<Manuscript> manuscripts;
  for (const std::vector<std::string_view>& lines : stories) {
    StoryReader reader(archive, hint);
    reader.Read(lines);
    Manuscript manuscript = reader.Take();
    // Before the first story and after the last: a cover page, a list.
    if (manuscript.paragraphs.size() > 1 || !manuscript.published.empty()) manuscripts.push_back(std::move(manuscript));
  }
  for (size_t i = 0; i < manuscripts.size(); ++i) {
    ReadHint of_story = hint;
    if (manuscripts.size() > 1) {
      of_story.uri = StrCat(hint.uri, ":", i + 1);
      of_story.id = StrCat(hint.id.empty() ? BaseName(hint.uri) : std::string_view(hint.id), ":", i + 1);
    }
    UseManuscript(std::move(manuscripts[i]), of_story, sink);
  }
  if (manuscripts.empty()) sink.Refuse(hint.uri, "a download of a press archive without a story in it");
}

}  // namespace crosscheck
