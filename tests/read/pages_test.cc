// The invented pages of fixtures/pages: how each is cut into stories and segments stands beside it, made by this test.
#include <algorithm>
#include <filesystem>

#include "base/days.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "crosscheck/crosscheck.h"
#include "gtest/gtest.h"
#include "tests/golden_file.h"
#include "tests/read/segment_list.h"

namespace crosscheck {
namespace {

std::vector<std::string> PageNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFixtures + "/pages")) {
    if (entry.path().extension() != ".segments") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Document ReadPage(std::string_view bytes, const std::string& name) {
  ReadHint hint;
  hint.uri = name;
  std::vector<Unread> unread;
  std::vector<Document> documents = ReadAll(bytes, hint, &unread);
  EXPECT_LE(documents.size(), 1u);
  return documents.empty() ? Document() : std::move(documents[0]);
}

TEST(PagesTest, StoriesAndSegments) {
  const std::vector<std::string> names = PageNames();
  ASSERT_GE(names.size(), 4u);
  for (const std::string& name : names) {
    const auto bytes = ReadFile(StrCat(kFixtures, "/pages/", name), 1 << 20);
    ASSERT_TRUE(bytes.ok()) << bytes.status();
    ExpectFile(StrCat("fixtures/pages/", name, ".segments"), SegmentList(ReadPage(*bytes, name)));
  }
}

// No claim comes out of what is not the story.
TEST(PagesTest, FurnitureIsNoStory) {
  const auto bytes = ReadFile(kFixtures + "/pages/two-stories.html", 1 << 20);
  const Document document = ReadPage(*bytes, "two-stories.html");
  std::string claims;
  for (const Story& story : document.stories) {
    for (const Segment& segment : story.segments) {
      if (segment.role == SegmentRole::kBody || segment.role == SegmentRole::kStandfirst)
        StrAppend(&claims, segment.span.In(document.text), "\n");
    }
  }
  for (const std::string_view other : {"mourning gulls", "2,000 sign", "41 cracks", "9,000 readers", "55 cracks", "12 days"}) {
    EXPECT_EQ(claims.find(other), std::string::npos) << other;
  }
}

// Cut, a byte changed, a piece doubled, a tag put in: the same by the same seed.
std::string Mutated(std::string page, uint32_t* state) {
  const auto below = [&](size_t limit) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return limit == 0 ? 0 : *state % limit;
  };
  constexpr std::string_view kTags[] = {"<p>",      "</div>", "<article>", "<table><td>", "<!--",
                                        "<script>", "</p",    "<a href='", "&#",          "\xFF"};
  const size_t edits = 1 + below(6);
  for (size_t i = 0; i < edits; ++i) {
    const size_t at = below(page.size());
    switch (below(5)) {
      case 0:
        page.resize(at);
        break;
      case 1:
        if (!page.empty()) page[at] = static_cast<char>(below(256));
        break;
      case 2:
        page.insert(at, page.substr(below(page.size()), below(400)));
        break;
      case 3:
        page.erase(at, below(200));
        break;
      default:
        page.insert(at, kTags[below(std::size(kTags))]);
    }
  }
  return page;
}

TEST(PagesTest, TwoThousandDamagedPagesAreReadSoundly) {
  std::vector<std::string> pages;
  std::vector<std::string> names = PageNames();
  for (const std::string& name : names) pages.push_back(*ReadFile(StrCat(kFixtures, "/pages/", name), 1 << 20));
  uint32_t state = 20240612;
  for (size_t i = 0; i < 2000; ++i) {
    const Document document = ReadPage(Mutated(pages[i % pages.size()], &state), names[i % pages.size()]);
    ASSERT_EQ(Unsoundness(document), "") << i;
  }
}

// Pages of a folder of one's own, mutated likewise: CROSSCHECK_PAGES=FOLDER (of .html files).
TEST(PagesTest, DamagedPagesOfAFolder) {
  const char* folder = std::getenv("CROSSCHECK_PAGES");
  if (folder == nullptr) GTEST_SKIP() << "CROSSCHECK_PAGES names no folder";
  uint32_t state = 20240613;
  size_t read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto page = ReadFile(entry.path().string(), 64 << 20);
    if (!page.ok()) continue;
    ASSERT_EQ(Unsoundness(ReadPage(*page, "page.html")), "") << entry.path();
    for (int i = 0; i < 4; ++i) ASSERT_EQ(Unsoundness(ReadPage(Mutated(*page, &state), "page.html")), "") << entry.path();
    ++read;
  }
  RecordProperty("pages", static_cast<int>(read));
}

}  // namespace
}  // namespace crosscheck
