#include "report/post_text.h"
#include "report/report.h"
#include "report/sentences.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

constexpr size_t kShownHashDigits = 8;

// "2 block, 1 pass", the gravest first.
std::string InWords(const std::map<std::string, uint64_t>& verdicts) {
  std::string words;
  for (const char* word : {"block", "incomplete", "review", "pass"}) {
    const auto count = verdicts.find(word);
    if (count == verdicts.end()) continue;
    words += (words.empty() ? "" : ", ") + std::to_string(count->second) + " " + word;
  }
  return words;
}

class TextReport : public ReportWriter {
 public:
  explicit TextReport(const ReportOptions& options)
      : options_(options), painter_(options.uses_colour) {}

  void Begin(const ReportContext& context, std::string& /*out*/) override { context_ = context; }

  // What takes several lines stands by itself, with an empty line after it.
  void Render(const Post& post, const PostOrigin& origin, const Verdict& verdict,
              std::string& rendered) const override {
    const size_t begin = rendered.size();
    PostText(context_, options_, post, rendered).Write(origin, verdict);
    const bool is_one_line = rendered.find('\n', begin) == rendered.size() - 1;
    if (!is_one_line) rendered += '\n';
  }

  void Add(std::string_view rendered, std::string& out) override {
    out += rendered;
    ends_with_gap_ = rendered.ends_with("\n\n");
  }

  void AddProblem(const Problem& problem, std::string& out) override {
    const bool is_unread = problem.kind == ProblemKind::kUnread;
    const std::string where = problem.where.ToString();
    if (!where.empty()) {
      painter_.Append(Ink::kBold, Printable(where), out);
      out += ": ";
    }
    painter_.Append(is_unread ? Ink::kYellow : Ink::kBold,
                    (is_unread ? kNotRead : kNote).In(context_.language), out);
    out += "\n  ";
    AppendWrapped(Printable(MessageIn(context_.language, problem)), 2,
                  std::max(options_.width, kMinReportColumns) - 2, out);
    out += '\n';
    ends_with_gap_ = true;
  }

  void Finish(const RunTotals& totals, std::string& out) override {
    if (!ends_with_gap_) out += '\n';
    uint64_t findings = 0;
    for (const auto& [id, count] : totals.findings) findings += count;
    const Language language = context_.language;
    const auto part = [&](const Sentence& what, std::string_view which) {
      out.append(" · ").append(what.In(language)).append(" ").append(which);
    };
    painter_.Append(Ink::kBold, CountedIn(language, totals.posts, kPosts), out);
    out += Filled(kOfPosts.In(language), totals.posts == 0 ? std::string(kNothingRead.In(language))
                                                           : InWords(totals.verdicts));
    out += " · " + CountedIn(language, findings, kFindings);
    if (totals.problems > 0) out += " · " + CountedIn(language, totals.problems, kProblems);
    part(kPatterns,
         Printable(context_.set_name) + " " + context_.set_hash.substr(0, kShownHashDigits));
    part(kPolicy, Printable(context_.policy_name));
    if (!context_.key_id.empty()) part(kKey, context_.key_id);
    out += '\n';
    if (totals.problems > 0) out.append(kNotEverything.In(language)).append("\n");
  }

 private:
  ReportOptions options_;
  Painter painter_;
  ReportContext context_;
  bool ends_with_gap_ = true;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeTextReport(ReportOptions options) {
  return std::make_unique<TextReport>(options);
}

}  // namespace gatepost
