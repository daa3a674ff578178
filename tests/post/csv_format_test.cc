#include <string>
#include <vector>

#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

ReadFile ReadCsv(const std::string& text, const std::map<std::string, std::string>& map = {}) {
  return ReadWith(CsvFormat(), {"posts.csv", text, 64 << 10, {0, map}, {}});
}

ReadFile ReadSample(const std::string& path) {
  return ReadWith(CsvFormat(), {path, SampleText(path), 5, {}, {}});
}

}  // namespace

TEST_CASE("LinkedIn's shares lose the quotes about their line breaks", "[post][csv_format]") {
  const ReadFile read = ReadSample("linkedin/Shares.csv");
  CHECK(read.role == FileRole::kPosts);
  CHECK(read.sources == Parts{"linkedin", "linkedin"});
  REQUIRE(read.posts.size() == 2);
  const std::string url =
      "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A719000000000000000";
  CHECK(read.posts[0] ==
        Parts{"url=" + url + "1", "published=2024-05-01 09:30:00", "link[0]=" + url + "1",
              "text[0]=We said \"thank you\" to "
              "Pat.\n\n\nContact Pat Placeholder on 07700 900654, or pat@example.org",
              "other[0]=MEMBER_NETWORK", "note no_time_zone"});
  CHECK(read.posts[1] == Parts{"kind=repost", "url=" + url + "2", "published=2024-05-01 10:00:00",
                               "link[0]=" + url + "2", "link[1]=https://www.example.gov.uk/jobs",
                               "other[0]=MEMBER_NETWORK"});
}

TEST_CASE("LinkedIn's comments escape quotes by a backslash", "[post][csv_format]") {
  const ReadFile read = ReadSample("linkedin/Comments.csv");
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"kind=reply", "published=2024-05-01 09:40:00",
                               "link[0]=https://www.linkedin.com/feed/update/"
                               "urn%3Ali%3Aactivity%3A7190000000000000009",
                               "text[0]=He said \"call me\" on 07700 900655, so do",
                               "note no_time_zone"});
}

TEST_CASE("Reddit's comments come without the escapes of HTML", "[post][csv_format]") {
  const ReadFile read = ReadSample("reddit/comments.csv");
  CHECK(read.sources == Parts{"reddit"});
  REQUIRE(read.posts.size() == 1);
  const std::string link = "https://www.reddit.com/r/uk/comments/x/y/";
  CHECK(read.posts[0] ==
        Parts{"kind=reply", "id=abc123", "channel=uk", "url=" + link + "abc123/",
              "published=2024-05-01 09:30:00", "link[0]=" + link + "abc123/", "other[0]=0",
              "link[1]=" + link, "other[1]=t1_zzz",
              "text[0]=My council worker is **Pat Placeholder**, [email](mailto:pat@example.org)"
              "\n\n> quoted"});
}

TEST_CASE("Tables for schedulers are read by their names of columns", "[post][csv_format]") {
  const ReadFile ayrshare = ReadSample("schedulers/generic_ayrshare.csv");
  CHECK(ayrshare.sources == Parts{"csv"});
  REQUIRE(ayrshare.posts.size() == 1);
  CHECK(ayrshare.posts[0] == Parts{"channel=twitter, facebook", "published=2024-05-01 09:30:00",
                                   "text[0]=Come and meet Zoë, email zoe@example.org",
                                   "link[0]=https://img.example/1.jpg"});
  FileToRead file{"schedulers/highlevel_basic.csv",
                  SampleText("schedulers/highlevel_basic.csv").substr(3),
                  5,
                  {},
                  {}};
  const ReadFile highlevel = ReadWith(CsvFormat(), file);
  REQUIRE(highlevel.posts.size() == 1);
  CHECK(highlevel.posts[0] == Parts{"published=2024-05-01 09:30:00",
                                    "text[0]==Meet at 3 Sample Mews",
                                    "link[0]=https://example.gov.uk", "note no_time_zone"});
}

TEST_CASE("A table without names is read by what stands in it", "[post][csv_format]") {
  const ReadFile read = ReadSample("schedulers/hootsuite_bulk.csv");
  CHECK(read.sources == Parts{"hootsuite", "hootsuite"});
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0] == Parts{"published=2024-05-01 09:30:00",
                               "text[0]=Bins update: ring Pat on 07700 900123, or visit us",
                               "link[0]=https://www.example.gov.uk/bins", "note no_time_zone"});
  CHECK(read.posts[1] ==
        Parts{"published=2024-05-01 10:30:00", "text[0]=Elections: polling stations open 7am"});
}

TEST_CASE("One date that can only be month first turns the others", "[post][csv_format]") {
  const ReadFile read = ReadCsv("05/01/2024 09:30,Hello there,\n05/13/2024 09:30,Again,\n");
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0][0] == "published=2024-05-01 09:30:00");
  CHECK(read.posts[1][0] == "published=2024-05-13 09:30:00");
}

TEST_CASE("A date that is none is looked at as a text", "[post][csv_format]") {
  const ReadFile read = ReadCsv("date,text\nring 07700 900123,Hello\n2024-02-30,Leap\n");
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0] ==
        Parts{"text[0]=Hello", "other[0]=ring 07700 900123", "note bad_published"});
  CHECK(read.posts[1] == Parts{"text[0]=Leap", "other[0]=2024-02-30", "note bad_published"});
}

