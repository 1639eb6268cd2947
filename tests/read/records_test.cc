// Records as news interfaces, scrapers and spreadsheets write them, well or badly; all through ReadAll.
#include "base/days.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "read/loose_json.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RecordsTest : public ::testing::Test {
 protected:
  std::vector<Document> Read(std::string_view bytes, const std::string& uri) {
    unread_.clear();
    ReadHint hint;
    hint.uri = uri;
    return ReadAll(bytes, hint, &unread_);
  }
  // The one document of the bytes, with what every example here says.
  Document One(std::string_view bytes, const std::string& uri) {
    std::vector<Document> documents = Read(bytes, uri);
    EXPECT_THAT(documents, SizeIs(1)) << bytes << (unread_.empty() ? "" : unread_[0].reason);
    return documents.empty() ? Document() : std::move(documents[0]);
  }
  static std::string DayOf(const Document& document) {
    return document.published ? FormatIsoDay(*document.published->days.from) : "none";
  }
  std::vector<Unread> unread_;
};

struct ApiCase {
  std::string_view name, json;
};

// Each says the same: title, text, day, author, outlet.
constexpr ApiCase kApis[] = {
    {"list of a search service", R"({"status":"ok","totalResults":1,"articles":[{"source":{"id":null,"name":"Tarn Gazette"},"author":"Ann Berg",
      "title":"Mast falls","description":"A mast fell.","publishedAt":"2024-06-04T08:15:00Z","content":"The mast fell at noon."}]})"},
    {"results below articles", R"({"articles":{"page":1,"results":[{"title":"Mast falls","body":"The mast fell at noon.","date":"2024-06-04",
      "dateTimePub":"2024-06-04T08:15:00Z","lang":"eng","source":{"uri":"tarn.example","title":"Tarn Gazette"},"authors":[{"uri":"a@b","name":"Ann Berg"}]}]}})"},
    {"fields of their own object", R"({"response":{"status":"ok","results":[{"id":"x/1","webTitle":"Mast falls","webPublicationDate":"2024-06-04T08:15:00Z",
      "fields":{"bodyText":"The mast fell at noon.","byline":"Ann Berg","publication":"Tarn Gazette"}}]}})"},
    {"docs with headline objects", R"({"response":{"docs":[{"headline":{"main":"Mast falls","kicker":"Tarn"},"byline":{"original":"By Ann Berg"},
      "pub_date":"2024-06-04T08:15:00+0000","source":"Tarn Gazette","abstract":"x","full_text":"The mast fell at noon."}],"meta":{"hits":1}}})"},
    {"hits of a search engine", R"({"took":3,"hits":{"hits":[{"_id":"1","_source":{"title":"Mast falls","text":"The mast fell at noon.","author":"Ann Berg",
      "published":1717488900000,"site_name":"Tarn Gazette"}}]}})"},
    {"scraper with sitename", R"({"title":"Mast falls","author":"Ann Berg","hostname":"tarn.example","date":"2024-06-04","fingerprint":"ab","id":null,"license":null,
      "comments":"","raw_text":"The mast fell","text":"The mast fell at noon.","source":"https://tarn.example/1","source-hostname":"Tarn Gazette","excerpt":"x"})"},
    {"crawler with maintext", R"({"authors":["Ann Berg"],"date_download":"2024-09-09 10:00:00","date_modify":"2024-06-05 00:00:00",
      "date_publish":"2024-06-04 08:15:00","description":"x","maintext":"The mast fell at noon.","title":"Mast falls","title_page":null,"source_domain":"Tarn Gazette"})"},
    {"parser with publish_date", R"({"title":"Mast falls","text":"The mast fell at noon.","authors":["Ann Berg"],"publish_date":"2024-06-04T08:15:00","source_url":"https://tarn.example","site_name":"Tarn Gazette"})"},
    {"body of sections", R"({"title":"Mast falls","authors":["Ann Berg"],"publishing_date":"2024-06-04 08:15:00+00:00","publisher":"Tarn Gazette",
      "body":{"summary":[],"sections":[{"headline":[],"paragraphs":["The mast fell at noon."]}]}})"},
    {"stories with permalinks", R"({"stories":[{"title":"Mast falls","body":"The mast fell at noon.","published_at":"2024-06-04T08:15:00Z","author":{"id":1,"name":"Ann Berg"},
      "source":{"id":2,"name":"Tarn Gazette","domain":"tarn.example"},"links":{"permalink":"https://tarn.example/1"}}]})"},
    {"posts with a thread", R"({"posts":[{"thread":{"site":"Tarn Gazette","url":"https://tarn.example/1"},"title":"Mast falls","text":"The mast fell at noon.","author":"Ann Berg","published":"2024-06-04T08:15:00.000+03:00"}]})"},
    {"creator lists", R"({"status":"success","results":[{"article_id":"1","title":"Mast falls","link":"https://tarn.example/1","creator":["Ann Berg"],"pubDate":"2024-06-04 08:15:00","content":"The mast fell at noon.","source_name":"Tarn Gazette","language":"english"}]})"},
    {"reader mode", R"({"title":"Mast falls","byline":"By Ann Berg","content":"<div><p>The mast fell at noon.</p></div>","textContent":"The mast fell at noon.","siteName":"Tarn Gazette","publishedTime":"2024-06-04T08:15:00Z"})"},
    {"schema.org", R"({"@type":"NewsArticle","headline":"Mast falls","articleBody":"The mast fell at noon.","datePublished":"2024-06-04","dateModified":"2024-06-07","author":{"@type":"Person","name":"Ann Berg"},"publisher":{"name":"Tarn Gazette"}})"},
    {"JSON Feed", R"({"version":"https://jsonfeed.org/version/1.1","title":"Tarn Gazette","items":[{"id":"1","url":"https://tarn.example/1","title":"Mast falls","content_html":"<p>The mast fell at noon.</p>","date_published":"2024-06-04T08:15:00Z","authors":[{"name":"Ann Berg"}]}]})"},
    {"rendered objects", R"([{"id":12,"date":"2024-06-04T08:15:00","modified":"2024-06-09T08:15:00","link":"https://tarn.example/1","title":{"rendered":"Mast falls"},
      "content":{"rendered":"<p>The mast fell at noon.</p>\n","protected":false},"excerpt":{"rendered":"<p>x</p>"},"author":7,"yoast_head_json":{"author":"Ann Berg"},"_embedded":{"author":[{"name":"Ann Berg"}]},"site_name":"Tarn Gazette"}])"},
    {"wire item", R"({"uri":"x:1","type":"text","versioncreated":"2024-06-04T08:15:00Z","headline":"Mast falls","byline":"By Ann Berg","body_html":"<p>The mast fell at noon.</p>","provider":"Tarn Gazette","language":"en"})"},
    {"wire item with lists", R"({"uri":"x:1","headlines":[{"role":"main","value":"Mast falls"}],"bodies":[{"contenttype":"text/html","value":"<p>The mast fell at noon.</p>"}],
      "firstCreated":"2024-06-04T08:15:00Z","infosources":[{"name":"Tarn Gazette"}],"by":"By Ann Berg"})"},
    {"clippings with name_source", R"({"articles":[{"title":"Mast falls","author":"Ann Berg","authors":["Ann Berg"],"published_date":"2024-06-04 08:15:00","link":"https://tarn.example/1","name_source":"Tarn Gazette","domain_url":"tarn.example","content":"The mast fell at noon."}]})"},
};

