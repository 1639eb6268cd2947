#include "report/reuse_text.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

#include "base/json.h"
#include "base/strings.h"
#include "report/display.h"
#include "report/value_text.h"
#include "reuse/articles.h"
#include "reuse/edits.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxSigns = 4;    // of origin, shown of a family
constexpr size_t kMaxChanges = 5;  // shown of a pair in the list
constexpr size_t kMaxFamilyChanges = 12;
constexpr int kMaxCarriers = 6;    // pages named of a group
constexpr int kContext = 60;       // bytes shown around a change
constexpr int kLeastColumn = 20;

const Record* FindRecord(const Worksheet& sheet, std::string_view id) {
  const auto it = std::lower_bound(sheet.documents.begin(), sheet.documents.end(), id,
                                   [](const Record& record, std::string_view wanted) { return record.document.id < wanted; });
  return it != sheet.documents.end() && it->document.id == id ? &*it : nullptr;
}

std::string_view TextOf(const Worksheet& sheet, std::string_view id) {
  const Record* record = FindRecord(sheet, id);
  return record == nullptr ? std::string_view() : std::string_view(record->document.text);
}

std::string_view SafeIn(std::string_view text, Span span) { return span.end <= text.size() ? span.In(text) : std::string_view(); }

std::string Percent(double share) { return StrCat(static_cast<int>(std::lround(share * 100)), " %"); }

std::string Count(size_t n, std::string_view one, std::string_view many) { return StrCat(n, " ", n == 1 ? one : many); }

std::string ChangeText(std::string_view text_a, std::string_view text_b, const Edit& change) {
  const std::string a = OneLine(SafeIn(text_a, change.a));
  const std::string b = OneLine(SafeIn(text_b, change.b));
  return StrCat(JsonName(change.kind), " ", a.empty() ? "(nothing)" : StrCat("\"", a, "\""), " / ",
                b.empty() ? "(nothing)" : StrCat("\"", b, "\""));
}

uint32_t SharedBytes(const Reuse& reuse) {
  uint32_t bytes = 0;
  for (const Passage& p : reuse.passages) bytes += p.a.size();
  return bytes;
}

class ReuseList {
 public:
  explicit ReuseList(const Worksheet& sheet)
      : sheet_(sheet), rows_(ReuseArticles(sheet)) {}

  std::string Write() {
    WriteFamilies();
    WriteKind(ReuseKind::kPartial, "Parts taken over");
    WriteKind(ReuseKind::kQuote, "The same quotation or sentence");
    WriteKind(ReuseKind::kTemplate, "The same form, other facts");
    WriteRepeats();
    WriteCarried();
    if (out_.empty()) out_ = "No text is shared.\n";
    for (const Unread& unread : sheet_.unread)
      StrAppend(&out_, "not read: ", OneLine(unread.uri), ": ", OneLine(unread.reason), "\n");
    return std::move(out_);
  }

 private:
  struct RankedFamily {
    const Family* family = nullptr;
    std::vector<const Reuse*> pairs;
    double share = 0;  // mean of the larger shares of its pairs
  };

  std::vector<RankedFamily> RankFamilies() const {
    StringMap<size_t> family_of;  // "document\nstory"
    std::vector<RankedFamily> ranked(sheet_.families.size());
    for (size_t f = 0; f < ranked.size(); ++f) {
      ranked[f].family = &sheet_.families[f];
      for (const auto& [document, story] : sheet_.families[f].members) family_of[StrCat(document, "\n", story)] = f;
    }
    for (const Reuse& reuse : sheet_.reuse) {
      if (reuse.kind != ReuseKind::kCopy || reuse.a == reuse.b) continue;
      const auto a = family_of.find(StrCat(reuse.a, "\n", reuse.a_story));
      const auto b = family_of.find(StrCat(reuse.b, "\n", reuse.b_story));
      if (a == family_of.end() || b == family_of.end() || a->second != b->second) continue;
      ranked[a->second].pairs.push_back(&reuse);
      ranked[a->second].share += std::max(reuse.share_a, reuse.share_b);
    }
    for (RankedFamily& r : ranked) r.share /= static_cast<double>(std::max<size_t>(1, r.pairs.size()));
    std::stable_sort(ranked.begin(), ranked.end(), [](const RankedFamily& x, const RankedFamily& y) {
      return std::tuple(y.family->members.size(), y.share) < std::tuple(x.family->members.size(), x.share);
    });
    return ranked;
  }

