#include <algorithm>
#include <utility>

#include "post/csv_cutter.h"
#include "post/csv_layout.h"
#include "post/csv_row_problems.h"
#include "post/html_escapes.h"
#include "post/post_formats.h"
#include "post/post_maker.h"
#include "post/text_sniff.h"

namespace gatepost {
namespace {

std::string_view SourceOf(KnownCsv known) {
  switch (known) {
    case KnownCsv::kLinkedInShares:
    case KnownCsv::kLinkedInComments:
      return "linkedin";
    case KnownCsv::kRedditComments:
    case KnownCsv::kRedditPosts:
      return "reddit";
    case KnownCsv::kHootsuite:
      return "hootsuite";
    case KnownCsv::kNone:
    case KnownCsv::kMessages:
    case KnownCsv::kNoPosts:
      return "csv";
  }
  return "csv";
}

// In LinkedIn's files a line break of the text is a quote, a line break and a quote.
std::string WithoutBrokenLines(std::string_view text) {
  constexpr std::string_view kBroken = "\"\n\"";
  std::string whole;
  for (size_t broken = text.find(kBroken); broken != std::string_view::npos;
       broken = text.find(kBroken)) {
    whole += text.substr(0, broken);
    whole += '\n';
    text.remove_prefix(broken + kBroken.size());
  }
  return whole += text;
}

// Cells of one row that say when it was published.
using TimeCells = std::vector<std::string_view>;

class CsvRecordReader final : public RecordReader {
 public:
  explicit CsvRecordReader(CsvLayout layout) : layout_(std::move(layout)) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    if (record.is_too_large) return TooLargePost(SourceOf(layout_.known), record, texts);
    is_of_table_ = IsAboutTheTable(record);
    if (is_of_table_) return std::nullopt;
    ReadCsvRow(record.bytes, layout_.dialect, row_);
    const bool is_above_names = layout_.header && record.number < *layout_.header;
    known_columns_ = is_above_names ? 0 : layout_.columns.size();
    PostMaker maker(SourceOf(layout_.known), record, texts);
    TimeCells times;
    for (size_t i = 0; i < row_.cells.size(); ++i) TakeCell(i, times, maker);
    TakeTimes(times, record, maker);
    SetKind(maker.post());
    AddProblems(maker);
    if (maker.post().fields.empty() && maker.post().problems.empty()) return std::nullopt;
    return maker.Finish();
  }
  [[nodiscard]] NoPost why_none() const override {
    return is_of_table_ ? NoPost::kIsOfTable : NoPost::kIsNone;
  }

 private:
  [[nodiscard]] bool IsAboutTheTable(const Record& record) const {
    if (record.number == layout_.header) return true;
    return record.number == 0 && record.bytes.starts_with("sep=") && record.bytes.size() <= 7;
  }

  void TakeCell(size_t column, TimeCells& times, PostMaker& maker) {
    const std::string& cell = row_.cells[column];
    if (cell.empty()) return;
    const MemberRole role = column < known_columns_ ? layout_.columns[column] : MemberRole{};
    if (role.use == MemberUse::kField) {
      maker.Add(role.kind, TextOf(role.kind, cell));
    } else if (role.use == MemberUse::kPublished) {
      times.push_back(cell);
    } else {
      std::string_view& member = maker.post().*PlainMember(role.use);
      // Of two columns of one use the second is one that is not understood.
      if (!member.empty()) return maker.Add(FieldKind::kOther, cell);
      member = maker.Keep(cell);
      if (role.use == MemberUse::kUrl) maker.Add(FieldKind::kLink, cell);
    }
  }

  [[nodiscard]] std::string TextOf(FieldKind kind, const std::string& cell) const {
    const bool is_prose = kind == FieldKind::kText || kind == FieldKind::kTitle;
    if (!is_prose) return cell;
    if (layout_.known == KnownCsv::kLinkedInShares) return WithoutBrokenLines(cell);
    const bool is_reddit = SourceOf(layout_.known) == "reddit";
    return is_reddit ? WithoutHtmlEscapes(cell) : cell;
  }

