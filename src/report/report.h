#pragma once

// A run of `check` as text, JSON or JSONL. Verdicts come in one by one; nothing is kept but what
// the format needs.
//
//   auto report = MakeTextReport({.uses_colour = true});
//   report->Begin(ContextOf(scanner), out);
//   report->Render(post, {"draft.txt"}, verdict, rendered);
//   report->Add(rendered, out);
//   report->Finish(totals, out);

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/language.h"
#include "base/post.h"
#include "judge/verdict.h"
#include "pattern/pattern.h"

namespace gatepost {

class Scanner;

// What spans are counted in, as JSON names it.
enum class SpanUnit : uint8_t { kBytes, kCodepoints, kUtf16 };

struct ReportOptions {
  bool shows_values = false;          // --show-values: the one way for a report to show them
  bool uses_colour = false;           // text only
  uint32_t width = 80;                // columns of the terminal, text only
  bool shows_names = false;           // JSON only: of patterns, beside their ids
  bool shows_fingerprints = true;     // JSON only; if there are any, and their key's id
  std::optional<SpanUnit> unit = {};  // JSON only; nothing: spans are told in all units
};

// What scanned the posts. Borrows the patterns, which must outlive the report.
struct ReportContext {
  std::span<const Pattern> patterns;
  std::string set_name;
  std::string set_hash;
  std::string policy_name;
  std::string key_id = {};  // of the key that fingerprints are made with; empty: there are none
  Language language = Language::kEnglish;
};

[[nodiscard]] ReportContext ContextOf(const Scanner& scanner);

// Where a post came from, for people and for "source" when the post names none: "draft.txt",
// "standard input", "posts.jsonl:17".
struct PostOrigin {
  std::string name;
};

// What a run did, counted by whoever feeds the report.
struct RunTotals {
  uint64_t posts = 0;
  uint64_t bytes = 0;                        // of all fields
  std::map<std::string, uint64_t> verdicts;  // by word
  std::map<std::string, uint64_t> findings;  // by pattern id
  uint64_t problems = 0;                     // unread ones
  bool is_complete = true;                   // every input and all of every post was looked at

  void Add(const Post& post, const Verdict& verdict, std::span<const Pattern> patterns);
  // Of an input that could not be read at all.
  void AddProblem(const Problem& problem);
  // Of other posts.
  void Add(const RunTotals& others);
};

// Appends to `out`; the caller writes it away and clears it whenever it likes. Begin, then posts by
// Add, with AddProblem in between for an input that could not be read at all, then Finish.
class ReportWriter {
 public:
  virtual ~ReportWriter() = default;
  virtual void Begin(const ReportContext& context, std::string& out) = 0;
  // Appends the post as Add wants it. Any number of threads may do so at once, after Begin.
  virtual void Render(const Post& post, const PostOrigin& origin, const Verdict& verdict,
                      std::string& rendered) const = 0;
  // One or more posts, rendered one after the other.
  virtual void Add(std::string_view rendered, std::string& out) = 0;
  virtual void AddProblem(const Problem& problem, std::string& out) = 0;
  virtual void Finish(const RunTotals& totals, std::string& out) = 0;
};

[[nodiscard]] std::unique_ptr<ReportWriter> MakeTextReport(ReportOptions options);
// One object with all posts.
[[nodiscard]] std::unique_ptr<ReportWriter> MakeJsonReport(ReportOptions options);
// One object a line; docs/report.schema.json describes the lines.
[[nodiscard]] std::unique_ptr<ReportWriter> MakeJsonlReport(ReportOptions options);

}  // namespace gatepost
