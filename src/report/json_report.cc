#include <vector>

#include "report/report.h"
#include "report/verdict_json.h"

namespace gatepost {
namespace {

constexpr std::string_view kBeforePost = ",\n";  // of the first only the newline

// Posts are written as they come; problems of inputs wait for the array of their own that follows.
class JsonReport : public ReportWriter {
 public:
  explicit JsonReport(const ReportOptions& options) : options_(options) {}

  void Begin(const ReportContext& context, std::string& out) override {
    context_ = context;
    JsonWriter json(out);
    json.BeginObject();
    WriteRun(context_, options_, json);
    json.Key("posts").BeginArray();
  }

  void Render(const Post& post, const PostOrigin& origin, const Verdict& verdict,
              std::string& rendered) const override {
    rendered += kBeforePost;
    JsonWriter json(rendered);
    json.BeginObject();
    WritePost({context_, post, origin, verdict, options_}, json);
    json.EndObject();
  }

  void Add(std::string_view rendered, std::string& out) override {
    out += has_posts_ ? rendered : rendered.substr(kBeforePost.find('\n'));
    has_posts_ = true;
  }

  void AddProblem(const Problem& problem, std::string& /*out*/) override {
    problems_.push_back(problem);
  }

  void Finish(const RunTotals& totals, std::string& out) override {
    JsonWriter json(out);
    json.EndArray();
    WriteProblems(problems_, json);
    json.Key("summary").BeginObject();
    WriteTotals(totals, json);
    json.EndObject().EndObject();
    out += '\n';
  }

 private:
  ReportOptions options_;
  ReportContext context_;
  bool has_posts_ = false;
  std::vector<Problem> problems_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeJsonReport(ReportOptions options) {
  return std::make_unique<JsonReport>(options);
}

}  // namespace gatepost
