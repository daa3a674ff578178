#include "report/audit_survey.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace gatepost {
namespace {

// What says whether a post is still public, where that is known of its account.
constexpr const char* kOfAccount = "the file of accounts";

// Puts what a reading of the store gave into `member`.
template <class T>
Status Take(Result<T> read, T& member) {
  if (!read) return Fail(read.error());
  member = std::move(*read);
  return {};
}

Status TakeRecords(const Store& store, AuditSurvey& survey) {
  if (auto status = Take(store.Runs(), survey.runs); !status) return status;
  if (auto status = Take(store.Inputs(), survey.inputs); !status) return status;
  if (auto status = Take(store.Files(), survey.files); !status) return status;
  if (auto status = Take(store.Problems(), survey.problems); !status) return status;
  return Take(store.Decisions(), survey.decisions);
}

// Counts the posts of inputs by whether anything in them is open. Findings of a post come together.
class OutcomeCount {
 public:
  explicit OutcomeCount(std::map<int64_t, InputOutcome>& outcomes) : outcomes_(outcomes) {}

  void Add(const FindingInPost& found, Standing standing) {
    if (standing == Standing::kLetThrough) return;
    if (post_ != found.post.id) {
      Close();
      post_ = found.post.id;
      input_ = found.input.id;
      is_open_ = false;
    }
    is_open_ = is_open_ || standing == Standing::kOpen;
  }

  void Close() {
    if (!post_) return;
    InputOutcome& outcome = outcomes_[input_];
    ++(is_open_ ? outcome.posts_open : outcome.posts_decided);
    post_.reset();
  }

 private:
  std::map<int64_t, InputOutcome>& outcomes_;
  std::optional<int64_t> post_;
  int64_t input_ = 0;
  bool is_open_ = false;
};

// Goals are about all identifiers together.
Trend TrendOf(const AuditReportOptions& options) {
  const bool is_of_all = options.filter.patterns.empty();
  return Trend({is_of_all ? options.goals : AuditGoals{}, options.as_of});
}

}  // namespace

uint64_t AuditSurvey::duplicates() const {
  uint64_t duplicates = 0;
  for (const AuditInput& input : inputs) duplicates += input.duplicates;
  return duplicates;
}

const AuditInput* AuditSurvey::InputOf(int64_t id) const {
  const auto number = input_numbers.find(id);
  return number == input_numbers.end() ? nullptr : &inputs[number->second];
}

std::string AuditSurvey::PlaceOf(const AuditProblem& problem) const {
  const AuditInput* input = InputOf(problem.input);
  std::string place = input == nullptr ? std::string() : input->name;
  SourcePlace where = problem.problem.where;
  if (!problem.path.empty()) where.file = problem.path;
  if (where.file == place) where.file.clear();
  const std::string inner = where.ToString();
  if (!inner.empty()) {
    if (!place.empty()) place += where.file.empty() ? ":" : ": ";
    place += inner;
  }
  if (!problem.post.empty()) place += " (post " + problem.post + ")";
  return place;
}

std::vector<ProblemGroup> AuditSurvey::GroupedProblems() const {
  std::map<std::pair<ProblemKind, std::string>, ProblemGroup> groups;
  for (const AuditProblem& problem : problems) {
    ProblemGroup& group = groups[{problem.problem.kind, problem.problem.code}];
    if (group.count++ == 0) {
      group.kind = problem.problem.kind;
      group.code = problem.problem.code;
      group.message = problem.problem.message;
    }
    if (group.places.size() < ProblemGroup::kPlaces) group.places.push_back(PlaceOf(problem));
  }
  std::vector<ProblemGroup> sorted;
  sorted.reserve(groups.size());
  for (auto& [key, group] : groups) sorted.push_back(std::move(group));
  std::ranges::stable_sort(sorted, [](const ProblemGroup& a, const ProblemGroup& b) {
    return std::tuple(a.kind, b.count) < std::tuple(b.kind, a.count);
  });
  return sorted;
}

Status ForEachReported(const Store& store, const AuditReportOptions& options,
                       const Store::TakeFinding& take) {
  const AccountBook* accounts = options.accounts;
  if (accounts == nullptr) return store.ForEachFinding(options.filter, take);
  AuditPost known;
  return store.ForEachFinding(options.filter, [&](const FindingInPost& found) {
    const AuditPost& post = found.post;
    const Visibility visibility =
        accounts->VisibilityOf(post.visibility, post.source, post.account);
    if (visibility == post.visibility) return take(found);
    known = post;
    known.visibility = visibility;
    known.visibility_source = kOfAccount;
    return take({found.finding, known, found.input, found.decision});
  });
}

Result<AuditSurvey> SurveyOf(const Store& store, const AuditReportOptions& options) {
  AuditSurvey survey(options.as_of);
  if (auto status = TakeRecords(store, survey); !status) return Fail(status.error());
  for (size_t i = 0; i < survey.inputs.size(); ++i) survey.input_numbers[survey.inputs[i].id] = i;
  survey.completeness = CompletenessOf(survey.runs, survey.inputs, survey.files, survey.problems);
  survey.private_files = static_cast<uint64_t>(
      std::ranges::count(survey.files, AuditFile::State::kPrivate, &AuditFile::state));
  const auto tallies = store.Tallies(options.filter);
  if (!tallies) return Fail(tallies.error());
  Trend trend = TrendOf(options);
  for (const AuditTally& tally : *tallies) {
    survey.exposure.Add(tally);
    trend.Add(tally);
  }

  OutcomeCount outcomes(survey.outcomes);
  const auto taken = ForEachReported(store, options, [&](const FindingInPost& found) {
    survey.exposure.Add(found);
    trend.Add(found);
    outcomes.Add(found, StandingOf(found.finding, found.decision, options.as_of));
    return Status();
  });
  if (!taken) return Fail(taken.error());
  outcomes.Close();
  survey.trend = trend.Summary();
  return survey;
}

}  // namespace gatepost
