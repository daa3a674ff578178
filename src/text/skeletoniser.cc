#include "text/skeletoniser.h"

#include <cassert>
#include <string>
#include <utility>

#include "text/offsets.h"
#include "text/second_look.h"

namespace gatepost {
namespace {

Problem ProblemAt(const Field& field, uint32_t byte, std::string code, std::string message) {
  const LineColumn place = OffsetCounter(field.text).Place(byte);
  Problem problem;
  problem.code = std::move(code);
  problem.message = std::move(message);
  problem.where.line = place.line;
  problem.where.column = place.column;
  return problem;
}

void AddProblems(const Field& field, const FoldReport& report, std::vector<Problem>& problems) {
  if (!report.has_invalid_utf8 && !report.has_nul) return;
  const std::string name(NameOf(field.kind));
  if (report.has_invalid_utf8) {
    problems.push_back(ProblemAt(field, report.first_invalid_byte, "invalid_utf8",
                                 "the field " + name +
                                     " holds bytes that are not UTF-8. Save it as UTF-8 and "
                                     "check it again."));
  }
  if (report.has_nul) {
    problems.push_back(
        ProblemAt(field, report.first_nul_byte, "nul_byte",
                  "the field " + name + " holds NUL bytes. Remove them and check it again."));
  }
}

}  // namespace

void FoldPosts(std::span<const Post> posts, SkeletonBatch& batch,
               std::vector<std::vector<Problem>>& problems, Looks looks) {
  assert(problems.size() == posts.size());
  for (size_t i = 0; i < posts.size(); ++i) {
    const std::vector<Field>& fields = posts[i].fields;
    for (size_t j = 0; j < fields.size(); ++j) {
      const Field& field = fields[j];
      const FoldReport report = batch.AddPlain(PostIndex(i), FieldIndex(j), field.text);
      AddProblems(field, report, problems[i]);
      if (looks == Looks::kTwice) LookAgain(SkeletonIndex(batch.size() - 1), batch);
    }
  }
}

}  // namespace gatepost
