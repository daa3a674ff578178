#include "report/report.h"
#include "report/verdict_json.h"

namespace gatepost {
namespace {

class JsonlReport : public ReportWriter {
 public:
  explicit JsonlReport(const ReportOptions& options) : options_(options) {}

  void Begin(const ReportContext& context, std::string& out) override {
    context_ = context;
    WriteLine("start", out, [&](JsonWriter& json) { WriteRun(context_, options_, json); });
  }

  void Render(const Post& post, const PostOrigin& origin, const Verdict& verdict,
              std::string& rendered) const override {
    WriteLine("post", rendered, [&](JsonWriter& json) {
      WritePost({context_, post, origin, verdict, options_}, json);
    });
  }

  void Add(std::string_view rendered, std::string& out) override { out += rendered; }

  void AddProblem(const Problem& problem, std::string& out) override {
    WriteLine("problem", out, [&](JsonWriter& json) { WriteProblem(problem, json); });
  }

  void Finish(const RunTotals& totals, std::string& out) override {
    WriteLine("summary", out, [&](JsonWriter& json) { WriteTotals(totals, json); });
  }

 private:
  template <class WriteMembers>
  static void WriteLine(const char* type, std::string& out, WriteMembers write_members) {
    JsonWriter json(out);
    json.BeginObject().Member("type", type);
    write_members(json);
    json.EndObject();
    out += '\n';
  }

  ReportOptions options_;
  ReportContext context_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeJsonlReport(ReportOptions options) {
  return std::make_unique<JsonlReport>(options);
}

}  // namespace gatepost
