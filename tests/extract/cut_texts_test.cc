// A text may end anywhere. Every fixture, cut after each token and the short ones after each byte, and thousands of made-up articles
// go through reading them, extraction and comparison: nothing looks past the ends (the sanitizers watch), and all spans stand inside
// the text.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/files.h"
#include "base/total_array.h"
#include "base/utf8.h"
#include "crosscheck/crosscheck.h"
#include "extract/grammar.h"
#include "tests/extract/made_news.h"
#include "tests/paths.h"

namespace crosscheck {
namespace {

constexpr size_t kLead = 300;        // bytes kept in front of a cut, so that the work stays linear
constexpr size_t kEveryByte = 400;   // texts up to this length are cut at each byte

const Rulebook& Rules() {
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  return rules;
}

Document PlainDocument(std::string_view text) {
  size_t replaced = 0;
  Document document;
  document.text = RepairUtf8(text, &replaced);
  document.uri = document.id = "cut";
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(story);
  return document;
}

// The first span of the record that does not stand inside the text, or "".
std::string Misplaced(const Record& record) {
  const size_t size = record.document.text.size();
  const auto outside = [&](Span span) { return span.start >= span.end || span.end > size; };
  for (const Statement& s : record.statements) {
    if (s.content.empty()) return s.id;
    for (const Span part : s.content) {
      if (outside(part)) return s.id;
    }
    for (const Span part : s.cue) {
      if (outside(part)) return s.id;
    }
    for (const Source& source : s.sources) {
      if (outside(source.span)) return s.id;
    }
  }
  for (const Figure& figure : record.figures) {
    if (outside(figure.span) || (figure.counted && outside(figure.counted->span))) return figure.id;
  }
  for (const Timex& date : record.dates) {
    if (outside(date.span)) return date.id;
  }
  for (const Name& name : record.names) {
    for (const Span mention : name.mentions) {
      if (outside(mention)) return name.id;
    }
  }
  return "";
}

void ExpectSound(std::string_view text) {
  const Record record = Extract(PlainDocument(text), Rules());
  ASSERT_EQ(Misplaced(record), "") << text;
}

// Texts of the fixtures: pages as they are read, and the files as they are.
const std::set<std::string>& FixtureTexts() {
  static const std::set<std::string>& texts = *new std::set<std::string>([] {
    std::set<std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kFixtures)) {
      const std::string path = entry.path().string();
      // The marked bundles are of the kind of fixtures/bundles, and many.
      if (!entry.is_regular_file() || path.find("/marked/") != std::string::npos) continue;
      const absl::StatusOr<std::string> bytes = ReadFile(path, 1 << 24);
      EXPECT_TRUE(bytes.ok()) << path;
      const bool data = path.ends_with(".json") || path.ends_with(".want") || path.ends_with(".segments");
      if (!data && path.find("/corpus/") != std::string::npos) out.insert(bytes->substr(0, 4000));
      std::vector<Unread> unread;
      if (!data) {
        for (Document& document : ReadAll(*bytes, {.uri = path}, &unread)) out.insert(std::move(document.text));
      }
    }
    return out;
  }());
  return texts;
}

TEST(TotalArrayTest, OutsideStandsTheSentinel) {
  TotalArray<int> array({1, 2}, 9);
  EXPECT_EQ(array[0], 1);
  EXPECT_EQ(array[2], 9);
  EXPECT_EQ(array[static_cast<size_t>(-1)], 9);
  EXPECT_EQ(array[static_cast<uint32_t>(-1)], 9);
  array.Edit(2) = 5;
  array.Edit(static_cast<size_t>(-1)) = 5;
  EXPECT_EQ(array[2], 9);
  array.Add(3);
  EXPECT_EQ(array[2], 3);
  EXPECT_EQ(array[3], 9);
  array.Assign(1, 7);
  EXPECT_EQ(array[0], 7);
  EXPECT_EQ(array[1], 9);
  EXPECT_EQ(std::vector<int>(array.begin(), array.end()), std::vector<int>{7});
  EXPECT_EQ(std::move(array).Release(), std::vector<int>{7});
}

