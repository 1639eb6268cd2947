#include "read/stamps.h"

#include "base/days.h"
#include "gtest/gtest.h"
#include "read/bylines.h"
#include "read/story_finish.h"
#include "rulebook/page_rules.h"

namespace crosscheck {
namespace {

std::string Iso(const std::optional<Day>& day) { return day ? FormatIsoDay(*day) : ""; }
std::string Found(std::string_view text, bool month_first = false) {
  const auto found = FindDay(text, month_first);
  return found ? FormatIsoDay(found->day) : "";
}

TEST(StampsTest, DatesAsPagesWriteThem) {
  for (const std::string_view text :
       {"Updated 4 June 2024", "June 4, 2024 at 10:00 am", "Jun 4th, 2024", "Tue 4 Jun 2024", "2024/06/04", "04.06.2024",
        "4. Juni 2024", "4th of June, 2024", "4-Jun-2024", "CoastTV  |  Jun 04, 2024", "4 de junio de 2024"}) {
    EXPECT_EQ(Found(text), "2024-06-04") << text;
  }
  EXPECT_EQ(Found("06/25/2024"), "2024-06-25");
  EXPECT_EQ(Found("06/04/2024"), "");  // June or April
  EXPECT_EQ(Found("06/04/2024", true), "2024-06-04");
  EXPECT_EQ(Found("30 February 2024"), "");
  EXPECT_EQ(Found("June 4"), "");
  EXPECT_EQ(Found("call 2024-555-0100"), "");
}

TEST(StampsTest, MachineDatesKeepTheirOwnDay) {
  EXPECT_EQ(Iso(ParseMachineDay("2024-06-04T23:30:00-04:00", false)), "2024-06-04");
  EXPECT_EQ(Iso(ParseMachineDay("Tue, 04 Jun 2024 23:30:00 -0400", false)), "2024-06-04");
  EXPECT_EQ(Iso(ParseMachineDay("20240604", false)), "2024-06-04");
  EXPECT_EQ(Iso(ParseMachineDay("1717495200", false)), "2024-06-04");
  EXPECT_EQ(Iso(ParseMachineDay("0001-01-01T00:00:00", false)), "");
}

TEST(StampsTest, DaysInAddresses) {
  EXPECT_EQ(Iso(DayInUrl("https://gazette.example/2024/06/04/ferry")), "2024-06-04");
  EXPECT_EQ(Iso(DayInUrl("https://gazette.example/news/2024/jun/04/ferry")), "2024-06-04");
  EXPECT_EQ(Iso(DayInUrl("https://gazette.example/ferry-20240604.html")), "2024-06-04");
  EXPECT_EQ(Iso(DayInUrl("https://gazette.example/item/12345678")), "");
  EXPECT_EQ(Iso(DayInUrl("https://2024.example/06/04")), "");
}

TEST(BylinesTest, PeopleAgenciesAndNoOneElse) {
  const auto read = [](std::string_view text) { return ParseByline(text, "Tarn Gazette", BuiltInPageRules()); };
  using People = std::vector<std::string>;
  EXPECT_EQ(read("By Ann Berg and Tom Oduya, Tarn Gazette").people, (People{"Ann Berg", "Tom Oduya"}));
  EXPECT_EQ(read("By Ann Berg, Associated Press").agencies, People{"AP"});
  EXPECT_EQ(read("By Ann Berg, Associated Press").people, People{"Ann Berg"});
  EXPECT_EQ(read("Maria van der Velde | June 4, 2024").people, People{"Maria van der Velde"});
  for (const std::string_view text :
       {"Tarn Gazette", "The Tarn Gazette", "Staff Reporter", "https://gazette.example/ann", "@annberg", "ann@gazette.example",
        "Gazette News Desk", "admin", "4 June 2024", "Email The Author"}) {
    EXPECT_EQ(read(text).people, People{}) << text;
  }
}

TEST(DatelineTest, PlacesDatesAndAgenciesBeforeTheText) {
  const auto length = [](std::string_view text) { return DatelineLength(text, BuiltInPageRules()); };
  EXPECT_EQ(length("PORT ELLEN: The ferry sank."), 12u);
  EXPECT_EQ(length("PORT ELLEN, June 4 (AP) - The ferry sank."), 26u);
  EXPECT_EQ(length("Port Ellen (Reuters) - The ferry sank."), 23u);
  EXPECT_EQ(length("PORT ELLEN, Tarn — The ferry sank."), 21u);
  for (const std::string_view text : {"The ferry sank - it was old.", "Port Ellen: The ferry sank.", "It (the ferry) - sank.", "",
                                      "PORT ELLEN", "PORT ELLEN: "}) {
    EXPECT_EQ(length(text), 0u) << text;
  }
}

}  // namespace
}  // namespace crosscheck
