// Small inline pictures. Each has a text that says the same, so that nothing is told by shape or colour alone.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/days.h"
#include "report/display.h"
#include "report/html_page.h"

namespace crosscheck {
namespace {

constexpr size_t kMatrixArticles = 24;

// How two articles stand to each other, group by group.
struct Cell {
  int agree = 0;
  int differ = 0;
  int both = 0;  // one of the two carries both sides
};

using Pairs = std::map<std::pair<size_t, size_t>, Cell>;

Pairs CountPairs(const HtmlPage& page) {
  Pairs cells;
  for (const Group& group : page.sheet.groups) {
    if (group.relation == Relation::kCompatible) continue;
    std::map<size_t, std::set<std::string_view>> sides_of;
    for (const GroupMember& member : group.members) {
      // Beside the sides: no more than not contradicted. A group without sides agrees.
      if (member.side.empty() && group.relation != Relation::kAgree) continue;
      const auto it = page.numbers.find(member.document);
      if (it != page.numbers.end()) sides_of[it->second].insert(member.side);
    }
    if (sides_of.size() > kMatrixArticles) continue;  // pairs of all would be the square of a large bundle
    for (auto a = sides_of.begin(); a != sides_of.end(); ++a) {
      for (auto b = std::next(a); b != sides_of.end(); ++b) {
        Cell& cell = cells[{a->first, b->first}];
        const bool both = a->second.size() > 1 || b->second.size() > 1;
        ++(both ? cell.both : a->second == b->second ? cell.agree : cell.differ);
      }
    }
  }
  return cells;
}

// The articles that have a cell, the first kMatrixArticles.
std::vector<size_t> ArticlesIn(const Pairs& cells) {
  std::set<size_t> articles;
  for (const auto& [pair, cell] : cells) articles.insert({pair.first, pair.second});
  std::vector<size_t> some(articles.begin(), articles.end());
  if (some.size() > kMatrixArticles) some.resize(kMatrixArticles);
  return some;
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
  const Pairs cells = CountPairs(page);
  const std::vector<size_t> articles = ArticlesIn(cells);
  if (articles.empty()) return "";
  constexpr size_t kSize = 34;
  constexpr size_t kEdge = 26;
  const auto at = [&](size_t i) { return kEdge + i * kSize; };
  std::string words;
  std::string drawn;
  for (size_t i = 0; i < articles.size(); ++i) {
    const std::string letter = LetterOf(articles[i]);
    StrAppend(&drawn, "<text x=\"", at(i) + kSize / 2, "\" y=\"16\" text-anchor=\"middle\">", letter, "</text><text x=\"14\" y=\"",
              at(i) + kSize / 2 + 4, "\" text-anchor=\"middle\">", letter, "</text>");
    for (size_t j = 0; j < articles.size(); ++j) {
      StrAppend(&drawn, "<rect class=\"cell\" x=\"", at(j), "\" y=\"", at(i), "\" width=\"", kSize, "\" height=\"", kSize, "\"/>");
    }
  }
  const auto count = [&](int n, std::string_view css, size_t x, size_t y) {
    if (n == 0) return;
    const bool round = css == "yes";
    if (round) StrAppend(&drawn, "<circle class=\"yes\" cx=\"", x, "\" cy=\"", y, "\" r=\"11\"/>");
    if (!round) StrAppend(&drawn, "<rect class=\"", css, "\" x=\"", x - 11, "\" y=\"", y - 11, "\" width=\"22\" height=\"22\"/>");
    StrAppend(&drawn, "<text class=\"", css == "both" ? "off" : "on", "\" x=\"", x, "\" y=\"", y + 4, "\" text-anchor=\"middle\">", n, "</text>");
  };
  for (size_t i = 0; i < articles.size(); ++i) {
    for (size_t j = i + 1; j < articles.size(); ++j) {
      const auto found = cells.find({articles[i], articles[j]});
      if (found == cells.end()) continue;
      const Cell& cell = found->second;
      StrAppend(&words, words.empty() ? "" : "; ", LetterOf(articles[i]), " and ", LetterOf(articles[j]), ": ", cell.agree, " agree, ",
                cell.differ, " differ", cell.both == 0 ? "" : StrCat(", ", cell.both, " where one carries both sides"));
      count(cell.agree, "yes", at(j) + kSize / 2, at(i) + kSize / 2);
      // Below the diagonal: outlined where one of the two carries both sides and nothing else differs.
      count(cell.differ > 0 ? cell.differ : cell.both, cell.differ > 0 ? "no" : "both", at(i) + kSize / 2, at(j) + kSize / 2);
    }
  }
  const size_t side = at(articles.size()) + 2;
  return StrCat("<svg role=\"img\" aria-label=\"Agreement of articles: ", EscapeHtml(words), "\" width=\"", side, "\" height=\"", side,
                "\" viewBox=\"0 0 ", side, " ", side, "\">", drawn,
                "</svg><figcaption class=\"tag\">Articles that tell one thing. Circles above the diagonal: groups where two agree.<br>Squares below: "
                "where they differ; outlined: one of them carries both sides.",
                articles.size() == kMatrixArticles ? StrCat("<br>The first ", kMatrixArticles, " articles.") : "", "</figcaption>");
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
