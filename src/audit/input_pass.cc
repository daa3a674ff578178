#include "audit/input_pass.h"

#include <sys/stat.h>

#include <utility>

namespace gatepost {
namespace {

class ListVisitor final : public InputListVisitor {
 public:
  ListVisitor(const std::function<Status(const InputFile&)>& take,
              const std::function<void(Problem)>& tell)
      : take_(take), tell_(tell) {}
  Status OnInput(const InputFile& file) override { return take_(file); }
  Status OnProblem(Problem problem) override {
    tell_(std::move(problem));
    return {};
  }

 private:
  const std::function<Status(const InputFile&)>& take_;
  const std::function<void(Problem)>& tell_;
};

class SurveyVisitor final : public WalkVisitor {
 public:
  SurveyVisitor(const std::string& input, const InputSurvey& survey)
      : input_(input), survey_(survey) {}
  Status OnFile(FoundFile& file) override {
    if (survey_.is_stopped()) return Fail(ErrorCode::kInternal, "the audit was stopped.");
    return survey_.contexts.Survey({input_, file.path}, file.bytes);
  }
  Status OnProblem(Problem /*told when it is read*/) override { return {}; }
  void OnPosition(uint64_t bytes) override {
    if (survey_.on_position) survey_.on_position(bytes);
  }

 private:
  const std::string& input_;
  const InputSurvey& survey_;
};

}  // namespace

bool IsPlainFile(const std::string& path) {
  struct stat status {};
  return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

Status ForEachInput(const std::string& path, const std::function<Status(const InputFile&)>& take,
                    const std::function<void(Problem)>& tell) {
  ListVisitor visitor(take, tell);
  return ListInputs(path, visitor);
}

Status SurveyInput(const std::string& input, const InputSurvey& survey) {
  if (!IsPlainFile(input)) return {};
  SurveyVisitor visitor(input, survey);
  const auto walked = WalkInput(input, survey.limits, visitor);
  return walked || !survey.is_stopped() ? Status{} : Status(Fail(walked.error()));
}

}  // namespace gatepost