  void WriteFamilies() {
    for (const RankedFamily& r : RankFamilies()) {
      const Family& family = *r.family;
      StrAppend(&out_, family.id, "  ", Count(family.members.size(), "story", "stories"), ", ", Percent(r.share), " shared, ",
                family.origin.empty() ? "origin undecided" : StrCat("likely origin ", OneLine(family.origin)), "\n");
      for (const ReuseArticle& row : rows_) {
        if (row.family == family.id) WriteMember(row, family);
      }
      WriteEvidence(r);
      WriteChangesOfFamily(r);
      out_ += "\n";
    }
  }

  void WriteMember(const ReuseArticle& row, const Family& family) {
    StrAppend(&out_, "    ", row.published ? DaysText(*row.published) : "day unknown", "  ", Percent(row.share), "  ",
              OneLine(row.document));
    if (const Record* record = FindRecord(sheet_, row.document); record != nullptr && record->document.stories.size() > 1)
      StrAppend(&out_, " (story ", row.story, ")");
    if (!row.outlet.empty()) StrAppend(&out_, ", ", OneLine(row.outlet));
    if (!row.title.empty()) StrAppend(&out_, ": ", CutToWidth(OneLine(row.title), kContext));
    if (row.earliest) out_ += "  (earliest)";
    out_ += row.document == family.origin ? "  <- likely origin\n" : "\n";
  }

  // A figure that one copy changed differs from that of all others: told once, with who prints what.
  void WriteChangesOfFamily(const RankedFamily& r) {
    struct Change {
      std::string text;
      std::vector<std::string_view> with_a, with_b;
    };
    std::vector<Change> changes;
    StringMap<size_t> known;
    const auto add = [](std::string_view document, std::vector<std::string_view>* documents) {
      if (std::find(documents->begin(), documents->end(), document) == documents->end()) documents->push_back(document);
    };
    for (const Reuse* reuse : r.pairs) {
      for (const Edit& edit : reuse->changes) {
        std::string_view a = reuse->a;
        std::string_view b = reuse->b;
        std::string text = ChangeText(TextOf(sheet_, a), TextOf(sheet_, b), edit);
        std::string turned = ChangeText(TextOf(sheet_, b), TextOf(sheet_, a), {edit.kind, edit.b, edit.a});
        if (turned < text) std::swap(a, b), std::swap(text, turned);
        const auto [place, fresh] = known.emplace(text, changes.size());
        if (fresh) changes.push_back({std::move(text), {}, {}});
        add(a, &changes[place->second].with_a);
        add(b, &changes[place->second].with_b);
      }
    }
    for (size_t i = 0; i < std::min(kMaxFamilyChanges, changes.size()); ++i) {
      StrAppend(&out_, "    ! changed in copied text: ", changes[i].text, " (", Documents(changes[i].with_a), " / ",
                Documents(changes[i].with_b), ")\n");
    }
    if (changes.size() > kMaxFamilyChanges) StrAppend(&out_, "    ! and ", changes.size() - kMaxFamilyChanges, " more\n");
  }

  static std::string Documents(const std::vector<std::string_view>& documents) {
    std::string out;
    for (size_t i = 0; i < std::min<size_t>(kMaxCarriers, documents.size()); ++i)
      StrAppend(&out, i == 0 ? "" : ", ", OneLine(documents[i]));
    if (documents.size() > static_cast<size_t>(kMaxCarriers)) StrAppend(&out, " and ", documents.size() - kMaxCarriers, " more");
    return out;
  }

