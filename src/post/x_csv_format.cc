// tweets.csv of the archives that Twitter gave before August 2018. Whose they are does not stand in
// it. The same posts stood in data/js/tweets, for the page that showed the archive.

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "post/csv_cutter.h"
#include "post/csv_row_problems.h"
#include "post/post_formats.h"
#include "post/post_maker.h"
#include "post/published_time.h"
#include "post/source_buffer.h"
#include "post/text_sniff.h"
#include "post/x_text.h"

namespace gatepost {
namespace {

// Any account's post is found there.
constexpr std::string_view kPosts = "https://twitter.com/i/web/status/";

bool IsNamesRow(const CsvRow& row) {
  const auto has = [&row](std::string_view name) {
    return std::ranges::find(row.cells, name) != row.cells.end();
  };
  return has("tweet_id") && has("timestamp") && has("text") && has("expanded_urls");
}

std::optional<CsvRow> NamesIn(const FileHead& head) {
  const std::vector<CsvRow> rows = FirstRows(head.begin, head.is_whole, {}, 1);
  return rows.empty() || !IsNamesRow(rows[0]) ? std::nullopt : std::optional(rows[0]);
}

class XCsvReader final : public RecordReader {
 public:
  explicit XCsvReader(std::vector<std::string> names) : names_(std::move(names)) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    if (record.is_too_large) return TooLargePost("x", record, texts);
    if (record.number == 0) return std::nullopt;  // the names
    ReadCsvRow(record.bytes, {}, row_);
    PostMaker maker("x", record, texts);
    for (size_t i = 0; i < row_.cells.size(); ++i) {
      if (!row_.cells[i].empty()) Take(i < names_.size() ? names_[i] : "", row_.cells[i], maker);
    }
    AddRowProblems(row_, maker);
    return maker.Finish();
  }

 private:
  static void Take(std::string_view name, const std::string& cell, PostMaker& maker) {
    Post& post = maker.post();
    if (name == "tweet_id") {
      post.id = maker.Keep(cell);
      post.url = maker.Keep(std::string(kPosts) + cell);
    } else if (name == "timestamp") {
      TakeTime(cell, maker);
    } else if (name == "text") {
      maker.Add(FieldKind::kText, XText(cell, {}));
      if (IsXRepost(cell)) post.kind = PostKind::kRepost;
    } else if (name == "expanded_urls") {
      TakeLinks(cell, maker);
    } else if (name.starts_with("retweeted_status")) {
      post.kind = PostKind::kRepost;
    } else if (name.starts_with("in_reply_to")) {
      if (post.kind == PostKind::kOwn) post.kind = PostKind::kReply;
    } else if (name != "source") {  // the program it was written with
      maker.Add(FieldKind::kOther, cell);
    }
  }

  // "2013-08-29 17:24:12 +0000"
  static void TakeTime(std::string cell, PostMaker& maker) {
    const size_t zone = cell.rfind(" +");
    if (zone != std::string::npos) cell.erase(zone, 1);
    maker.post().published = ParseIsoTime(cell);
    if (maker.post().published) return;
    maker.Add(FieldKind::kOther, cell);
    maker.AddNote("bad_published",
                  "the row has a date that could not be read. It was looked at as a text.");
  }

  // Joined by commas; one that stands there twice is one.
  static void TakeLinks(std::string_view cell, PostMaker& maker) {
    std::vector<std::string_view> links;
    while (!cell.empty()) {
      // A comma in an address is followed by no scheme.
      const size_t end = std::min({cell.find(",http://"), cell.find(",https://"), cell.size()});
      const std::string_view link = cell.substr(0, end);
      cell.remove_prefix(std::min(end + 1, cell.size()));
      if (std::ranges::find(links, link) != links.end()) continue;
      links.push_back(link);
      maker.Add(FieldKind::kLink, link);
    }
  }

  std::vector<std::string> names_;
  CsvRow row_;
};

class XCsv final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "x-csv"; }
  [[nodiscard]] std::string_view title() const override { return "Twitter archive before 2018"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    if (IsOfViewer(head.begin)) return FileRole::kOther;
    const bool may_be = Contains(head.begin.substr(0, head.begin.find('\n')), "tweet_id");
    return may_be && NamesIn(head) ? FileRole::kPosts : FileRole::kNotOurs;
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& bytes, const ReadOptions& options) const override {
    return std::make_unique<CsvCutter>(bytes, CsvDialect{}, MaxRecordBytes(options));
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& head, const ExportContext& /*context*/,
      const ReadOptions& /*options*/) const override {
    return std::make_unique<XCsvReader>(NamesIn(head).value_or(CsvRow()).cells);
  }

 private:
  // data/js: what the page of the archive shows.
  static bool IsOfViewer(std::string_view begin) {
    begin = WithoutBlank(begin);
    return begin.starts_with("Grailbird.data.") || begin.starts_with("var user_details") ||
           begin.starts_with("var tweet_index") || begin.starts_with("var payload_details");
  }
};

}  // namespace

const PostFormat& XCsvFormat() {
  static const XCsv format;
  return format;
}

}  // namespace gatepost
