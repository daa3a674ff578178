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

FileRole RoleOf(std::string_view path, std::string_view begin) {
  return XFormat().RoleOf({path, begin, true});
}

const ExportFile kAccount{"data/account.js",
                          R"(window.YTD.account.part0 = [{"account":{"username":"AmbridgeBC",)"
                          R"("accountId":"1111111111","accountDisplayName":"Ambridge BC"}}])"};

ExportFile Tweets(const std::string& records) {
  return {"data/tweets.js", "window.YTD.tweets.part0 = [" + records + "]"};
}
ExportFile Notes(const std::string& records) {
  return {"data/note-tweet.js", "window.YTD.note_tweet.part0 = [" + records + "]"};
}
std::string Tweet(const std::string& members) { return "{\"tweet\":{" + members + "}}"; }
// A tweet that was published at 09:45:SS.
std::string TweetAt(const std::string& second, const std::string& id, const std::string& text) {
  return Tweet(R"("id_str":")" + id + R"(","created_at":"Wed May 01 09:45:)" + second +
               R"( +0000 2024","full_text":")" + text + "\"");
}
std::string NoteAt(const std::string& second, const std::string& id, const std::string& text) {
  return R"({"noteTweet":{"noteTweetId":")" + id + R"(","createdAt":"2024-05-01T09:45:)" + second +
         R"(.000Z","core":{"text":")" + text + "\"}}}";
}

// The lines but for those of posts.
List FieldsOf(const ReadExport& read) {
  CHECK(read.errors.empty());
  List fields;
  for (const std::string& line : read.lines) {
    if (line.starts_with("  ")) fields.push_back(line.substr(2));
  }
  return fields;
}
List FieldsOf(const std::string& tweet) {
  return FieldsOf(ReadPosts(
      XFormat(),
      {Tweets(Tweet(R"("id_str":"17","created_at":"Wed May 01 09:30:00 +0000 2024",)" + tweet))}));
}

}  // namespace

TEST_CASE("An archive of X is read whole, whatever the order of its files", "[post][x_format]") {
  std::vector<ExportFile> files = SampleFiles("x-archive");
  const ReadExport read = ReadPosts(XFormat(), files);
  CHECK(read.errors.empty());
  CHECK(read.context.account == "AmbridgeBC");
  CHECK(read.context.account_name == "Ambridge Borough Council");
  CHECK(read.context.account_url == "https://twitter.com/AmbridgeBC");
  CHECK(read.context.declared.at("data/tweets-part1.js") == 2);
  CHECK(read.context.declared.size() == 6);
  const std::string status = "https://twitter.com/AmbridgeBC/status/";
  List expected = {
      "x AmbridgeBC 1785500000000000005 own no 1714500000 en " + status + "1785500000000000005",
      "  text[0]=Deleted in a hurry: missing person Sam Sample (14), last seen near 22 Elm Road. "
      "Call Mum on 01632 960456",
      "none",
      "x AmbridgeBC 1785600000000000010 repost 1714556400 en " + status + "1785600000000000010",
      "  text[0]=RT @NHSAmbridge: Appointment list for Thursday: Mrs E Fictional 10:15, Mr A "
      "Sample "
      "10:30, Ms P Placeholder 10:45, Dr N Nobody 11:00, Mr …",
      "x AmbridgeBC 1785600000000000020 own 1714556712 en " + status + "1785600000000000020",
      "  text[0]=Our full statement on the housing consultation. We received 412 responses and "
      "have "
      "published every one of them in full below so that residents can see what was said. "
      "Respondent 1: Mr Terence Example, 14 Sample Street, Ambridge, wrote that he is registered "
      "disabled and that his NHS number is 999 000 1235. Respondent 2: anonymous & brief.",
      "  link[0]=https://twitter.com/i/web/status/1785600000000000020",
      "x AmbridgeBC 1785600000000000001 reply 1714555800 en " + status + "1785600000000000001",
      "  text[0]=@ResidentJo Hi Jo & thanks 🙂 – we've called you on 07700 900123. Case notes: "
      "https://www.example.gov.uk/cases?email=jo.bloggs%40example.org&ref=CAS-20931",
      "  link[0]=https://www.example.gov.uk/cases?email=jo.bloggs%40example.org&ref=CAS-20931",
      "x AmbridgeBC 1785600000000000002 own 1714555860 en " + status +
          "1785600000000000002 media=1",
      "  text[0]=Road closed: A9 at Ambridge. <b>Diversion in place</b> https://t.co/MediaXyz12",
  };
  CHECK(read.lines == expected);

  std::ranges::reverse(files);
  ReadExport reversed = ReadPosts(XFormat(), files);
  CHECK(reversed.context.account_name == read.context.account_name);
  std::ranges::sort(reversed.lines);
  std::ranges::sort(expected);
  CHECK(reversed.lines == expected);
}

