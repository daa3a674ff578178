#pragma once

// What is answered to a check of one post or of a conversation.

#include <cstdint>

#include "base/json_writer.h"
#include "http/response.h"
#include "judge/verdict.h"
#include "report/report.h"
#include "report/verdict_summary.h"
#include "scan/scanner.h"
#include "service/choices.h"

namespace gatepost::service {

// How reports look to a client.
[[nodiscard]] ReportOptions ReportOptionsFor(const Choices& choices, bool shows_fingerprints);

// Where a post of a request came from: "body", "body:17".
[[nodiscard]] PostOrigin OriginOf(const Post& post);

// Verdicts in, the body of the response out. Borrows all that it is made with.
class CheckAnswer final : public VerdictSink {
 public:
  enum class Shape : uint8_t {
    kPost,    // the members of its one post stand in the answer itself
    kThread,  // "posts", and then what holds for all of them
  };

  CheckAnswer(Shape shape, const ReportContext& context, const Choices& choices,
              bool shows_fingerprints, Response& response);

  void Accept(const Post& post, Verdict verdict) override;
  // After the last; of the shape kPost there was one.
  void Finish();

 private:
  Shape shape_;
  const ReportContext& context_;
  ReportOptions options_;
  bool enforces_;
  Response& response_;
  JsonWriter json_;
  VerdictSummary whole_;
};

}  // namespace gatepost::service
