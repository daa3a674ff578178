#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/audit_sink.h"
#include "report/audit_words.h"
#include "report/markup.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// What of problems belongs to no input.
constexpr std::string_view kOwnSuite = "audit";

void AppendAttribute(std::string_view name, std::string_view value, std::string& out) {
  out.append(" ").append(name).append("=\"").append(Markup(value)).append("\"");
}

void AppendCounts(const InputOutcome& outcome, uint64_t errors, std::string& out) {
  const uint64_t tests = outcome.posts_open + outcome.posts_decided + errors;
  AppendAttribute("tests", std::to_string(tests), out);
  AppendAttribute("failures", std::to_string(outcome.posts_open), out);
  AppendAttribute("errors", std::to_string(errors), out);
  AppendAttribute("skipped", std::to_string(outcome.posts_decided), out);
}

// The findings of one post worth acting on, gathered while they come.
struct TestCase {
  int64_t post = 0;
  std::string class_name, name;
  uint64_t open = 0;
  uint64_t decided = 0;
  std::string type;  // the pattern of the first open one
  std::string account_line, open_lines, decided_lines;
};

std::string NameOfPost(const AuditPost& post) {
  std::string name =
      post.post_id.empty() ? "record " + std::to_string(post.record + 1) : "post " + post.post_id;
  if (!post.account.empty()) name += " by " + post.account;
  return name;
}

// "text 6-18: Phone number ***** ***123 (medium, review, open). Ask for the number …"
std::string LineOf(const AuditFinding& finding, Standing standing) {
  std::string line = FieldInWords(finding.field, finding.nth) + " ";
  line += std::to_string(finding.codepoints.begin) + "-" + std::to_string(finding.codepoints.end);
  line += ": " + finding.name + " " + finding.masked + " (" + finding.severity + ", ";
  line += finding.action + ", ";
  line += InWords(standing);
  return line + "). " + finding.advice;
}

class JunitReport {
 public:
  explicit JunitReport(const AuditReportJob& job) : job_(job), out_(job.out()) {
    for (const AuditProblem& problem : job.survey.problems) {
      if (problem.problem.kind != ProblemKind::kUnread) continue;
      const bool has_input = job.survey.InputOf(problem.input) != nullptr;
      problems_[has_input ? problem.input : kNoInput].push_back(&problem);
    }
  }

  Status Write() {
    WriteRoot();
    if (problems_.contains(kNoInput)) {
      OpenSuite(kNoInput, kOwnSuite);
      CloseSuite();
    }
    auto status = job_.ForEachFinding([&](const FindingInPost& found) { Add(found); });
    if (!status) return status;
    CloseSuite();
    while (next_input_ < job_.survey.inputs.size()) {
      OpenSuiteOf(job_.survey.inputs[next_input_]);
      CloseSuite();
      if (status = job_.sink.FlushIfFull(); !status) return status;
    }
    out_ += "</testsuites>\n";
    return {};
  }

 private:
  static constexpr int64_t kNoInput = -1;

  void WriteRoot() {
    InputOutcome all;
    for (const auto& [input, outcome] : job_.survey.outcomes) {
      all.posts_open += outcome.posts_open;
      all.posts_decided += outcome.posts_decided;
    }
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gatepost audit\"";
    AppendCounts(all, job_.survey.completeness.unread, out_);
    out_ += ">\n";
  }

  void Add(const FindingInPost& found) {
    const Standing standing = job_.StandingOf(found);
    if (standing == Standing::kLetThrough) return;
    if (suite_ != found.input.id) EnterSuite(found.input);
    if (!test_case_ || test_case_->post != found.post.id) {
      CloseTestCase();
      const std::string& path = found.post.path;
      test_case_.emplace();
      test_case_->post = found.post.id;
      test_case_->class_name = found.input.name + (path.empty() ? "" : ": " + path);
      test_case_->name = NameOfPost(found.post);
      const std::string whose =
          KnownAccountInWords(job_.AccountOf(found.post.source, found.post.account));
      if (!whose.empty()) test_case_->account_line = "Account of " + whose + "\n";
    }
    const bool is_open = standing == Standing::kOpen;
    ++(is_open ? test_case_->open : test_case_->decided);
    (is_open ? test_case_->open_lines : test_case_->decided_lines) +=
        LineOf(found.finding, standing) + "\n";
    if (is_open && test_case_->open == 1) test_case_->type = found.finding.pattern;
  }

  // Inputs without findings before it get their suites first: they come in the same order.
  void EnterSuite(const AuditInput& input) {
    CloseSuite();
    const auto& inputs = job_.survey.inputs;
    const auto number = job_.survey.input_numbers.find(input.id);
    if (number != job_.survey.input_numbers.end()) {
      while (next_input_ < number->second) {
        OpenSuiteOf(inputs[next_input_]);
        CloseSuite();
      }
    }
    OpenSuiteOf(input);
  }

  void OpenSuiteOf(const AuditInput& input) {
    ++next_input_;
    OpenSuite(input.id, input.name);
  }

  void OpenSuite(int64_t input, std::string_view name) {
    suite_ = input;
    const auto outcome = job_.survey.outcomes.find(input);
    const auto problems = problems_.find(input);
    out_ += "<testsuite";
    AppendAttribute("name", name, out_);
    AppendCounts(outcome == job_.survey.outcomes.end() ? InputOutcome{} : outcome->second,
                 problems == problems_.end() ? 0 : problems->second.size(), out_);
    out_ += ">\n";
    if (problems == problems_.end()) return;
    for (const AuditProblem* problem : problems->second) WriteError(*problem);
  }

  void WriteError(const AuditProblem& problem) {
    out_ += "<testcase";
    AppendAttribute("classname", "not read", out_);
    AppendAttribute("name", job_.survey.PlaceOf(problem), out_);
    out_ += "><error";
    AppendAttribute("type", problem.problem.code, out_);
    AppendAttribute("message", problem.problem.message, out_);
    out_ += "/></testcase>\n";
  }

  void CloseTestCase() {
    if (!test_case_) return;
    const bool is_open = test_case_->open > 0;
    out_ += "<testcase";
    AppendAttribute("classname", test_case_->class_name, out_);
    AppendAttribute("name", test_case_->name, out_);
    out_ += is_open ? "><failure" : "><skipped";
    if (is_open) AppendAttribute("type", test_case_->type, out_);
    AppendAttribute("message",
                    is_open ? Counted(test_case_->open, "finding") + " to act on"
                            : Counted(test_case_->decided, "finding") + ", decided about",
                    out_);
    out_ += '>' + MarkupLines(test_case_->account_line + test_case_->open_lines +
                              test_case_->decided_lines);
    out_ += is_open ? "</failure></testcase>\n" : "</skipped></testcase>\n";
    test_case_.reset();
  }

  void CloseSuite() {
    if (!suite_) return;
    CloseTestCase();
    out_ += "</testsuite>\n";
    suite_.reset();
  }

  const AuditReportJob& job_;
  std::string& out_;
  std::map<int64_t, std::vector<const AuditProblem*>> problems_;  // the unread ones, by input
  size_t next_input_ = 0;
  std::optional<int64_t> suite_;  // the input whose suite is open
  std::optional<TestCase> test_case_;
};

}  // namespace

Status WriteAuditJunit(const AuditReportJob& job) { return JunitReport(job).Write(); }

}  // namespace gatepost
