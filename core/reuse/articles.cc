#include "reuse/articles.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/strings.h"
#include "reuse/words.h"

namespace crosscheck {
namespace {

using Place = std::pair<std::string, int>;  // document, story

int Strength(ReuseKind kind) {
  switch (kind) {
    case ReuseKind::kCopy:
      return 4;
    case ReuseKind::kPartial:
      return 3;
    case ReuseKind::kQuote:
      return 2;
    case ReuseKind::kTemplate:
      return 1;
    case ReuseKind::kBoilerplate:
      return 0;
  }
  return 0;
}

ReuseArticle RowOf(const Document& document, const Story& story) {
  ReuseArticle row;
  row.document = document.id;
  row.story = story.id;
  row.title = story.headline.empty() || document.stories.size() == 1 ? document.title : story.headline;
  if (row.title.empty()) row.title = story.headline;
  row.outlet = document.outlet;
  row.url = document.url;
  const std::optional<Published>& published = story.published ? story.published : document.published;
  if (published && published->days.from) row.published = published->days;
  const WordArray words = ReadStoryWords(document.text, story);
  row.words = static_cast<int>(words.size());
  return row;
}

std::optional<Day> FirstDay(const ReuseArticle& row) { return row.published ? row.published->from : std::nullopt; }

class RowMaker {
 public:
  explicit RowMaker(const Worksheet& sheet) : sheet_(sheet) {}

  std::vector<ReuseArticle> Make() {
    for (const Record& record : sheet_.documents) {
      for (const Story& story : record.document.stories) {
        rows_of_[{record.document.id, story.id}] = rows_.size();
        rows_.push_back(RowOf(record.document, story));
      }
    }
    for (size_t f = 0; f < sheet_.families.size(); ++f) {
      for (const Place& member : sheet_.families[f].members) {
        if (ReuseArticle* row = Find(member)) {
          row->family = sheet_.families[f].id;
          row->origin = sheet_.families[f].origin;
          order_[row->family] = f + 1;
        }
      }
    }
    for (const Reuse& reuse : sheet_.reuse) {
      if (reuse.a == reuse.b && reuse.a_story == reuse.b_story) continue;
      AddPair(reuse, {reuse.a, reuse.a_story}, {reuse.b, reuse.b_story}, reuse.share_a);
      AddPair(reuse, {reuse.b, reuse.b_story}, {reuse.a, reuse.a_story}, reuse.share_b);
    }
    MarkEarliest();
    const auto key = [&](const ReuseArticle& row) {
      const auto family = order_.find(row.family);
      const size_t place = family == order_.end() ? sheet_.families.size() + (row.kind ? 1 : 2) : family->second;
      const std::optional<Day> day = FirstDay(row);
      return std::tuple(place, !day.has_value(), day.value_or(Day()), row.document, row.story);
    };
    std::sort(rows_.begin(), rows_.end(), [&](const ReuseArticle& x, const ReuseArticle& y) { return key(x) < key(y); });
    return std::move(rows_);
  }

 private:
  ReuseArticle* Find(const Place& place) {
    const auto found = rows_of_.find(place);
    return found == rows_of_.end() ? nullptr : &rows_[found->second];
  }

  // The strongest kind holds; in a family the signs are those of the pair with its origin.
  void AddPair(const Reuse& reuse, const Place& place, const Place& other, double share) {
    ReuseArticle* row = Find(place);
    if (row == nullptr) return;
    const bool stronger = !row->kind || Strength(*row->kind) < Strength(reuse.kind);
    const bool same = row->kind == reuse.kind;
    if (stronger) {
      row->kind = reuse.kind;
      row->share = share;
    } else if (same) {
      row->share = std::max(row->share, share);
    }
    if (row->family.empty() && stronger && !reuse.source.empty()) {
      row->origin = reuse.source;
      row->reason = reuse.evidence;
    }
    if (!row->family.empty() && other.first == row->origin && place.first != row->origin) row->reason = reuse.evidence;
  }

  void MarkEarliest() {
    std::map<std::string, std::vector<ReuseArticle*>> families;
    for (ReuseArticle& row : rows_) {
      if (!row.family.empty()) families[row.family].push_back(&row);
    }
    for (const auto& [family, rows] : families) {
      std::optional<Day> first;
      for (const ReuseArticle* row : rows) {
        if (const auto day = FirstDay(*row); day && (!first || *day < *first)) first = day;
      }
      const auto on_first = [&](const ReuseArticle* row) { return first && FirstDay(*row) == first; };
      if (std::count_if(rows.begin(), rows.end(), on_first) == 1) (*std::find_if(rows.begin(), rows.end(), on_first))->earliest = true;
    }
  }

  const Worksheet& sheet_;
  std::vector<ReuseArticle> rows_;
  std::map<Place, size_t> rows_of_;
  std::map<std::string, size_t> order_;  // of families
};

}  // namespace

std::vector<ReuseArticle> ReuseArticles(const Worksheet& sheet) { return RowMaker(sheet).Make(); }

void HideOutlets(const std::vector<std::string>& outlets, Worksheet* sheet) {
  if (outlets.empty()) return;
  StringSet hidden;  // documents
  for (const Record& record : sheet->documents) {
    const bool hide = std::any_of(outlets.begin(), outlets.end(),
                                  [&](const std::string& outlet) { return EqualsIgnoreCase(outlet, record.document.outlet); });
    if (hide) hidden.insert(record.document.id);
  }
  std::erase_if(sheet->documents, [&](const Record& record) { return hidden.contains(record.document.id); });
  std::erase_if(sheet->reuse, [&](const Reuse& reuse) { return hidden.contains(reuse.a) || hidden.contains(reuse.b); });
  for (Family& family : sheet->families) {
    std::erase_if(family.members, [&](const Place& member) { return hidden.contains(member.first); });
  }
  std::erase_if(sheet->families, [](const Family& family) { return family.members.size() < 2; });
  for (CarriedText& carried : sheet->carried) {
    std::erase_if(carried.places, [&](const CarriedPlace& place) { return hidden.contains(place.document); });
    StringSet documents;
    for (const CarriedPlace& place : carried.places) documents.insert(place.document);
    carried.documents = static_cast<int>(documents.size());
  }
  std::erase_if(sheet->carried, [](const CarriedText& carried) { return carried.documents < 2; });
}

}  // namespace crosscheck
