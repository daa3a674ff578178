#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "post/post_formats.h"
#include "read_posts.h"

using namespace gatepost;

namespace {

using List = std::vector<std::string>;

const ReadOptions kWithPrivate{.max_post_bytes = 1000, .map = {}, .includes_private = true};

FileRole RoleOf(std::string_view path, std::string_view begin) {
  return MastodonFormat().RoleOf({path, begin, true});
}

ExportFile Outbox(const std::string& items) {
  return {"outbox.json",
          R"({"id":"outbox.json","type":"OrderedCollection","orderedItems":[)" + items + "]}"};
}
std::string Create(const std::string& members) {
  return R"({"type":"Create","published":"2024-05-01T09:30:00Z","object":{)" + members + "}}";
}
ReadExport ReadItems(const std::string& items, const ReadOptions& options = kWithPrivate) {
  ReadExport read = ReadPosts(MastodonFormat(), {Outbox(items)}, options);
  CHECK(read.errors.empty());
  return read;
}
// Of one note, all but the post's own line.
List FieldsOf(const std::string& members) {
  List lines = ReadItems(Create(members)).lines;
  REQUIRE_FALSE(lines.empty());
  lines.erase(lines.begin());
  return lines;
}

}  // namespace

TEST_CASE("An archive of Mastodon is read whole, whatever the order of its files",
          "[post][mastodon_format]") {
  std::vector<ExportFile> files = SampleFiles("mastodon");
  const ReadExport read = ReadPosts(MastodonFormat(), files);
  CHECK(read.errors.empty());
  CHECK(read.context.account == "@ambridge@social.example.gov.uk");
  CHECK(read.context.account_name == "Ambridge Borough Council");
  CHECK(read.context.account_url == "https://social.example.gov.uk/@ambridge");
  const std::string account = "mastodon @ambridge@social.example.gov.uk ";
  const std::string id = "https://social.example.gov.uk/users/ambridge";
  const std::string url = "https://social.example.gov.uk/@ambridge";
  const std::string thread =
      " thread=tag:social.example.gov.uk,2024-05-01:objectId=1:objectType=Conversation";
  CHECK(read.lines ==
        List{account + id + " own yes " + url,
             "  text[0]=Official account. Out of hours: 01632 960999",
             "  other[0]=Ambridge Borough Council", "  other[1]=Email",
             "  other[2]=comms@example.gov.uk",
             account + id + "/statuses/112000000000000001 own yes 1714555800 en " + url +
                 "/112000000000000001" + thread + " media=1",
             "  warning[0]=CW: planning objection from E. Fictional",
             "  text[0]=Objection received from Mrs Edna Fictional, 14 Sample Street\u00A0– email "
             "edna@example.org\nRead more: https://www.example.gov.uk/planning/documents/"
             "24-00123-FUL/objection-edna-fictional.pdf\nRef 07700\n900123",
             "  link[0]=mailto:edna@example.org",
             "  link[1]=https://www.example.gov.uk/planning/documents/24-00123-FUL/"
             "objection-edna-fictional.pdf",
             "  text[1]=(same)",
             "  alt_text[0]=Scan of letter. Name: Edna Fictional. NHS no. 999 000 1235",
             account + id + "/statuses/112000000000000002 own yes 1714555800 en " + url +
                 "/112000000000000001" + thread,
             "  text[0]=Who should chair the panel?", "  text[1]=(same)",
             "  poll_option[0]=Cllr A. Sample (07700 900789)", "  poll_option[1]=Someone else",
             "none"});

  std::ranges::reverse(files);
  ReadExport reversed = ReadPosts(MastodonFormat(), files);
  ReadExport sorted = read;
  std::ranges::sort(reversed.lines);
  std::ranges::sort(sorted.lines);
  CHECK(reversed.lines == sorted.lines);
}

