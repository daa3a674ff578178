#pragma once

// The members that a post has in the JSON and JSONL reports; docs/report.schema.json describes
// them.

#include <vector>

#include "base/json_writer.h"
#include "report/report.h"

namespace gatepost {

// "schema", "gatepost", "patterns", "policy", if there is a key "key_id", and "language" if it is
// not English.
void WriteRun(const ReportContext& context, const ReportOptions& options, JsonWriter& json);

// Everything of a post, "id" to "suggestions".
struct PostRecord {
  const ReportContext& context;
  const Post& post;
  const PostOrigin& origin;
  const Verdict& verdict;
  const ReportOptions& options;
};
void WritePost(const PostRecord& record, JsonWriter& json);

// "problems", an array.
void WriteProblems(const std::vector<Problem>& problems, JsonWriter& json);
// "kind", "code", "message" and what is known of "file", "line" and "column".
void WriteProblem(const Problem& problem, JsonWriter& json);

// "posts" to "complete".
void WriteTotals(const RunTotals& totals, JsonWriter& json);

}  // namespace gatepost