  // The signs of who had it first, also where they do not decide; each once.
  void WriteEvidence(const RankedFamily& r) {
    std::vector<std::string_view> signs;
    for (const Reuse* reuse : r.pairs) {
      for (const std::string& sign : reuse->evidence) {
        if (std::find(signs.begin(), signs.end(), sign) == signs.end()) signs.push_back(sign);
      }
    }
    for (size_t i = 0; i < std::min(kMaxSigns, signs.size()); ++i)
      StrAppend(&out_, i == 0 ? "    signs of origin: " : "; ", OneLine(signs[i]));
    if (signs.size() > kMaxSigns) StrAppend(&out_, "; and ", signs.size() - kMaxSigns, " more");
    if (!signs.empty()) out_ += "\n";
  }

  void WriteChanges(const Reuse& reuse) {
    if (reuse.changes.empty()) return;
    StrAppend(&out_, "    ! ", OneLine(reuse.a), " / ", OneLine(reuse.b), ": changed in copied text: ");
    for (size_t i = 0; i < std::min(kMaxChanges, reuse.changes.size()); ++i) {
      StrAppend(&out_, i == 0 ? "" : "; ", ChangeText(TextOf(sheet_, reuse.a), TextOf(sheet_, reuse.b), reuse.changes[i]));
    }
    if (reuse.changes.size() > kMaxChanges) StrAppend(&out_, "; and ", reuse.changes.size() - kMaxChanges, " more");
    out_ += "\n";
  }

  void WriteKind(ReuseKind kind, std::string_view title) {
    std::vector<const Reuse*> pairs;
    for (const Reuse& reuse : sheet_.reuse) {
      if (reuse.kind == kind && reuse.a != reuse.b) pairs.push_back(&reuse);
    }
    if (pairs.empty()) return;
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Reuse* x, const Reuse* y) { return SharedBytes(*x) > SharedBytes(*y); });
    StrAppend(&out_, title, "\n");
    for (const Reuse* reuse : pairs) {
      const std::string_view text = TextOf(sheet_, reuse->a);
      const std::string words = reuse->passages.empty() ? "" : OneLine(SafeIn(text, reuse->passages[0].a));
      StrAppend(&out_, "    ", OneLine(reuse->a), " (", Percent(reuse->share_a), ") / ", OneLine(reuse->b), " (",
                Percent(reuse->share_b), ")");
      if (!reuse->source.empty()) StrAppend(&out_, ", likely from ", OneLine(reuse->source));
      StrAppend(&out_, ": ", CutToWidth(words, kContext), "\n");
      if (kind != ReuseKind::kTemplate) WriteChanges(*reuse);
    }
    out_ += "\n";
  }

  void WriteRepeats() {
    bool first = true;
    for (const Reuse& reuse : sheet_.reuse) {
      if (reuse.a != reuse.b) continue;
      if (first) out_ += "Printed twice in one page\n";
      first = false;
      StrAppend(&out_, "    ", OneLine(reuse.a), " (", Percent(std::max(reuse.share_a, reuse.share_b)), ")\n");
    }
    if (!first) out_ += "\n";
  }

  // Site furniture, a group each: which pages carry it, not which pair of them.
  void WriteCarried() {
    if (!sheet_.carried.empty()) out_ += "Carried by several pages that are no copies of each other (site furniture)\n";
    for (const CarriedText& carried : sheet_.carried) {
      StrAppend(&out_, "    ", Count(static_cast<size_t>(carried.documents), "page", "pages"), ": \"",
                CutToWidth(OneLine(carried.text), kContext), "\"\n        ");
      std::string_view last;
      int shown = 0;
      for (const CarriedPlace& place : carried.places) {
        if (place.document == last) continue;
        last = place.document;
        if (shown == kMaxCarriers) break;
        StrAppend(&out_, shown++ == 0 ? "" : ", ", OneLine(place.document));
      }
      if (carried.documents > shown) StrAppend(&out_, " and ", carried.documents - shown, " more");
      out_ += "\n";
    }
    if (!sheet_.carried.empty()) out_ += "\n";
    for (const std::string& limit : sheet_.reuse_limits) StrAppend(&out_, "Note: ", limit, ".\n");
  }

  const Worksheet& sheet_;
  const std::vector<ReuseArticle> rows_;
  std::string out_;
};

// Prints blocks of text in two columns.
class Columns {
 public:
  explicit Columns(int width) : column_(std::max(kLeastColumn, (width - 3) / 2)) {}