TEST(CutTextsTest, OutsideOfTheTextStandsAFullStop) {
  for (const std::string text : {"", "contributed", "Ada Brook said"}) {
    const Document document = PlainDocument(text);
    const TextView view = MakeTextView(document, Rules().tables());
    const QuoteMap quotes = FindQuotes(view);
    const Grammar grammar(view, quotes);
    for (const uint32_t t : {static_cast<uint32_t>(view.tokens.size()), UINT32_MAX, UINT32_MAX - 1}) {
      EXPECT_EQ(view.tokens[t].token_class, TokenClass::kStop);
      EXPECT_EQ(view.Text(t).size(), 1u);
      EXPECT_TRUE(view.tokens[t].span().In(text).empty());
      EXPECT_EQ(grammar.QuotationOf(t), nullptr);
      EXPECT_FALSE(grammar.OpensNounPhrase(t) || grammar.IsAdverb(t) || grammar.IsFiniteVerb(t) || grammar.IsNominal(t));
      EXPECT_TRUE(view.StoryOf(view.SentenceOf(t)).segments.empty());
      EXPECT_EQ(view.RoleOf(view.SentenceOf(t)), SegmentRole::kBody);
    }
  }
}

TEST(CutTextsTest, SentencesWithoutTheirEnd) {
  for (const std::string sentence : {
           "Ada Brook and Jonas Vale in Skarholm contributed to this report",
           "\"The dam is old,\" Brook said, and he denied it, adding that the ministry had asked to",
           "The man, identified as Jonas Vale, 34, of Ostra, was quoted by the Courier as saying \"no",
           "According to the mayor, who spoke on Monday at 6 p.m., between 20 and 30 of the",
           "Police put the toll at 14, up from 9 on Tuesday, the agency reported, citing a spokesman for",
           "The Harbour Board did not respond to requests for comment. It refused to say whether the",
           "Asked about the vote, the chief of the police chief's office said he'd",
           "Q: Was it 3.5 million? A: Nearly 4, the 12-year-old's mother told",
       }) {
    for (size_t end = 0; end <= sentence.size(); ++end) {
      ExpectSound(sentence.substr(0, end));
      ExpectSound(sentence.substr(end));
    }
  }
}

TEST(CutTextsTest, EveryFixtureAtEachToken) {
  size_t cuts = 0;
  for (const std::string& text : FixtureTexts()) {
    TokenStream stream;
    Tokenize(text, {0, static_cast<uint32_t>(text.size())}, Rules().tables().lexicon, &stream);
    const bool short_text = text.size() <= kEveryByte;
    for (size_t i = 0; !short_text && i < stream.tokens.size(); ++i, ++cuts) {
      const size_t end = stream.tokens[i].end();
      const size_t lead = end - std::min(end, kLead);
      const size_t first = lead == 0 ? 0 : std::min(text.find(' ', lead), end);
      ExpectSound(std::string_view(text).substr(first, end - first));
      if (HasFatalFailure()) return;
    }
    for (size_t end = 0; short_text && end <= text.size(); ++end, ++cuts) {
      ExpectSound(std::string_view(text).substr(0, end));
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_GT(cuts, 20000u);
}

TEST(CutTextsTest, MadeUpArticlesAndTheirBundles) {
  constexpr int kArticles = 5000;
  constexpr int kBundle = 50;
  for (int first = 0; first < kArticles; first += kBundle) {
    std::vector<Record> bundle;
    for (int i = first; i < first + kBundle; ++i) {
      Document document = PlainDocument(NewsMaker(static_cast<uint64_t>(i)).Article());
      document.id = document.uri = std::to_string(i);
      document.published = Published{{Day(std::chrono::days(19800 + i % 7)), Day(std::chrono::days(19800 + i % 7))}, {}};
      bundle.push_back(Extract(std::move(document), Rules()));
      ASSERT_EQ(Misplaced(bundle.back()), "") << bundle.back().document.text;
    }
    EXPECT_EQ(Compare(std::move(bundle), Rules(), {}).documents.size(), static_cast<size_t>(kBundle));
  }
}

}  // namespace
}  // namespace crosscheck
