// Small inline pictures. Each has a text that says the same, so that nothing is told by shape or colour alone.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/days.h"
#include "report/display.h"
#include "report/html_page.h"

namespace crosscheck {
namespace {

constexpr size_t kMatrixArticles = 24;

struct Cell {
  int agree = 0;
  int differ = 0;
};

std::map<std::pair<size_t, size_t>, Cell> CountPairs(const HtmlPage& page) {
  std::map<std::pair<size_t, size_t>, Cell> cells;
  for (const Group& group : page.sheet.groups) {
    if (group.relation == Relation::kCompatible) continue;
    std::map<size_t, std::string_view> side_of;  // of each article, its first side
    for (const GroupMember& member : group.members) {
      const auto it = page.numbers.find(member.document);
      if (it != page.numbers.end() && it->second < kMatrixArticles) side_of.emplace(it->second, member.side);
    }
    for (auto a = side_of.begin(); a != side_of.end(); ++a) {
      for (auto b = std::next(a); b != side_of.end(); ++b) {
        if (a->second.empty() != b->second.empty()) continue;  // beside the sides: no more than not contradicted
        const bool same = a->second == b->second;
        ++(same ? cells[{a->first, b->first}].agree : cells[{a->first, b->first}].differ);
      }
    }
  }
  return cells;
}

struct Point {
  Day day;
  Decimal value;
  std::string letter;
  friend bool operator==(const Point&, const Point&) = default;
};

// The group's figures with the day their story was published.
std::vector<Point> PointsOf(const HtmlPage& page, const Group& group) {
  std::vector<Point> points;
  for (const GroupMember& member : group.members) {
    const Record* record = page.index.Find(member.document);
    if (record == nullptr || !record->document.published || !record->document.published->days.from) continue;
    for (const Figure& figure : record->figures) {
      if (figure.id != member.claim || (!figure.low && !figure.high)) continue;
      points.push_back(
          {*record->document.published->days.from, figure.low ? *figure.low : *figure.high, page.index.Letter(member.document)});
    }
  }
  std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) {
    return std::tie(a.day, a.value, a.letter) < std::tie(b.day, b.value, b.letter);
  });
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

// Points of one day and value as one, with all their articles: "4 a d".
struct DayMark {
  Day day;
  Decimal value;
  std::string label;
};

std::vector<DayMark> MarksOf(const std::vector<Point>& points) {
  std::vector<DayMark> marks;
  for (const Point& p : points) {
    if (marks.empty() || marks.back().day != p.day || marks.back().value != p.value) {
      marks.push_back({p.day, p.value, p.value.ToString()});
    }
    StrAppend(&marks.back().label, " ", p.letter);
  }
  return marks;
}

}  // namespace

std::string MatrixPicture(const HtmlPage& page) {
  const auto cells = CountPairs(page);
  if (cells.empty()) return "";
  const size_t count = std::min(page.sheet.documents.size(), kMatrixArticles);
  constexpr size_t kSize = 34;
  constexpr size_t kEdge = 26;
  std::string words;
  std::string drawn;
  for (size_t i = 0; i < count; ++i) {
    StrAppend(&drawn, "<text x=\"", kEdge + i * kSize + kSize / 2, "\" y=\"16\" text-anchor=\"middle\">", LetterOf(i),
              "</text><text x=\"14\" y=\"", kEdge + i * kSize + kSize / 2 + 4, "\" text-anchor=\"middle\">", LetterOf(i),
              "</text>");
    for (size_t j = 0; j < count; ++j) {
      StrAppend(&drawn, "<rect class=\"cell\" x=\"", kEdge + j * kSize, "\" y=\"", kEdge + i * kSize, "\" width=\"", kSize,
                "\" height=\"", kSize, "\"/>");
    }
  }
  for (const auto& [pair, cell] : cells) {
    const size_t x = kEdge + pair.second * kSize;
    const size_t y = kEdge + pair.first * kSize;
    StrAppend(&words, words.empty() ? "" : "; ", LetterOf(pair.first), " and ", LetterOf(pair.second), ": ", cell.agree,
              " agree, ", cell.differ, " differ");
    const size_t mirror_x = kEdge + pair.first * kSize;
    const size_t mirror_y = kEdge + pair.second * kSize;
    if (cell.agree > 0) {
      StrAppend(&drawn, "<circle class=\"yes\" cx=\"", x + kSize / 2, "\" cy=\"", y + kSize / 2,
                "\" r=\"11\"/><text class=\"on\" x=\"", x + kSize / 2, "\" y=\"", y + kSize / 2 + 4, "\" text-anchor=\"middle\">",
                cell.agree, "</text>");
    }
    if (cell.differ > 0) {
      StrAppend(&drawn, "<rect class=\"no\" x=\"", mirror_x + 6, "\" y=\"", mirror_y + 6,
                "\" width=\"22\" height=\"22\"/><text class=\"on\" x=\"", mirror_x + kSize / 2, "\" y=\"",
                mirror_y + kSize / 2 + 4, "\" text-anchor=\"middle\">", cell.differ, "</text>");
    }
  }
  const size_t side = kEdge + count * kSize + 2;
  return StrCat("<svg role=\"img\" aria-label=\"Agreement of articles: ", EscapeHtml(words), "\" width=\"", side, "\" height=\"",
                side, "\" viewBox=\"0 0 ", side, " ", side, "\">", drawn,
                "</svg><figcaption class=\"tag\">Circles above the diagonal: groups where two articles agree.<br>Squares below: "
                "where they differ.",
                page.sheet.documents.size() > count ? StrCat("<br>The first ", count, " articles.") : "", "</figcaption>");
}