  void Add(std::string_view left, std::string_view right, bool shared, std::string* out) const {
    const std::vector<std::string> lines_left = Wrap(left);
    const std::vector<std::string> lines_right = Wrap(right);
    for (size_t i = 0; i < std::max(lines_left.size(), lines_right.size()); ++i) {
      const std::string line = i < lines_left.size() ? lines_left[i] : "";
      const auto padding = static_cast<size_t>(std::max(0, column_ - DisplayWidth(line)));
      StrAppend(out, line, std::string(padding, ' '), shared ? " = " : "   ", i < lines_right.size() ? lines_right[i] : "");
      while (out->ends_with(' ')) out->pop_back();
      *out += "\n";
    }
  }

 private:
  std::vector<std::string> Wrap(std::string_view text) const {
    std::vector<std::string> lines;
    for (const std::string_view paragraph : Split(text, '\n')) {
      std::string line;
      for (const std::string_view piece : Split(paragraph, ' ')) {
        const std::string word = OneLine(piece);
        if (word.empty()) continue;
        if (!line.empty() && DisplayWidth(line) + 1 + DisplayWidth(word) > column_) {
          lines.push_back(std::move(line));
          line.clear();
        }
        StrAppend(&line, line.empty() ? "" : " ", CutToWidth(word, column_));
      }
      if (!line.empty()) lines.push_back(std::move(line));
    }
    return lines;
  }

  int column_;
};

struct Mark {
  Span span;
  bool fact = false;
};

// text[span] with its marks set in brackets.
std::string Marked(std::string_view text, Span span, std::vector<Mark> marks) {
  std::sort(marks.begin(), marks.end(),
            [](const Mark& x, const Mark& y) { return std::tie(x.span, y.fact) < std::tie(y.span, x.fact); });
  std::string out;
  uint32_t at = span.start;
  for (const Mark& mark : marks) {
    if (mark.span.start < at || mark.span.end > span.end) continue;
    StrAppend(&out, text.substr(at, mark.span.start - at), mark.fact ? "[[" : "[", mark.span.In(text), mark.fact ? "]]" : "]");
    at = mark.span.end;
  }
  StrAppend(&out, text.substr(at, span.end - at));
  return out;
}