TEST_F(RecordsTest, FieldsOfInterfacesAndScrapers) {
  for (const ApiCase& api : kApis) {
    const Document document = One(api.json, "dump.json");
    EXPECT_EQ(document.title, "Mast falls") << api.name;
    EXPECT_EQ(document.text, "The mast fell at noon.") << api.name;
    EXPECT_EQ(DayOf(document), "2024-06-04") << api.name;
    EXPECT_THAT(document.authors, ElementsAre("Ann Berg")) << api.name;
    EXPECT_EQ(document.outlet, "Tarn Gazette") << api.name;
    EXPECT_THAT(unread_, IsEmpty()) << api.name;
  }
}

TEST_F(RecordsTest, ListsBesideArticlesAreNoArticles) {
  const auto documents = Read(R"({"article":{"title":"Mast falls","text":"The mast fell."},"comments":[{"text":"I saw it."}]})", "a.json");
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].text, "The mast fell.");
  EXPECT_THAT(Read(R"({"articles":[{"title":"Mast falls","url":"https://tarn.example/1"},{"title":"Ferry","url":"https://tarn.example/2"}]})", "a.json"), IsEmpty());
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_THAT(unread_[0].reason, HasSubstr("2 titles"));
}

TEST_F(RecordsTest, MarkupInTextIsRead) {
  EXPECT_EQ(One(R"({"title":"Mast &#8216;falls&#8217; <b>here</b>","content":"<p>The mast fell at noon.</p><p>It was old &amp; rusty, she said.</p>"})", "a.json").text,
            "The mast fell at noon.\n\nIt was old & rusty, she said.");
  EXPECT_EQ(One(R"({"title":"Mast &#8216;falls&#8217; <b>here</b>","body":"The mast fell &amp; broke."})", "a.json").title, "Mast ‘falls’ here");
  EXPECT_EQ(One(R"({"body":"The mast fell &amp; broke."})", "a.json").text, "The mast fell & broke.");
  EXPECT_EQ(One(R"({"text":"The mast fell &amp; broke: 3 < 4 > 2."})", "a.json").text, "The mast fell &amp; broke: 3 < 4 > 2.");
}

TEST_F(RecordsTest, TextsThatTheirSourceCutOffAreTold) {
  for (const std::string_view cut : {"The mast fell at noon, and then… [+1384 chars]", "The mast fell at noon, and then... [1384 chars]",
                                     "The mast fell at noon, and then [&hellip;]", "The mast fell at noon, and then […]"}) {
    const Document document = One(StrCat(R"({"title":"Mast falls","content":")", cut, "\"}"), "a.json");
    EXPECT_EQ(document.text, "The mast fell at noon, and then");
    EXPECT_THAT(document.errors, ElementsAre(HasSubstr("breaks off")));
  }
  EXPECT_THAT(One(R"j({"text":"He left (in 1984)"})j", "a.json").text, "He left (in 1984)");
  const Document summary = One(R"({"title":"Mast falls","description":"The mast fell at noon.","url":"https://tarn.example/1","content":"ONLY AVAILABLE IN PAID PLANS"})", "a.json");
  EXPECT_EQ(summary.text, "The mast fell at noon.");
  EXPECT_THAT(summary.errors, ElementsAre(HasSubstr("only a summary")));
}

TEST_F(RecordsTest, NearlyJsonIsRead) {
  constexpr std::string_view kLoose[] = {
      R"([{"title":"Mast falls","author":NaN,"n":-Infinity,"text":"The mast fell."}])",
      R"([{"title":"Mast falls","n":123456789012345678901234567890,"text":"The mast fell."},])",
      "[{\"title\":\"Mast\tfalls\",\"text\":\"The mast fell.\"}]",
      R"([{'title': 'Mast falls', 'author': None, 'ok': True, 'text': 'The mast fell.'}])",
      R"([{"title":"Mast falls","x":"\ud83d","text":"The mast fell."}])",
      R"([{title: "Mast falls", text: "The mast fell.", seen: undefined}])",
      R"([{"_id": ObjectId("5f"), "date": ISODate("2024-06-04T00:00:00Z"), "title":"Mast falls" "text":"The mast fell."}])",
      "[{\"title\":\"Mast falls\", // the head\n\"text\":\"The mast fell.\" /* all of it */}]",
  };
  for (const std::string_view json : kLoose) {
    const Document document = One(json, "a.json");
    EXPECT_EQ(CollapseSpace(document.title), "Mast falls") << json;
    EXPECT_EQ(document.text, "The mast fell.") << json;
  }
  EXPECT_THAT(Read(R"({"text":"One mast fell."}{"text":"Two fell."} {"text":"Three fell."})", "a.json"), SizeIs(3));
  EXPECT_EQ(One(R"({"text":"The "old" mast, "gone" now, fell.","id":"a"})", "a.json").text, "The \"old\" mast, \"gone\" now, fell.");
}

TEST_F(RecordsTest, AFileThatBreaksOffIsTold) {
  EXPECT_THAT(Read(R"([{"text":"The mast fell."},{"text":"The ferry sa)", "a.json"), SizeIs(2));
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_THAT(unread_[0].reason, HasSubstr("breaks off"));
}

TEST_F(RecordsTest, JsonThatIsJsonKeepsItsMeaning) {
  for (const std::string_view json : {R"({"a":[1,-2.5e3,true,null,"x\"y\\z\u00e9\ud83d\ude00"],"b":{"c":""},"d":[]})", R"([])", R"("x")", R"([[1],[2]])"}) {
    EXPECT_EQ(MakeJson(json).json, json);
    EXPECT_FALSE(MakeJson(json).broken_off);
  }
}

TEST_F(RecordsTest, NamesOfAuthorsOnly) {
  const auto authors = [&](std::string_view value) { return One(StrCat(R"({"text":"The mast fell.","author":)", value, "}"), "a.json").authors; };
  EXPECT_THAT(authors(R"j("desk@tarn.example (Ann Berg)")j"), ElementsAre("Ann Berg"));
  EXPECT_THAT(authors(R"("By Ann Berg and Tom Oduya")"), ElementsAre("Ann Berg", "Tom Oduya"));
  EXPECT_THAT(authors(R"("Ann Berg <ann@tarn.example>")"), ElementsAre("Ann Berg"));
  EXPECT_THAT(authors(R"("noreply@tarn.example")"), IsEmpty());
  EXPECT_THAT(authors(R"(["Staff", {"name":"Ann Berg","type":"author"}])"), ElementsAre("Ann Berg"));
  EXPECT_THAT(authors("7"), IsEmpty());
}

// ---- tables

using std::string_view_literals::operator""sv;

struct TableCase {
  std::string_view name, text;
};
constexpr TableCase kTables[] = {
    {"separator named", "sep=;\r\nHeadline;Article Text;Pub Date\r\nMast falls;\"The mast fell; all saw it.\";2024-06-04\r\n"},
    {"bars", "title|body|date\nMast falls|The mast fell; all saw it.|2024-06-04\n"},
    {"tabs", "Title\tFull Text\tPublication Date\nMast falls\tThe mast fell; all saw it.\tJune 4, 2024\n"},
    {"empty lines first", "\n\r\ntitle,content,publish_date\nMast falls,The mast fell; all saw it.,2024-06-04 08:15:00\n"},
    {"old line ends", "title,text,date\rMast falls,The mast fell; all saw it.,2024-06-04\r"},
    {"quoted names", "\"id\",\"title\",\"text\",\"date\"\n\"1\",\"Mast falls\",\"The mast fell; all saw it.\",\"2024-06-04\"\n"},
    {"index and serial day", ",headline,article_body,date\n0,Mast falls,The mast fell; all saw it.,45447\n"},
    {"UTF-16", "\xFF\xFEt\0i\0t\0l\0e\0\t\0t\0e\0x\0t\0\t\0d\0a\0t\0e\0\n\0M\0a\0s\0t\0 \0f\0a\0l\0l\0s\0\t\0T\0h\0e\0 \0m\0a\0s\0t\0 \0f\0e\0l\0l\0;\0 \0a\0l\0l\0 \0s\0a\0w\0 \0i\0t\0.\0\t\0002\0000\0002\0004\0-\0000\0006\0-\0000\0004\0\n\0"sv},
};

TEST_F(RecordsTest, TablesOfAllShapes) {
  for (const TableCase& table : kTables) {
    const Document document = One(table.text, "table.csv");
    EXPECT_EQ(document.title, "Mast falls") << table.name;
    EXPECT_EQ(document.text, "The mast fell; all saw it.") << table.name;
    EXPECT_EQ(DayOf(document), "2024-06-04") << table.name;
    EXPECT_THAT(unread_, IsEmpty()) << table.name << unread_[0].reason;
  }
}

TEST_F(RecordsTest, BrokenRowsAreToldByLine) {
  EXPECT_THAT(Read("title,text,date\nMast falls,It fell, all saw it,2024-06-04\nFerry,It sank.,2024-06-05\n", "t.csv"), SizeIs(1));
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_EQ(unread_[0].uri, "t.csv:2");
  EXPECT_THAT(unread_[0].reason, HasSubstr("4 fields"));
  const auto open = Read("title,text,date\nMast falls,\"It fell,2024-06-04\nFerry,\"It sank.\",2024-06-05\nHill,\"It stands.\",2024-06-06\n", "t.csv");
  ASSERT_THAT(open, SizeIs(3));
  EXPECT_EQ(open[1].text, "It sank.");
  ASSERT_THAT(unread_, SizeIs(1));
  EXPECT_EQ(unread_[0].uri, "t.csv:2");
  EXPECT_THAT(Read("title,text\nMast,\"It fell and nobody closed this\nFerry,It sank.\n", "t.csv"), SizeIs(2));
  const auto slashes = Read("title,text,date\nMast,\"She said \\\"no, 14\\\" to them.\",2024-06-04\nFerry,\"He \"\"sank\"\" it.\",\n", "t.csv");
  ASSERT_THAT(slashes, SizeIs(2));
  EXPECT_EQ(slashes[0].text, "She said \"no, 14\" to them.");
  EXPECT_EQ(slashes[1].text, "He \"sank\" it.");
}

TEST_F(RecordsTest, ATableWithoutTextIsRefused) {
  for (const std::string_view table : {"id,title,url,publish_date,media_name\n1,Mast falls,https://tarn.example/1,2024-06-04,Tarn Gazette\n", "a,b,c\n1,2,3\n"}) {
    EXPECT_THAT(Read(table, "t.csv"), IsEmpty());
    ASSERT_THAT(unread_, SizeIs(1));
    EXPECT_THAT(unread_[0].reason, HasSubstr("without a text column"));
  }
}

TEST_F(RecordsTest, NamesInListsOfPrograms) {
  EXPECT_THAT(One("title,authors,text\nMast,\"['Ann Berg', \"\"Tom O'Dea\"\"]\",The mast fell.\n", "t.csv").authors, ElementsAre("Ann Berg", "Tom O'Dea"));
  EXPECT_THAT(One("title,authors,text\nMast,[],The mast fell.\n", "t.csv").authors, IsEmpty());
  EXPECT_THAT(One("title,authors,text,date\nMast,nan,The mast fell.,NaT\n", "t.csv").authors, IsEmpty());
}

}  // namespace
}  // namespace crosscheck