std::string TimelinePicture(const HtmlPage& page, const Group& group) {
  const std::vector<DayMark> marks = MarksOf(PointsOf(page, group));
  if (marks.size() < 2 || marks.front().day == marks.back().day) return "";
  constexpr double kWidth = 440;
  constexpr double kHeight = 130;
  constexpr double kEdge = 40;
  double least = marks.front().value.ToDouble();
  double most = least;
  for (const DayMark& mark : marks) {
    least = std::min(least, mark.value.ToDouble());
    most = std::max(most, mark.value.ToDouble());
  }
  const auto days = static_cast<double>((marks.back().day - marks.front().day).count());
  const auto x = [&](const DayMark& m) {
    return static_cast<int>(kEdge + (kWidth - 2 * kEdge) * static_cast<double>((m.day - marks.front().day).count()) / days);
  };
  const auto y = [&](const DayMark& m) {
    const double share = most == least ? 0.5 : (m.value.ToDouble() - least) / (most - least);
    return static_cast<int>(kHeight - kEdge - (kHeight - 2 * kEdge) * share);
  };
  std::string path;
  std::string dots;
  std::string words;
  for (size_t i = 0; i < marks.size(); ++i) {
    const DayMark& m = marks[i];
    StrAppend(&path, i == 0 ? "M" : " H", x(m), i == 0 ? StrCat(" ", y(m)) : StrCat(" V", y(m)));
    // Beside the dot where another of the day stands above it, else over it.
    const bool crowded = i + 1 < marks.size() && marks[i + 1].day == m.day;
    StrAppend(&dots, "<circle class=\"dot\" cx=\"", x(m), "\" cy=\"", y(m), "\" r=\"4\"/><text x=\"", x(m) + (crowded ? 9 : 0),
              "\" y=\"", y(m) + (crowded ? 4 : -9), "\" text-anchor=\"", crowded ? "start" : "middle", "\">", m.label, "</text>");
    StrAppend(&words, words.empty() ? "" : "; ", FormatIsoDay(m.day), ": ", m.label);
  }
  return StrCat("<figure><svg role=\"img\" aria-label=\"Over time: ", words,
                "\" width=\"440\" height=\"130\" viewBox=\"0 0 440 130\"><path class=\"axis\" d=\"M20 106H420\"/>",
                "<path class=\"step\" d=\"", path, "\"/>", dots, "<text x=\"40\" y=\"122\" text-anchor=\"middle\">",
                FormatIsoDay(marks.front().day), "</text><text x=\"400\" y=\"122\" text-anchor=\"middle\">",
                FormatIsoDay(marks.back().day),
                "</text></svg><figcaption class=\"tag\">The figure by day of publication</figcaption></figure>");
}

}  // namespace crosscheck
