#include "cli/redact_run.h"

#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/message.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// Of a run: an archive in another format than was said has one in every line.
constexpr uint64_t kMaxPrintedProblems = 20;

// "uk.email 3, uk.phone 12".
std::string Listed(const std::map<std::string, uint64_t>& counts) {
  std::string list;
  for (const auto& [name, count] : counts) {
    list += (list.empty() ? "" : ", ") + name + ' ' + std::to_string(count);
  }
  return list;
}

}  // namespace

RedactRun::RedactRun(const Scanner& scanner, Redactor& redactor, Output& output,
                     const RedactRunOptions& options)
    : tools_{scanner, redactor, options.defaults},
      inputs_({scanner.options().max_post_bytes, "redact"}, *this),
      output_(output),
      pool_(options.threads) {
  tools_.workers.resize(options.threads);
}

Status RedactRun::Finish() {
  Status status = pool_.Finish();
  inputs_.ClearProgress();
  return status;
}

ExitCode RedactRun::exit_code() const {
  if (!inputs_.has_read()) return ExitCode::kCannotRun;
  const bool is_complete = totals_.is_complete && totals_.posts > 0;
  return is_complete ? ExitCode::kClean : ExitCode::kIncomplete;
}

void RedactRun::PrintSummary() const {
  const std::vector<Pattern>& patterns = tools_.scanner.set().patterns();
  std::map<std::string, uint64_t> places;
  for (const auto& [pattern, count] : totals_.places) places[patterns[pattern.number()].id] = count;
  if (totals_.places_of_words > 0) places["words of combinations"] = totals_.places_of_words;
  std::map<std::string, uint64_t> ranges;
  for (const auto& [range, count] : totals_.look_alikes) {
    ranges[patterns[range.first.number()].id + " \"" + std::string(range.second) + '"'] = count;
  }
  if (problems_ > kMaxPrintedProblems) {
    PrintNote(std::to_string(problems_ - kMaxPrintedProblems) + " more could not be looked at.");
  }
  PrintNote(Counted(totals_.posts, "post") + ": " + std::to_string(totals_.redacted) +
            " redacted, " + std::to_string(totals_.withheld) + " withheld.");
  if (!places.empty()) PrintNote("taken out: " + Listed(places) + '.');
  if (!ranges.empty())
    PrintNote("written instead, from ranges that nobody has: " + Listed(ranges) + '.');
}

Status RedactRun::TakePosts(PostBatch batch) {
  RedactResultSink& sink = *this;
  return pool_.Add(std::make_unique<RedactJob>(tools_, sink, next_turn_++, std::move(batch)));
}

// Nothing can be written in its place: the post that stands for it says so.
Status RedactRun::TakeProblem(Problem problem) {
  PostBatch batch(problem.where.file);
  batch.AddUnread(std::move(problem));
  return TakePosts(std::move(batch));
}

Status RedactRun::Accept(RedactResult& result) {
  totals_.Add(result);
  for (Problem& problem : result.unread) {
    if (++problems_ > kMaxPrintedProblems) continue;
    PrintError({ErrorCode::kUnreadable, std::move(problem.message), std::move(problem.where)});
  }
  if (result.written.empty()) return {};
  // Two records, and two drafts, never become one line.
  if (result.begins_input && is_within_line_) result.written.insert(0, 1, '\n');
  is_within_line_ = result.written.back() != '\n';
  return output_.Write(result.written);
}

}  // namespace gatepost