TEST_CASE("Conversations of private messages are posts where they are asked for",
          "[post][x_format]") {
  std::vector<ExportFile> files = SampleFiles("x-archive");
  std::erase_if(files, [](const ExportFile& file) {
    return file.path != "data/account.js" && file.path != "data/direct-messages.js";
  });
  CHECK(ReadPosts(XFormat(), files).lines.empty());
  const ReadOptions options{.max_post_bytes = 1000, .map = {}, .includes_private = true};
  CHECK(ReadPosts(XFormat(), files, options).lines ==
        List{"x AmbridgeBC 1111111111-2222222222 own thread=1111111111-2222222222",
             "  text[0]=my address is 5 Sample Court, ZZ99 3WZ and my number is 07700 900456 "
             "https://www.example.gov.uk/report",
             "  link[0]=https://www.example.gov.uk/report"});
  const ExportFile group{
      "data/direct-messages-group.js",
      R"(window.YTD.direct_messages_group.part0 = [{"dmConversation":{"conversationId":"7",)"
      R"("messages":[{"joinConversation":{"initiatingUserId":"1"}},{"messageCreate":{"text":"a"}},)"
      R"({"messageCreate":{"text":"b &amp; c","mediaUrls":["x"]}},)"
      R"({"conversationNameUpdate":{"name":"Team"}}]}},{"dmConversation":{"conversationId":"8"}}])"};
  CHECK(ReadPosts(XFormat(), {group}, options).lines ==
        List{"x 7 own thread=7 media=1", "  text[0]=a", "  text[1]=b & c", "  other[0]=Team",
             "x 8 own thread=8", "  unread no_text"});
}

TEST_CASE("Files of X are known by what they begin with", "[post][x_format]") {
  CHECK(RoleOf("a.js", "window.YTD.tweets.part0 = [") == FileRole::kPosts);
  CHECK(RoleOf("a.js", " YTD.tweet.part17=[") == FileRole::kPosts);
  CHECK(RoleOf("a.js", "window.YTD.note_tweet.part0 = [ ]") == FileRole::kPosts);
  CHECK(RoleOf("a.js", "window.YTD.community_tweet.part0 = [ ]") == FileRole::kPosts);
  CHECK(RoleOf("a.js", "window.YTD.deleted_tweets.part0 = [ ]") == FileRole::kPosts);
  CHECK(RoleOf("a.js", "window.YTD.direct_messages_group.part0 = [") == FileRole::kPrivate);
  CHECK(RoleOf("a.js", "window.YTD.account.part0 = [") == FileRole::kContext);
  CHECK(RoleOf("a.js", "window.__THAR_CONFIG = {") == FileRole::kContext);
  CHECK(RoleOf("a.js", "window.YTD.like.part0 = [") == FileRole::kOther);
  CHECK(RoleOf("a.js", "window.YTD.tweet_headers.part0 = [") == FileRole::kOther);
  CHECK(RoleOf("x/Your archive.html", "<!doctype html>") == FileRole::kOther);
  CHECK(RoleOf("assets/js/main.js", "(()=>{window.YTD={}})()") == FileRole::kOther);
  for (const std::string_view begin :
       {"", "window", "window.", "window.YTD.", "window.YTD.tweets", "window.YTD.tweets.x = [",
        "[{\"tweet\":{}}]", "var a = 1;"}) {
    CAPTURE(begin);
    CHECK(RoleOf("data/tweets.js", begin) == FileRole::kNotOurs);
  }
}

TEST_CASE("Shortened links are replaced and the text around them is unescaped",
          "[post][x_format]") {
  const auto url = [](const std::string& shortened, const std::string& target) {
    return R"({"url":"https://t.co/)" + shortened + R"(","expanded_url":")" + target + R"("})";
  };
  CHECK(
      FieldsOf(
          R"("full_text":"🙂 &lt;https://t.co/Ab1&gt; &amp;amp; https://t.co/cD https://t.co/cDe",)"
          R"("entities":{"urls":[)" +
          url("cD", "https://example.org/?a=1&amp;b=2") + "," +
          url("Ab1", "https://example.org/a") + "]}") ==
      List{"text[0]=🙂 <https://example.org/a> &amp; https://example.org/?a=1&amp;b=2 "
           "https://t.co/cDe",
           "link[0]=https://example.org/a", "link[1]=https://example.org/?a=1&amp;b=2"});
  CHECK(FieldsOf(R"("full_text":"t.co/a ://t.co/b xhttps://t.co/c","entities":{"urls":[)" +
                 url("c", "https://example.org/") + "," + url("d", "https://example.com/") + "," +
                 url("e", "https://example.com/") + "]}") ==
        List{"text[0]=t.co/a ://t.co/b xhttps://example.org/", "link[0]=https://example.org/",
             "link[1]=https://example.com/"});
}

