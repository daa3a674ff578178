#include "cli/check_job.h"

#include <algorithm>
#include <utility>

namespace gatepost {
namespace {

// Readers keep their memory from job to job, but not that of jobs larger than this.
constexpr size_t kMaxKeptBytes = 1 << 20;

}  // namespace

CheckJob::CheckJob(CheckTools& tools, CheckResultSink& sink, uint64_t turn, PostBatch batch)
    : tools_(tools), sink_(sink), turn_(tools.conversations, turn), batch_(std::move(batch)) {}

void CheckJob::Run(size_t worker) {
  std::unique_ptr<CheckWorker>& mine = tools_.workers[worker];
  if (!mine) mine = std::make_unique<CheckWorker>(tools_.scanner);
  const std::vector<Post> posts = batch_.Read(mine->readers, tools_.defaults);
  tools_.scanner.Scan(posts, mine->worker, turn_, *this);
  if (batch_.text().size() > kMaxKeptBytes) mine->readers.clear();
}

void CheckJob::Accept(const Post& post, Verdict verdict) {
  for (Problem& problem : verdict.problems) SetPlace(post, problem);
  result_.highest = std::max(result_.highest, verdict.action);
  result_.totals.Add(post, verdict, tools_.scanner.set().patterns());
  tools_.report.Render(post, {OriginOf(post).ToString()}, verdict, result_.rendered);
}

}  // namespace gatepost
