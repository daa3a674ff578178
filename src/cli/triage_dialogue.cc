#include "cli/triage_dialogue.h"

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>

#include "report/terminal_text.h"

namespace gatepost {
namespace {

constexpr const char* kQuestion = "(a)ccept, (r)emoved, (f)alse alarm, (s)kip, (q)uit? ";

enum class Answer : uint8_t { kAccept, kRemove, kFalse, kSkip, kQuit };

std::optional<Answer> AnswerOf(const std::string& line) {
  if (line.empty()) return std::nullopt;
  switch (line.front()) {
    case 'a':
      return Answer::kAccept;
    case 'r':
      return Answer::kRemove;
    case 'f':
      return Answer::kFalse;
    case 's':
      return Answer::kSkip;
    case 'q':
      return Answer::kQuit;
    default:
      return std::nullopt;
  }
}

DecisionState StateOf(Answer answer) {
  if (answer == Answer::kRemove) return DecisionState::kRemoved;
  return answer == Answer::kFalse ? DecisionState::kFalse : DecisionState::kAccepted;
}

class Dialogue {
 public:
  Dialogue(std::istream& in, std::ostream& out) : in_(in), out_(out) {}

  Answer Ask() {
    std::string line;
    while (true) {
      out_ << kQuestion << std::flush;
      if (!std::getline(in_, line)) return Answer::kQuit;
      if (const auto answer = AnswerOf(line)) return *answer;
    }
  }

  // The reason, or that given before if the line is empty; empty at the end of the input.
  std::string AskWhy() {
    std::string line;
    do {
      out_ << "Why?" << (reason_.empty() ? "" : " [" + Printable(reason_) + "]") << " "
           << std::flush;
      if (!std::getline(in_, line)) return {};
      if (line.find_first_not_of(" \t\r") != std::string::npos) reason_ = line;
    } while (reason_.empty());
    return reason_;
  }

  void Show(const std::string& text) { out_ << text; }

 private:
  std::istream& in_;
  std::ostream& out_;
  std::string reason_;
};

}  // namespace

Result<DialogueTotals> RunTriageDialogue(const TriageReport& report, const DialogueOptions& options,
                                         std::istream& in, std::ostream& out,
                                         const std::function<Status(const Decision&)>& decide) {
  Dialogue dialogue(in, out);
  DialogueTotals totals;
  const size_t shown = std::min(report.limit, report.values.size());
  for (size_t rank = 1; rank <= shown; ++rank) {
    const TriagedValue& value = *report.values[rank - 1];
    if (value.fingerprint.empty()) continue;
    std::string text = "\n";
    AppendTriagedValue(report, rank, options.layout, text);
    dialogue.Show(text);
    const Answer answer = dialogue.Ask();
    if (answer == Answer::kQuit) return totals;
    if (answer == Answer::kSkip) {
      ++totals.skipped;
      continue;
    }
    const std::string reason = dialogue.AskWhy();
    if (reason.empty()) return totals;
    const Status status = decide(
        {value.fingerprint, StateOf(answer), reason, options.owner, options.today, std::nullopt});
    if (!status) return Fail(status.error());
    ++totals.decided;
  }
  return totals;
}

}  // namespace gatepost