TEST_CASE("Files of Mastodon are known by what they begin with", "[post][mastodon_format]") {
  const std::string collection = R"({"@context":"x","id":"?","type":"OrderedCollection",)";
  CHECK(RoleOf("outbox.json", collection + R"("orderedItems":[]})") == FileRole::kPosts);
  CHECK(RoleOf("a/x.json", collection + R"("orderedItems":[ {"type":"Cr)") == FileRole::kPosts);
  CHECK(RoleOf("x.json", collection + R"("totalItems":)") == FileRole::kPosts);
  CHECK(RoleOf("x.json", collection + R"("orderedItems":["https://a)") == FileRole::kOther);
  CHECK(RoleOf("x.json", collection + R"("orderedItems":[]})") == FileRole::kOther);
  CHECK(RoleOf("a/likes.json", collection + R"("orderedItems":[{)") == FileRole::kOther);
  CHECK(RoleOf("x", R"({"id":"bookmarks.json","type":"OrderedCollection","ord)") ==
        FileRole::kOther);
  CHECK(RoleOf("actor.json", R"({"type":"Person","preferredUsername":"a","outbox":"o"})") ==
        FileRole::kPosts);
  CHECK(RoleOf("a.json", R"({"account":{"id":1,"acct":"a"},"statuses":[)") == FileRole::kPosts);
  CHECK(RoleOf("a.json", R"({"account":{"acct":"a"},"favourites":[]})") == FileRole::kOther);
  CHECK(MastodonFormat().RoleOf({"a.json", R"({"account":{"acct":"a"},"favourites":[)", false}) ==
        FileRole::kPosts);
  for (const std::string_view begin :
       {"", "{", "[]", R"({"type":"Person"})", R"({"type":"Person","preferredUsername":"a"})",
        R"({"account":{"name":"a"},"statuses":[]})", R"({"text":"a","account":"acct"})"}) {
    CAPTURE(begin);
    CHECK(RoleOf("outbox.json", begin) == FileRole::kNotOurs);
  }
}

TEST_CASE("Texts of a note lead back to its HTML", "[post][mastodon_format]") {
  const ExportFile file = Outbox(Create(R"("content":"<p>07700<b> 900</b>123</p>","name":"a")"));
  const auto bytes = SourceOver(file.text);
  const auto cutter = MastodonFormat().MakeCutter(file.Head(), *bytes, kWithPrivate);
  const ExportContext context;
  const auto reader = MastodonFormat().MakeReader(file.Head(), context, kWithPrivate);
  PostTexts texts;
  const auto post = reader->Read(*cutter->Next().value(), texts);
  REQUIRE(post);
  REQUIRE(post->fields.size() == 2);
  CHECK(post->fields[0].kind == FieldKind::kTitle);
  CHECK(post->fields[0].source == nullptr);
  CHECK(post->fields[1].text == "07700 900123");
  REQUIRE(post->fields[1].source != nullptr);
  CHECK(post->fields[1].source->ToOriginal({0, 12}) == Span{3, 22});
}

TEST_CASE("Other languages are texts of their own, the same one is not taken twice",
          "[post][mastodon_format]") {
  const auto lines = [](const std::string& map) {
    return ReadItems(Create(R"("id":"1","content":"<p>Hello</p>","contentMap":)" + map)).lines;
  };
  CHECK(lines(R"({"en":"<p>Hello</p>"})") ==
        List{"mastodon 1 own 1714555800 en", "  text[0]=Hello"});
  CHECK(lines(R"({"cy":"<p>Helo</p>","en":"<p>Hello</p>"})") ==
        List{"mastodon 1 own 1714555800 en", "  text[0]=Hello", "  text[1]=Helo"});
  CHECK(lines(R"({"cy":7})") ==
        List{"mastodon 1 own 1714555800 cy", "  text[0]=Hello", "  unread bad_field"});
  CHECK(ReadItems(Create(R"("contentMap":{"cy":"Helo","en":"Hello"})")).lines ==
        List{"mastodon own 1714555800", "  text[0]=Helo", "  text[1]=Hello"});
}

TEST_CASE("Links are told but for mentions and hashtags, alternative texts and comments too",
          "[post][mastodon_format]") {
  CHECK(FieldsOf(R"("content":"<a class='u-url mention' href='https://example.org/@jo'>@jo</a> )"
                 R"(<a class='mention hashtag' href='https://example.org/t'>#t</a> )"
                 R"(<a href='https://example.org/?q=1'>b</a><a href='https://example.org/?q=1'>c)"
                 R"(</a><img alt='A form'><!--hidden-->")") ==
        List{"  text[0]=@jo #t bc", "  link[0]=https://example.org/?q=1", "  alt_text[0]=A form",
             "  other[0]=hidden"});
}

TEST_CASE("A list of one may stand as that one", "[post][mastodon_format]") {
  CHECK(ReadItems(Create(R"("id":"1","content":"a","attachment":{"name":"A form"},)"
                         R"("anyOf":{"name":"Yes"},"location":{"name":"Ambridge"},)"
                         R"("url":[{"type":"Link","href":"https://example.org/1"}],)"
                         R"("inReplyTo":["https://example.org/0"],"context":"c",)"
                         R"("attributedTo":"https://example.org/users/jo")"))
            .lines == List{"mastodon @jo@example.org 1 reply 1714555800 https://example.org/1 "
                           "thread=c media=1",
                           "  text[0]=a", "  alt_text[0]=A form", "  poll_option[0]=Yes",
                           "  place[0]=Ambridge"});
}

TEST_CASE("Direct messages among the posts are read only where they are asked for",
          "[post][mastodon_format]") {
  const std::string everybody = R"("https://www.w3.org/ns/activitystreams#Public")";
  const std::string followers = R"("https://example.org/users/a/followers")";
  const std::string jo = R"("https://example.org/users/jo")";
  const ReadOptions options{.max_post_bytes = 1000, .map = {}};
  const auto first = [&](const std::string& members) {
    return ReadItems(Create(R"("id":"1","content":"a",)" + members), options).lines[0];
  };
  CHECK(first(R"("to":[)" + everybody + R"(],"cc":[)" + followers + "]") ==
        "mastodon 1 own yes 1714555800");
  CHECK(first(R"("to":[)" + followers + R"(],"cc":)" + everybody) ==
        "mastodon 1 own yes 1714555800");
  CHECK(first(R"("to":"as:Public")") == "mastodon 1 own yes 1714555800");
  CHECK(first(R"("to":[)" + followers + R"(],"cc":[)" + jo + "]") == "mastodon 1 own 1714555800");
  CHECK(first(R"("to":null,"cc":null)") == "mastodon 1 own 1714555800");
  CHECK(first(R"("lang":"none")") == "mastodon 1 own 1714555800");
  CHECK(first(R"("to":[)" + jo + R"(],"cc":[])") == "private");
  CHECK(first(R"("to":[],"cc":[])") == "private");
  CHECK(ReadItems(R"({"type":"Create","to":[)" + jo + R"(],"object":{"id":"1","content":"a"}})",
                  options)
            .lines == List{"private"});
  CHECK(ReadItems(Create(R"("id":"1","content":"a","to":[)" + jo + "]")).lines ==
        List{"mastodon 1 own 1714555800", "  text[0]=a"});
}

TEST_CASE("Activities that publish nothing are no posts, and notes without one are",
          "[post][mastodon_format]") {
  CHECK(ReadItems(R"({"type":"Announce","object":"https://example.org/1"})").lines == List{"none"});
  CHECK(ReadItems(R"({"type":"Announce","object":{"content":"a"}})").lines == List{"none"});
  CHECK(ReadItems(R"({"type":"Delete","object":{"type":"Tombstone"}})").lines == List{"none"});
  CHECK(ReadItems(R"({"type":"Update","object":{"type":"Tombstone"}})").lines == List{"none"});
  CHECK(ReadItems(R"({"type":"Note","id":"1","published":"2024-05-01T09:30:00Z","content":"a"})")
            .lines == List{"mastodon 1 own 1714555800", "  text[0]=a"});
  CHECK(
      ReadItems(R"({"type":"Update","object":{"type":"Person","id":"https://example.org/users/a",)"
                R"("preferredUsername":"a","summary":"<p>b</p>"}})")
          .lines ==
      List{"mastodon @a@example.org https://example.org/users/a own yes", "  text[0]=b"});
}

TEST_CASE("A file of mastodon-archive is read", "[post][mastodon_format]") {
  const std::string account = R"("account":{"id":9,"username":"a","acct":"a","display_name":"A",)"
                              R"("url":"https://example.org/@a","note":"<p>Bio</p>",)"
                              R"("fields":[{"name":"Tel","value":"<b>01632 960001</b>"}]})";
  const std::string statuses =
      R"("statuses":[{"id":1,"created_at":"2024-05-01T09:30:00.000Z","visibility":"unlisted",)"
      R"("language":"en","url":"https://example.org/@a/1","in_reply_to_id":"7","content":"<p>a)"
      R"(</p>","spoiler_text":"w","reblog":null,"media_attachments":[{"description":"A form"}],)"
      R"("poll":{"options":[{"title":"Yes"},{"title":"No"}]}},)"
      R"({"id":2,"reblog":{"content":"x"},"media_attachments":[]},)"
      R"({"id":3,"visibility":"direct","content":"x","spoiler_text":""}],"favourites":[{"id":4}])";
  const ReadOptions options{.max_post_bytes = 1000, .map = {}};
  const List bio = {"mastodon @a@example.org 9 own yes https://example.org/@a", "  text[0]=Bio",
                    "  other[0]=A", "  other[1]=Tel", "  other[2]=01632 960001"};
  const List posts = {
      "mastodon @a@example.org 1 reply yes 1714555800 en https://example.org/@a/1 media=1",
      "  warning[0]=w",
      "  text[0]=a",
      "  alt_text[0]=A form",
      "  poll_option[0]=Yes",
      "  poll_option[1]=No",
      "none",
      "private"};
  List expected = bio;
  expected.insert(expected.end(), posts.begin(), posts.end());
  CHECK(ReadPosts(MastodonFormat(), {{"a.json", "{" + account + "," + statuses + "}"}}, options)
            .lines == expected);
}

TEST_CASE("What cannot be read of a note is told, and the rest is read",
          "[post][mastodon_format]") {
  CHECK(FieldsOf(R"("content":{"a":1},"summary":"w")") ==
        List{"  warning[0]=w", "  unread bad_field"});
  CHECK(FieldsOf(R"("content":"a","content":"b")") == List{"  text[0]=a", "  text[1]=b"});
  CHECK(FieldsOf(R"("content":"a\udc00")") == List{"  text[0]=a\uFFFD", "  unread invalid_utf8"});
  CHECK(FieldsOf(R"("content":null,"summary":null)").empty());
  CHECK(FieldsOf(R"("content":"a","published":"yesterday")") ==
        List{"  text[0]=a", "  note bad_published"});
  // Whom it is for stands behind the fault, perhaps.
  CHECK(ReadItems(R"({"type":"Create","object":{"content":"a","to":[],"x":tru}})",
                  {.max_post_bytes = 1000, .map = {}})
            .lines ==
        List{"mastodon own", "  text[0]=a", "  unread bad_record", "  note bad_published"});
}

TEST_CASE("A record that is not what Mastodon writes is a post that was not read",
          "[post][mastodon_format]") {
  const std::string record =
      GENERATE("{\"a\":1}", "17", "\"https://example.org/1\"", "[]", "{\"type\":\"Create\"}",
               "{\"type\":\"Create\",\"object\":\"https://example.org/1\"}",
               "{\"type\":\"Create\",\"object\":{\"type\":\"Note\"}}");
  CAPTURE(record);
  CHECK(ReadItems(record).lines == List{"mastodon own", "  unread bad_record"});
}

TEST_CASE("An actor that is too large or broken is told", "[post][mastodon_format]") {
  ExportFile actor = SampleFiles("mastodon")[0];
  REQUIRE(actor.path == "actor.json");
  actor.text.resize(actor.text.size() - 2);
  const ReadExport read = ReadPosts(MastodonFormat(), {actor});
  CHECK(read.context.account.empty());
  CHECK(read.lines == List{"mastodon own", "  unread bad_record"});

  actor.text += std::string(2 << 20, ' ');
  CHECK(ReadPosts(MastodonFormat(), {actor}, kWithPrivate).lines ==
        List{"mastodon own", "  unread post_too_large"});
}

TEST_CASE("Each file of the samples is known to its own format", "[post][post_formats]") {
  for (const ExportFile& file : SampleFiles("x-archive")) {
    CAPTURE(file.path);
    CHECK(FormatOf(file.Head()).format == &XFormat());
  }
  for (const ExportFile& file : SampleFiles("mastodon")) {
    CAPTURE(file.path);
    CHECK(FormatOf(file.Head()).format == &MastodonFormat());
    CHECK(FormatOf(file.Head()).role == FileRole::kPosts);
  }
  CHECK(FormatOf({"a.bin", std::string_view("\x01\x00\x02", 3), true}).format == nullptr);
}