TEST_CASE("Day and time of day may stand in columns of their own", "[post][csv_format]") {
  const ReadFile read = ReadCsv("Date,Time,Message\n01/05/2024,9:30 PM,Hello\n");
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] ==
        Parts{"published=2024-05-01 21:30:00", "text[0]=Hello", "note no_time_zone"});
}

TEST_CASE("The user says which column is what, by number or name", "[post][csv_format]") {
  const std::string named = "Betreff;Inhalt;Notiz\nA;Hello;ring 07700 900123\n";
  const ReadFile by_name = ReadCsv(named, {{"text", "inhalt"}, {"title", "Betreff"}});
  REQUIRE(by_name.posts.size() == 1);
  CHECK(by_name.posts[0] == Parts{"title[0]=A", "text[0]=Hello", "other[0]=ring 07700 900123"});
  const ReadFile by_number =
      ReadCsv("2024-05-01,short,a far longer text\n", {{"text", "2"}, {"date", "1"}});
  REQUIRE(by_number.posts.size() == 1);
  CHECK(by_number.posts[0] ==
        Parts{"published=2024-05-01 00:00:00", "text[0]=short", "other[0]=a far longer text"});
}

TEST_CASE("A map that does not fit the file is an error that says so", "[post][csv_format]") {
  const auto error_of = [](const std::map<std::string, std::string>& map) {
    const ReadFile read = ReadCsv("date,text\n2024-05-01,Hello\n", map);
    CHECK(read.posts.empty());
    REQUIRE_FALSE(read.end);
    CHECK(read.end.error().code == ErrorCode::kUsage);
    return read.end.error().message;
  };
  CHECK(error_of({{"text", "3"}}) == "the file has no column 3. Columns are counted from 1.");
  CHECK(error_of({{"text", "0"}}) == "the file has no column 0. Columns are counted from 1.");
  CHECK(error_of({{"text", "body"}}) ==
        "the file has no column \"body\". Give a name of its first row, or the column's number, "
        "counted from 1.");
  CHECK_THAT(error_of({{"colour", "1"}}),
             ContainsSubstring("\"colour\" is nothing a column can be"));
}

TEST_CASE("Cells of no column and of columns not understood are looked at", "[post][csv_format]") {
  const ReadFile read = ReadCsv("text,shoe size\nHello,9,ring 07700 900123\n,,\nShort\n");
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0] ==
        Parts{"text[0]=Hello", "other[0]=9", "other[1]=ring 07700 900123", "note ragged_row"});
  CHECK(read.posts[1] == Parts{"text[0]=Short"});
  CHECK(read.lines == std::vector<uint32_t>{2, 4});
}

TEST_CASE("A row that cannot be parsed is unread, and the next are read on", "[post][csv_format]") {
  std::string text = "id,text\n1,\"open\n2,Hello\n";
  while (text.size() < 1000) text += "3,Hello\n";
  const ReadFile read = ReadWith(CsvFormat(), {"posts.csv", text, 64, {100, {}}, {}});
  REQUIRE(read.posts.size() > 3);
  CHECK(read.posts[0] == Parts{"unread post_too_large"});
  CHECK(read.posts[1] == Parts{"id=1", "text[0]=open", "unread bad_row"});
  CHECK(read.posts[2] == Parts{"id=2", "text[0]=Hello"});
  CHECK(read.posts.back() == Parts{"id=3", "text[0]=Hello"});
}

TEST_CASE("Notes above the names of columns are looked at", "[post][csv_format]") {
  const ReadFile read = ReadCsv("Notes:\nAsk pat@example.org\n\nID,Text\n1,Hello\n");
  REQUIRE(read.posts.size() == 3);
  CHECK(read.posts[1] == Parts{"other[0]=Ask pat@example.org"});
  CHECK(read.posts[2] == Parts{"id=1", "text[0]=Hello"});
}

TEST_CASE("Which files are tables of posts", "[post][csv_format]") {
  const auto role_of = [](std::string_view path, std::string_view text) {
    return CsvFormat().RoleOf({path, text, true});
  };
  CHECK(role_of("a.csv", "anything at all") == FileRole::kPosts);
  CHECK(role_of("a.TSV", "x\ty\n") == FileRole::kPosts);
  CHECK(role_of("-", "id,text\n1,Hello\n") == FileRole::kPosts);
  CHECK(role_of("-", "Dear all, text me\n") == FileRole::kNotOurs);
  CHECK(role_of("a.json", "id,text\n1,Hello\n") == FileRole::kNotOurs);
  CHECK(role_of("a.csv", std::string_view("PK\3\4\0\0", 6)) == FileRole::kNotOurs);
  CHECK(role_of("a.csv", "") == FileRole::kNotOurs);
  CHECK(role_of("messages.csv", "CONVERSATION ID,FROM,TO,CONTENT\n1,a,b,c\n") ==
        FileRole::kPrivate);
  CHECK(role_of("Connections.csv",
                "First Name,Last Name,Company,Connected On\nPat,Placeholder,,\n") ==
        FileRole::kOther);
}
