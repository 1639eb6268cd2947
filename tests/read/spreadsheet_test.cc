// Workbooks as several programs write them.
#include "read/spreadsheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/strings.h"
#include "tests/made_zip.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Rows = std::vector<std::vector<std::string>>;

std::string Relationship(std::string_view id, std::string_view kind, std::string_view target) {
  return StrCat("<Relationship Id=\"", id, "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/", kind,
                "\" Target=\"", target, "\"/>");
}

std::string Relationships(std::string_view all) { return StrCat("<Relationships>", all, "</Relationships>"); }

// A workbook of one sheet; `more`: further parts, of which `parts` tells.
std::string Workbook(std::string_view rows, std::string_view parts = "", std::vector<std::pair<std::string, std::string>> more = {},
                     std::string_view settings = "") {
  std::vector<std::pair<std::string, std::string>> members = {
      {"_rels/.rels", Relationships(Relationship("r0", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", StrCat("<workbook>", settings, "<sheets><sheet name=\"Claims\" sheetId=\"7\" r:id=\"r1\" xmlns:r=\"x\"/></sheets></workbook>")},
      {"xl/_rels/workbook.xml.rels", Relationships(StrCat(Relationship("r1", "worksheet", "worksheets/sheet1.xml"), parts))},
      {"xl/worksheets/sheet1.xml", StrCat("<worksheet><sheetData>", rows, "</sheetData></worksheet>")}};
  members.insert(members.end(), more.begin(), more.end());
  return MadeZip(members);
}

Rows RowsOf(const std::string& workbook) {
  const auto sheets = ReadSpreadsheet(workbook);
  EXPECT_TRUE(sheets.ok()) << sheets.status();
  return sheets.ok() && sheets->size() == 1 ? (*sheets)[0].rows : Rows();
}

TEST(Spreadsheet, InlineStringsWithAndWithoutPlaces) {
  EXPECT_THAT(RowsOf(Workbook("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>no</t></is></c><c r=\"D2\" t=\"str\"><f>A1</f><v>so</v></c></row>"
                              "<row/><row><c t=\"inlineStr\"><is><r><t>thr</t></r><r><t>ee</t></r></is></c><c><v>4.5</v></c></row>")),
              ElementsAre(ElementsAre("no", "", "", "so"), ElementsAre("three", "4.5")));
}

TEST(Spreadsheet, SharedStringsWithoutReadingsAndWithEscapes) {
  const std::string shared = "<sst><si><t>note</t></si><si><r><t>Aiko </t></r><rPh><t>reading</t></rPh><r><t>said_x000A_yes</t></r></si><si><t>_x005F_x000A_</t></si></sst>";
  EXPECT_THAT(RowsOf(Workbook("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>9</v></c></row>",
                              Relationship("r2", "sharedStrings", "/xl/texts.xml"), {{"xl/texts.xml", shared}})),
              ElementsAre(ElementsAre("note", "Aiko said\nyes", "_x000A_")));
}

TEST(Spreadsheet, NumbersThatAreDatesByTheirStyle) {
  const std::string styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"171\" formatCode=\"0.0&quot; days&quot;\"/></numFmts>"
                             "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>";
  const std::string row = "<row><c><v>47911</v></c><c s=\"1\"><v>47911</v></c><c s=\"2\"><v>47911.75</v></c><c s=\"3\"><v>3</v></c><c s=\"1\"><v>1</v></c>"
                          "<c s=\"1\"><v>61</v></c><c s=\"1\"><v>9e99</v></c><c t=\"d\"><v>2031-03-04T10:00:00</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c></row>";
  const auto parts = Relationship("r3", "styles", "styles.xml");
  EXPECT_THAT(RowsOf(Workbook(row, parts, {{"xl/styles.xml", styles}})),
              ElementsAre(ElementsAre("47911", "2031-03-04", "2031-03-04", "3", "1900-01-01", "1900-03-01", "9e99", "2031-03-04", "TRUE")));
  EXPECT_THAT(RowsOf(Workbook("<row><c s=\"1\"><v>46449</v></c></row>", parts, {{"xl/styles.xml", styles}}, "<workbookPr date1904=\"1\"/>")),
              ElementsAre(ElementsAre("2031-03-04")));
}

TEST(Spreadsheet, WhatIsNoWorkbookIsRefusedByWhatIsWrong) {
  const auto error = [](const std::string& bytes) { return std::string(ReadSpreadsheet(bytes).status().message()); };
  EXPECT_THAT(error("no,state\n1,wrong\n"), HasSubstr("is no Excel workbook"));
  EXPECT_THAT(error(""), HasSubstr("is no Excel workbook"));
  EXPECT_THAT(error(MadeZip({{"word/document.xml", "<w/>"}})), HasSubstr("is no Excel workbook"));
  const std::string whole = Workbook("<row><c><v>1</v></c></row>");
  EXPECT_THAT(error(whole.substr(0, whole.size() / 2)), HasSubstr("the file is cut off"));
  EXPECT_THAT(error(Workbook("<row><c t=\"s\"><v>0</v></c></row>", Relationship("r2", "sharedStrings", "texts.xml"))), HasSubstr("its texts"));
  EXPECT_THAT(error(Workbook("<row><c><v>1</v></c>")), HasSubstr("the sheet \"Claims\" ends early"));
}

TEST(Spreadsheet, ManyCellsOfOneLongTextAreNoBomb) {
  std::string cells;
  for (int i = 0; i < 1000; ++i) StrAppend(&cells, "<row><c t=\"s\"><v>0</v></c></row>");
  const std::string shared = StrCat("<sst><si><t>", std::string(1 << 20, 'x'), "</t></si></sst>");
  const auto sheets = ReadSpreadsheet(Workbook(cells, Relationship("r2", "sharedStrings", "texts.xml"), {{"xl/texts.xml", shared}}));
  EXPECT_THAT(std::string(sheets.status().message()), HasSubstr("more text than any"));
  // Nor is a cell that is far away.
  EXPECT_THAT(RowsOf(Workbook("<row><c r=\"A1\"><v>1</v></c><c r=\"ZZZ1\"><v>2</v></c></row>")), ElementsAre(ElementsAre("1")));
}

}  // namespace
}  // namespace crosscheck