  // A day and a time of day may stand in columns of their own. What is no time is looked at like
  // any text.
  void TakeTimes(const TimeCells& times, const Record& record, PostMaker& maker) {
    if (times.empty()) return;
    std::optional<WrittenTime> time;
    if (times.size() == 2) time = Parse(std::string(times[0]) + " " + std::string(times[1]));
    const bool is_in_two = time.has_value();
    for (const std::string_view cell : times) {
      if (is_in_two) break;
      const std::optional<WrittenTime> own = Parse(cell);
      if (!time) time = own;
      if (own) continue;
      maker.Add(FieldKind::kOther, cell);
      maker.AddNote("bad_published",
                    "the row has a date that could not be read. It was looked at as a text.");
    }
    if (!time) return;
    maker.post().published = time->time;
    const bool is_first = record.number == (layout_.header ? *layout_.header + 1 : 0);
    if (time->is_zone_assumed && is_first) {
      maker.AddNote("no_time_zone",
                    "the times of this file name no time zone. They were taken as UTC.");
    }
  }

  [[nodiscard]] std::optional<WrittenTime> Parse(std::string_view text) const {
    return ParseWrittenTime(text, layout_.date_order);
  }

  void SetKind(Post& post) const {
    const bool has_text = std::ranges::any_of(
        post.fields, [](const Field& field) { return field.kind == FieldKind::kText; });
    const bool is_share = layout_.known == KnownCsv::kLinkedInShares;
    if (is_share && !has_text) post.kind = PostKind::kRepost;
    const bool is_comment =
        layout_.known == KnownCsv::kLinkedInComments || layout_.known == KnownCsv::kRedditComments;
    if (is_comment) post.kind = PostKind::kReply;
  }

  void AddProblems(PostMaker& maker) const {
    AddRowProblems(row_, maker);
    if (layout_.header && known_columns_ > 0 && HasCellsBeyond(known_columns_)) {
      maker.AddNote("ragged_row",
                    "the row has more cells than there are columns. They were looked at as well.");
    }
  }

  [[nodiscard]] bool HasCellsBeyond(size_t count) const {
    for (size_t i = count; i < row_.cells.size(); ++i) {
      if (!row_.cells[i].empty()) return true;
    }
    return false;
  }

  CsvLayout layout_;
  bool is_of_table_ = false;  // the record read last
  CsvRow row_;
  size_t known_columns_ = 0;  // of the row's, those of which the use is known
};

// For a file that cannot be read as asked.
class FailedCutter final : public RecordCutter {
 public:
  explicit FailedCutter(Error error) : error_(std::move(error)) {}
  Result<std::optional<Record>> Next() override { return Fail(error_); }

 private:
  Error error_;
};

class Csv final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "csv"; }
  [[nodiscard]] std::string_view title() const override { return "table (CSV)"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    const std::string extension = ExtensionOf(head.path);
    const bool is_named_so = extension == "csv" || extension == "tsv" || extension == "tab";
    const bool may_be = is_named_so || extension.empty() || extension == "txt";
    if (!may_be || head.begin.empty() || !HasFewControls(head.begin)) return FileRole::kNotOurs;
    const Result<CsvLayout> layout = LayoutOf(head, {});
    if (!layout || (!is_named_so && !IsTableOfPosts(*layout))) return FileRole::kNotOurs;
    if (layout->known == KnownCsv::kMessages) return FileRole::kPrivate;
    return layout->known == KnownCsv::kNoPosts ? FileRole::kOther : FileRole::kPosts;
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& head, ByteSource& bytes, const ReadOptions& options) const override {
    const Result<CsvLayout> layout = LayoutOf(head, options.map);
    if (!layout) return std::make_unique<FailedCutter>(layout.error());
    return std::make_unique<CsvCutter>(bytes, layout->dialect, MaxRecordBytes(options));
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& head, const ExportContext& /*context*/,
      const ReadOptions& options) const override {
    // A map that does not fit was the cutter's to tell; it gives no records.
    return std::make_unique<CsvRecordReader>(LayoutOf(head, options.map).value_or(CsvLayout()));
  }

 private:
  // Told from prose with commas by its names of columns alone.
  static bool IsTableOfPosts(const CsvLayout& layout) {
    const auto known = std::ranges::count_if(
        layout.columns, [](const MemberRole& role) { return role != MemberRole{}; });
    const bool has_text =
        std::ranges::count(layout.columns, MemberRole{MemberUse::kField, FieldKind::kText}) > 0;
    return layout.header == 0 && known >= 2 && has_text;
  }
};

}  // namespace

const PostFormat& CsvFormat() {
  static const Csv format;
  return format;
}

}  // namespace gatepost
