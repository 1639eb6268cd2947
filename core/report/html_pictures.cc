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
    std::map<size_t, std::string_view> side_of;  // of each article, its first side
    for (const GroupMember& member : group.members) {
      const auto it = page.numbers.find(member.document);
      if (it != page.numbers.end() && it->second < kMatrixArticles) side_of.emplace(it->second, member.side);
    }
    for (auto a = side_of.begin(); a != side_of.end(); ++a) {
      for (auto b = std::next(a); b != side_of.end(); ++b) {
        const bool same = a->second.empty() || b->second.empty() || a->second == b->second;
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
  const std::vector<Point> points = PointsOf(page, group);
  if (points.size() < 2 || points.front().day == points.back().day) return "";
  constexpr double kWidth = 420;
  constexpr double kHeight = 120;
  constexpr double kEdge = 34;
  double least = points.front().value.ToDouble();
  double most = least;
  for (const Point& point : points) {
    least = std::min(least, point.value.ToDouble());
    most = std::max(most, point.value.ToDouble());
  }
  const auto days = static_cast<double>((points.back().day - points.front().day).count());
  const auto x = [&](const Point& p) {
    return static_cast<int>(kEdge + (kWidth - 2 * kEdge) * static_cast<double>((p.day - points.front().day).count()) / days);
  };
  const auto y = [&](const Point& p) {
    return most == least
               ? static_cast<int>(kHeight / 2)
               : static_cast<int>(kHeight - kEdge - (kHeight - 2 * kEdge) * (p.value.ToDouble() - least) / (most - least));
  };
  std::string path;
  std::string dots;
  std::string words;
  for (size_t i = 0; i < points.size(); ++i) {
    const Point& p = points[i];
    StrAppend(&path, i == 0 ? "M" : " H", x(p), i == 0 ? StrCat(" ", y(p)) : StrCat(" V", y(p)));
    StrAppend(&dots, "<circle class=\"dot\" cx=\"", x(p), "\" cy=\"", y(p), "\" r=\"4\"/><text x=\"", x(p), "\" y=\"", y(p) - 9,
              "\" text-anchor=\"middle\">", p.value.ToString(), " ", p.letter, "</text>");
    StrAppend(&words, words.empty() ? "" : "; ", FormatIsoDay(p.day), ": ", p.value.ToString(), " (", p.letter, ")");
  }
  return StrCat("<figure><svg role=\"img\" aria-label=\"Over time: ", words,
                "\" width=\"420\" height=\"120\" viewBox=\"0 0 420 120\"><path class=\"step\" d=\"", path, "\"/>", dots,
                "<text x=\"34\" y=\"112\" text-anchor=\"middle\">", FormatIsoDay(points.front().day).substr(5),
                "</text><text x=\"386\" y=\"112\" text-anchor=\"middle\">", FormatIsoDay(points.back().day).substr(5),
                "</text></svg><figcaption class=\"tag\">The figure by day of publication</figcaption></figure>");
}

}  // namespace crosscheck