TEST_CASE("Alternative texts, media and places are read", "[post][x_format]") {
  const ReadExport read = ReadPosts(
      XFormat(),
      {Tweets(Tweet(
          R"("id":"17","created_at":"Wed May 01 09:30:00 +0000 2024","text":"a","lang":"cy",)"
          R"("conversation_id_str":"9","entities":{"media":[{"ext_alt_text":"x"}]},)"
          R"("extended_entities":{"media":[{"ext_alt_text":"A form"},{}]},)"
          R"("place":{"full_name":"Ambridge"},"geo":{"type":"Point","coordinates":["51.5","-0.1"]})"))});
  CHECK(read.lines == List{"x 17 own 1714555800 cy thread=9 media=2", "  text[0]=a",
                           "  alt_text[0]=A form", "  place[0]=Ambridge", "  place[1]=51.5, -0.1"});
}

TEST_CASE("Records without a wrapper, as old archives have them, are posts", "[post][x_format]") {
  const ExportFile old{"tweet.js", R"(window.YTD.tweet.part0 = [{"id_str":"17",)"
                                   R"("created_at":"Wed May 01 09:30:00 +0000 2019",)"
                                   R"("in_reply_to_user_id":"-1","full_text":"a"}])"};
  CHECK(ReadPosts(XFormat(), {old, kAccount}).lines ==
        List{"x AmbridgeBC 17 reply 1556703000 https://twitter.com/AmbridgeBC/status/17",
             "  text[0]=a"});
}

TEST_CASE("Deleted posts are told, by their file or their own word", "[post][x_format]") {
  const std::string tweet = R"("id":"1","created_at":"Wed May 01 09:30:00 +0000 2024",)"
                            R"("full_text":"a")";
  CHECK(ReadPosts(XFormat(), {{"a.js", "window.YTD.deleted_tweets.part0 = [" + Tweet(tweet) + "]"}})
            .lines[0] == "x 1 own no 1714555800");
  CHECK(ReadPosts(XFormat(), {Tweets(Tweet(tweet + R"(,"deleted_at":"2024-05-02T00:00:00Z")"))})
            .lines[0] == "x 1 own no 1714555800");
}

TEST_CASE("A time that is not known, or before there was a Twitter, is a note",
          "[post][x_format]") {
  const std::string time =
      GENERATE("Thu Jan 01 00:00:00 +0000 1970", "Wed Mai 01 09:30:00 +0000 2024", "yesterday", "",
               "Wed edM 01 09:30:00 +0000 2024", "Wed Feb 30 09:30:00 +0000 2024");
  CAPTURE(time);
  CHECK(ReadPosts(XFormat(),
                  {Tweets(Tweet(R"("id":"1","full_text":"a","created_at":")" + time + "\""))})
            .lines == List{"x 1 own", "  text[0]=a", "  note bad_published"});
}

TEST_CASE("A long text stands in its post or is a post of its own, never both",
          "[post][x_format]") {
  // Its beginning is the first of that second.
  const ReadExport read = ReadPosts(
      XFormat(),
      {Notes(NoteAt("12", "90", "Begin &amp; end 1") + "," +
             NoteAt("12", "100", "Begin &amp; end 2") + "," + NoteAt("13", "80", "Alone")),
       Tweets(TweetAt("12", "5", "Begin &amp;…") + "," +
              TweetAt("12", "40", "Begin &amp; … https://t.co/abc") + "," +
              TweetAt("12", "41", "Begin …") + "," + TweetAt("13", "6", "Whole"))});
  CHECK(read.lines == List{"none", "none", "x 80 own 1714556713", "  text[0]=Alone",
                           "x 5 own 1714556712", "  text[0]=Begin & end 1", "x 40 own 1714556712",
                           "  text[0]=Begin & end 2", "x 41 own 1714556712", "  text[0]=Begin …",
                           "x 6 own 1714556713", "  text[0]=Whole"});
}

TEST_CASE("A beginning that does not agree with the long text of its second stands beside it",
          "[post][x_format]") {
  CHECK(FieldsOf(ReadPosts(XFormat(), {Tweets(TweetAt("12", "5", "Watch this space…")),
                                       Notes(NoteAt("12", "9", "A statement"))})) ==
        List{"text[0]=Watch this space…", "text[1]=A statement"});
  CHECK(FieldsOf(ReadPosts(XFormat(), {Tweets(TweetAt("12", "5", "RT @jo: A stat…")),
                                       Notes(NoteAt("12", "9", "A statement"))})) ==
        List{"text[0]=RT @jo: A stat…", "text[0]=A statement"});
}

