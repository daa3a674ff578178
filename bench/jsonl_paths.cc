#include "bench/jsonl_paths.h"

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "post/jsonl_post.h"
#include "post/line_source.h"
#include "report/report.h"

namespace gatepost::bench {
namespace {

constexpr uint64_t kMaxLineBytes = 16 << 20;
constexpr size_t kPostsAtOnce = 64;

class WriteVerdicts final : public VerdictSink {
 public:
  explicit WriteVerdicts(const Scanner& scanner) : report_(MakeJsonlReport({})) {
    report_->Begin(ContextOf(scanner), out_);
  }
  void Accept(const Post& post, Verdict verdict) override {
    out_.clear();
    report_->Render(post, {"bench"}, verdict, out_);
    findings += verdict.findings.size();
  }
  [[nodiscard]] const std::string& last_line() const { return out_; }
  size_t findings = 0;

 private:
  std::unique_ptr<ReportWriter> report_;
  std::string out_;
};

// The bytes of all strings of the line; nullopt if it is no object.
std::optional<size_t> ReadStrings(simdjson::ondemand::parser& parser,
                                  simdjson::padded_string_view line, std::string_view& id) {
  simdjson::ondemand::document document;
  simdjson::ondemand::object object;
  if (parser.iterate(line).get(document) != simdjson::SUCCESS ||
      document.get_object().get(object) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  size_t bytes = 0;
  bool is_first = true;
  for (auto member : object) {
    std::string_view key;
    std::string_view value;
    if (member.unescaped_key().get(key) != simdjson::SUCCESS ||
        member.value().get_string().get(value) != simdjson::SUCCESS) {
      return std::nullopt;
    }
    bytes += key.size() + value.size();
    if (is_first) id = value;
    is_first = false;
  }
  return bytes;
}

}  // namespace

size_t CheckJsonl(const Scanner& scanner, std::string_view jsonl) {
  Worker worker(scanner);
  WriteVerdicts sink(scanner);
  std::vector<JsonlPostReader> readers(kPostsAtOnce);
  std::vector<Post> posts;
  LineSource lines = LineSource::Over(jsonl, kMaxLineBytes);
  for (;;) {
    const auto line = lines.Next();
    if (!line || !*line) break;
    posts.push_back(readers[posts.size()].Read((*line)->text, {"bench", 1, 0}));
    if (posts.size() < readers.size()) continue;
    scanner.Scan(posts, worker, sink);
    posts.clear();
  }
  scanner.Scan(posts, worker, sink);
  return sink.findings;
}

ReadAndWrite::ReadAndWrite(const Scanner& scanner, std::string& jsonl) : jsonl_(jsonl) {
  jsonl.reserve(jsonl.size() + simdjson::SIMDJSON_PADDING);
  constexpr std::string_view kId = "0123456789";
  Post post;
  post.id = kId;
  post.account = "examplecouncil";
  post.fields.push_back({FieldKind::kText, 0, "The council meets on Tuesday.", nullptr});
  Worker worker(scanner);
  WriteVerdicts sink(scanner);
  scanner.Scan({&post, 1}, worker, sink);
  const size_t at = sink.last_line().find(kId);
  before_id_ = sink.last_line().substr(0, at);
  after_id_ = sink.last_line().substr(at + kId.size());
}

size_t ReadAndWrite::Run() const {
  simdjson::ondemand::parser parser;
  std::string out;
  size_t bytes = 0;
  for (size_t begin = 0; begin < jsonl_.size();) {
    const size_t end = std::min(jsonl_.find('\n', begin), jsonl_.size());
    const simdjson::padded_string_view line(jsonl_.data() + begin, end - begin,
                                            jsonl_.capacity() - begin);
    std::string_view id;
    const auto read = ReadStrings(parser, line, id);
    if (!read) return 0;
    out.clear();
    out.append(before_id_).append(id).append(after_id_);
    bytes += *read + out.size();
    begin = end + 1;
  }
  return bytes;
}

}  // namespace gatepost::bench
