#include "compare/pairing.h"

#include "tests/compare/made_bundle.h"

namespace crosscheck {
namespace {

TEST(Stories, ShareANameHoweverFewWords) {
  const MadeBundle bundle({"The ferry Sula ran aground off Port Maren in fog, and four people died. Divers searched the wreck.",
                           "A minister resigned over Port Maren yesterday. Four people had drowned."});
  EXPECT_GT(bundle.index().StoryLikeness(0, 1), 0);
  EXPECT_EQ(bundle.CannotLink("four", "Four"), Gate::kNone);
}

TEST(Stories, WithoutANameOfTheirOwnAreUnlike) {
  const MadeBundle bundle({"A ferry ran aground off Port Maren in fog, and four people died.",
                           "Four people died when a bus hit a wall near Tolsta on a wet road."});
  EXPECT_EQ(bundle.index().StoryLikeness(0, 1), 0);
  EXPECT_EQ(bundle.CannotLink("four", "Four"), Gate::kStories);
}

TEST(Stories, ANameIsOneWhetherPlaceOrBody) {
  const MadeBundle bundle(
      {"The keeper on Tarn Rock was lifted off after 31 hours.", "On Tarn Rock one woman kept the lamp lit for 31 hours."});
  EXPECT_EQ(bundle.CannotLink("31 hours", "31 hours"), Gate::kNone);
}

TEST(SideBySide, SpeaksOfLikeEventsOnly) {
  const MadeBundle bundle({"Four miners died in the Kestrel pit at Orlby. In all four were killed and five were hurt.",
                           "Five miners died in the Kestrel pit at Orlby."});
  EXPECT_FALSE(bundle.index().SideBySide(bundle.Claim(0, "Four"), bundle.Claim(1, "Five")));
  EXPECT_TRUE(bundle.index().SideBySide(bundle.Claim(0, "four"), bundle.Claim(0, "five")));
}

TEST(Marks, BehindAnotherNumberSpeakOfThatOne) {
  const MadeBundle bundle(
      {"Turnout in Orlby was 63 percent, down from 71 percent four years ago.", "Turnout in Orlby was 58 percent."});
  EXPECT_FALSE(bundle.Claim(0, "63 percent").Has(Mark::kPeriod));
  EXPECT_TRUE(bundle.Claim(0, "71 percent").Has(Mark::kPeriod));
  EXPECT_EQ(bundle.CannotLink("63 percent", "58 percent"), Gate::kNone);
}

TEST(Marks, AGuessIsNoPlan) {
  const MadeBundle bundle({"The train may have been doing 120 km/h near Orlby.", "The train may reach 120 km/h near Orlby."});
  EXPECT_FALSE(bundle.Claim(0, "120 km/h").Has(Mark::kPlan));
  EXPECT_TRUE(bundle.Claim(1, "120 km/h").Has(Mark::kPlan));
}

TEST(Heads, AVerbAfterTheNumberIsNotWhatIsCounted) {
  const MadeBundle bundle(
      {"An earthquake of magnitude 6.4 struck Orlby at dawn.", "A magnitude 6.8 earthquake hit Orlby at dawn."});
  EXPECT_TRUE(SameHead(bundle.Claim(0, "6.4"), bundle.Claim(1, "6.8")));
}

}  // namespace
}  // namespace crosscheck