TEST_CASE("Long texts that cannot be joined are posts of their own", "[post][x_format]") {
  // Without a number or a time, twice under one number, and too long to be kept.
  const std::string long_text(70'000, 'a');
  const ReadExport read = ReadPosts(
      XFormat(),
      {Tweets(TweetAt("12", "5", "aaa…")),
       Notes(NoteAt("12", "", "aaa no number") + "," + NoteAt("12", "1", long_text) + "," +
             NoteAt("xx", "2", "aaa no time") + "," + NoteAt("12", "3", "aaa first") + "," +
             NoteAt("12", "3", "aaa second") + "," +
             R"({"noteTweet":{"noteTweetId":"4","noteTweetResults":{"text":"aaa results"}}})")});
  CHECK(FieldsOf(read) == List{"text[0]=aaa first", "text[0]=aaa no number", "text[0]=" + long_text,
                               "text[0]=aaa no time", "note bad_published", "text[0]=aaa second",
                               "text[0]=aaa results", "note bad_published"});
}

TEST_CASE("A record that is not what X writes is a post that was not read", "[post][x_format]") {
  const std::string record = GENERATE("{\"a\":1}", "17", "\"a\"", "{\"tweet\":[]}", "[[]]",
                                      "{\"id\":\"1\"}", "{\"noteTweet\":7}");
  CAPTURE(record);
  CHECK(ReadPosts(XFormat(), {Tweets(record)}).lines == List{"x own", "  unread bad_record"});
}

TEST_CASE("What cannot be read of a post of X is told, and the rest is read", "[post][x_format]") {
  CHECK(FieldsOf(R"("full_text":{"a":1})") == List{"unread bad_field"});
  CHECK(FieldsOf(R"("full_text":"a","full_text":"b")") == List{"text[0]=a", "text[1]=b"});
  CHECK(FieldsOf(R"("lang":"en")") == List{"unread no_text"});
  CHECK(FieldsOf("\"full_text\":\"a\xFF\"") == List{"text[0]=a\uFFFD", "unread invalid_utf8"});
  CHECK(FieldsOf(R"("full_text":"a\ud83d")") == List{"text[0]=a\uFFFD", "unread invalid_utf8"});
  CHECK(FieldsOf("\"full_text\":\"a\tb\"") == List{"text[0]=a\tb", "note raw_control"});
  CHECK(FieldsOf(R"("full_text":"a","lang":tru)") == List{"text[0]=a", "unread bad_record"});
  const std::string large(3'000'000, 'a');
  const ReadExport read = ReadPosts(XFormat(), {Tweets(Tweet("\"full_text\":\"" + large + "\""))},
                                    {.max_post_bytes = 1000, .map = {}});
  CHECK(read.lines == List{"x own", "  unread post_too_large"});
}

TEST_CASE("Texts of a post of X beyond 10,000 are told", "[post][x_format]") {
  std::string urls;
  for (int i = 0; i < 10'001; ++i) {
    urls += (i == 0 ? "" : ",") + (R"({"expanded_url":"https://example.org/)" + std::to_string(i)) +
            "\"}";
  }
  const List fields = FieldsOf(R"("full_text":"a","entities":{"urls":[)" + urls + "]}");
  CHECK(fields.size() == 10'001);
  CHECK(fields.back() == "unread too_many_fields");
}

TEST_CASE("A file of X that breaks off gives the posts before, and account.js says so at once",
          "[post][x_format]") {
  ExportFile tweets = Tweets(TweetAt("12", "5", "a"));
  tweets.text.pop_back();
  const ReadExport read = ReadPosts(XFormat(), {tweets});
  CHECK(read.lines.size() == 2);
  CHECK(read.errors == List{"data/tweets.js is not whole: it breaks off inside its list. Copy or "
                            "download it again."});
  ExportFile account = kAccount;
  account.text.resize(60);
  CHECK(ReadPosts(XFormat(), {account}).errors.size() == 1);
  CHECK(ReadPosts(XFormat(), {{"manifest.js", "window.__THAR_CONFIG = {\"a\":"}}).errors.size() ==
        1);
}

TEST_CASE("The manifest says whose archive it is where account.js does not", "[post][x_format]") {
  const ExportFile manifest{
      "data/manifest.js", R"(window.__THAR_CONFIG = {"userInfo":{"userName":"Other","displayName":)"
                          R"("O"},"dataTypes":{"tweets":{"files":[{"fileName":"data/tweets.js",)"
                          R"("count":"many"},{"count":"2"}]}}};)"};
  const ReadExport alone = ReadPosts(XFormat(), {manifest});
  CHECK(alone.errors.empty());
  CHECK(alone.context.account == "Other");
  CHECK(alone.context.declared.empty());
  CHECK(ReadPosts(XFormat(), {manifest, kAccount}).context.account == "AmbridgeBC");
  CHECK(ReadPosts(XFormat(), {kAccount, manifest}).context.account_name == "Ambridge BC");
}
