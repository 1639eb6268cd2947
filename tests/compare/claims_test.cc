#include "compare/claims.h"

#include "tests/compare/made_bundle.h"

namespace crosscheck {
namespace {

TEST(Claims, AnHourOfADayIsAClaimOfBoth) {
  const MadeBundle bundle({"Published 4 May 2033\n\nPolice came to the mill in Orlby at 3:20 a.m. on Tuesday.",
                           "Published 4 May 2033\n\nOn Tuesday police came to the mill in Orlby."});
  EXPECT_EQ(bundle.Claim(0, "3:20 a.m. on Tuesday").type, ClaimType::kTime);
  EXPECT_EQ(bundle.Claim(0, "Tuesday").type, ClaimType::kDate);
  EXPECT_TRUE(EqualValues(bundle.Claim(0, "Tuesday"), bundle.Claim(1, "Tuesday")));
}

TEST(Claims, WeekdaysAreHeldAgainstEachOtherWhereNoWeekIsKnown) {
  const MadeBundle bundle({"Ada Holt opened the mill in Orlby on Sunday.", "Ada Holt opened the mill in Orlby on Monday."});
  EXPECT_EQ(bundle.CannotLink("Sunday", "Monday"), Gate::kNone);
  EXPECT_FALSE(ValuesMeet(bundle.Claim(0, "Sunday"), bundle.Claim(1, "Monday")));
}

}  // namespace
}  // namespace crosscheck
