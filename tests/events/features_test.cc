#include "events/features.h"

#include <algorithm>

#include "events/similarity.h"
#include "gmock/gmock.h"
#include "made_stories.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

StoryFeatures Of(const Record& record) { return FeaturesOf(record, record.document.stories.front(), BuiltInRules().tables().lexicon, BackgroundOf(BuiltInRules().tables())); }

TEST(FeaturesTest, TheBeginningIsStemsOfWordsWithoutMarksAndNumbers) {
  const Record record = MadeRecord("a", "Divers searched 14 wrecks; the harbour's masters waited.");
  EXPECT_THAT(BeginningOf(record.document, record.document.stories.front(), BuiltInRules().tables().lexicon),
              ElementsAre("diver", "search", "wreck", "the", "harbor", "master", "wait"));
}

TEST(FeaturesTest, TheVectorHasTheLengthOfAllAndIsSorted) {
  std::string text = "Ada Holt, the harbour master of Orlby, said divers had found the wreck of the ferry Selma off Tarn Point.";
  for (int i = 0; i < 300; ++i) StrAppend(&text, " word", std::string(1, static_cast<char>('a' + i % 26)), std::string(1, static_cast<char>('a' + i / 26)));
  const StoryFeatures features = Of(MadeRecord("a", text));
  uint64_t squares = 0;
  for (const Term& term : features.terms) squares += uint64_t{term.weight} * term.weight;
  EXPECT_GT(squares, uint64_t{kLength} * kLength * 85 / 100);  // rounded down, term by term
  EXPECT_LE(squares, uint64_t{kLength} * kLength);
  EXPECT_TRUE(std::is_sorted(features.terms.begin(), features.terms.end(), [](const Term& a, const Term& b) { return a.key < b.key; }));
  EXPECT_TRUE(std::is_sorted(features.keys.begin(), features.keys.end()));
  EXPECT_LE(features.terms.size(), 72u);
  EXPECT_LE(features.keys.size(), 36u);
}

TEST(FeaturesTest, WordsThatAllNewsHasWeighNextToNothing) {
  const StoryFeatures one = Of(MadeRecord("a", "The tram stopped in the rain and it was late to the depot."));
  const StoryFeatures other = Of(MadeRecord("b", "The mayor spoke in the hall and it was hard on the council."));
  EXPECT_LT(LikenessOf(one, other), (uint32_t{1} << 20) * 3 / 100);
}

TEST(FeaturesTest, APersonGoesByTheLastName) {
  const StoryFeatures full = Of(MadeRecord("a", "Ada Holt waited."));
  const StoryFeatures with_other_first_name = Of(MadeRecord("b", "Mr Bo Holt slept."));
  EXPECT_GT(LikenessOf(full, with_other_first_name), 0u);
}

TEST(FeaturesTest, AStoryWithoutAWordHasNoFeatures) {
  Record record = MadeRecord("a", "12 34");
  EXPECT_THAT(Of(record).terms, IsEmpty());
  EXPECT_THAT(Of(record).keys, IsEmpty());
}

}  // namespace
}  // namespace crosscheck