class PairView {
 public:
  PairView(const Document& a, const Document& b, const Reuse& reuse, int width)
      : a_(a),
        b_(b),
        reuse_(reuse),
        columns_(width),
        context_(static_cast<uint32_t>(std::clamp((width - 32) / 2, 12, kContext))),
        passages_(reuse.passages) {
    std::sort(passages_.begin(), passages_.end(),
              [](const Passage& x, const Passage& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  }

  std::string Write() {
    StrAppend(&out_, OneLine(reuse_.a), " / ", OneLine(reuse_.b), ": ", JsonName(reuse_.kind), ", ", Percent(reuse_.share_a),
              " of the first, ", Percent(reuse_.share_b), " of the second\n");
    if (!reuse_.source.empty()) StrAppend(&out_, "likely origin: ", OneLine(reuse_.source), "\n");
    for (const std::string& sign : reuse_.evidence) StrAppend(&out_, "  - ", OneLine(sign), "\n");
    WriteChanges();
    out_ += "\n";
    if (a_.text.empty() || b_.text.empty()) {
      out_ += "The texts are not at hand: run `crosscheck extract --text`.\n";
      return std::move(out_);
    }
    WriteStories();
    return std::move(out_);
  }

 private:
  void WriteChanges() {
    if (reuse_.changes.empty()) return;
    out_ += "\nChanged inside copied text\n";
    for (const Edit& change : reuse_.changes) {
      StrAppend(&out_, "  ", ChangeText(a_.text, b_.text, change), "\n      ", Around(a_.text, change.a), "\n      ",
                Around(b_.text, change.b), "\n");
    }
  }

  // The words around a span, cut at spaces.
  std::string Around(std::string_view text, Span span) const {
    if (span.end > text.size()) return "";
    size_t start = span.start > context_ ? span.start - context_ : 0;
    while (start > 0 && start < span.start && text[start - 1] != ' ' && text[start - 1] != '\n') ++start;
    size_t end = std::min<size_t>(text.size(), span.end + context_);
    while (end < text.size() && end > span.end && text[end] != ' ' && text[end] != '\n') --end;
    return OneLine(Marked(text, {static_cast<uint32_t>(start), static_cast<uint32_t>(end)}, {{span, true}}));
  }

  static Span SpanOfStory(const Document& document, int id) {
    for (const Story& story : document.stories) {
      if (story.id == id) return story.span;
    }
    return {0, static_cast<uint32_t>(document.text.size())};
  }

  void WriteStories() {
    const Span story_a = SpanOfStory(a_, reuse_.a_story);
    const Span story_b = SpanOfStory(b_, reuse_.b_story);
    uint32_t at_a = story_a.start;
    uint32_t at_b = story_b.start;
    for (const Passage& p : passages_) {
      const std::string_view before_a = p.a.start > at_a ? Span{at_a, p.a.start}.In(a_.text) : std::string_view();
      const std::string_view before_b = p.b.start > at_b ? Span{at_b, p.b.start}.In(b_.text) : std::string_view();
      columns_.Add(before_a, before_b, false, &out_);
      WritePassage(p);
      at_a = std::max(at_a, p.a.end);
      at_b = std::max(at_b, p.b.end);
    }
    columns_.Add(at_a < story_a.end ? Span{at_a, story_a.end}.In(a_.text) : std::string_view(),
                 at_b < story_b.end ? Span{at_b, story_b.end}.In(b_.text) : std::string_view(), false, &out_);
  }

  void WritePassage(const Passage& p) {
    std::vector<Mark> marks_a;
    std::vector<Mark> marks_b;
    const auto add = [&](const Edit& edit, bool fact) {
      if (!edit.a.empty() && p.a.Contains(edit.a)) marks_a.push_back({edit.a, fact});
      if (!edit.b.empty() && p.b.Contains(edit.b)) marks_b.push_back({edit.b, fact});
    };
    for (const Edit& change : reuse_.changes) add(change, true);
    for (const Edit& edit : WordEdits(a_.text, p.a, b_.text, p.b)) {
      const bool known = std::any_of(reuse_.changes.begin(), reuse_.changes.end(),
                                     [&](const Edit& change) { return edit.a.Overlaps(change.a) || edit.b.Overlaps(change.b); });
      if (!known) add(edit, false);
    }
    columns_.Add(Marked(a_.text, p.a, std::move(marks_a)), Marked(b_.text, p.b, std::move(marks_b)), true, &out_);
  }

  const Document& a_;
  const Document& b_;
  const Reuse& reuse_;
  Columns columns_;
  const uint32_t context_;  // bytes shown on each side of a change
  std::vector<Passage> passages_;
  std::string out_;
};

}  // namespace

std::string OriginText(const Worksheet& sheet, const ReuseArticle& row) {
  if (row.origin.empty()) return "";
  if (row.origin == row.document) return "this one";
  const Record* record = FindRecord(sheet, row.origin);
  const std::string_view outlet = record == nullptr ? std::string_view() : std::string_view(record->document.outlet);
  return outlet.empty() ? row.origin : StrCat(outlet, " (", row.origin, ")");
}

std::string WriteReuseText(const Worksheet& sheet) { return ReuseList(sheet).Write(); }

std::string ShowPair(const Worksheet& sheet, std::string_view a, std::string_view b, int width) {
  if (b < a) std::swap(a, b);
  const Record* record_a = FindRecord(sheet, a);
  const Record* record_b = FindRecord(sheet, b);
  if (record_a == nullptr) return StrCat("no document ", OneLine(a), "\n");
  if (record_b == nullptr) return StrCat("no document ", OneLine(b), "\n");
  std::string out;
  for (const Reuse& reuse : sheet.reuse) {
    if (reuse.a != a || reuse.b != b) continue;
    if (!out.empty()) out += "\n";
    out += PairView(record_a->document, record_b->document, reuse, width).Write();
  }
  if (out.empty()) return StrCat(OneLine(a), " and ", OneLine(b), " share no text.\n");
  return out;
}

}  // namespace crosscheck
