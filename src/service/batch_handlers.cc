// Posts as JSONL in, verdicts as JSONL out.

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "http/media_type.h"
#include "report/report.h"
#include "report/verdict_summary.h"
#include "service/check_answer.h"
#include "service/choices.h"
#include "service/counting_sink.h"
#include "service/handlers.h"
#include "service/piecewise.h"
#include "service/refusing.h"

namespace gatepost::service {
namespace {

constexpr std::array<std::string_view, 4> kLineTypes = {
    "application/x-ndjson", "application/jsonl", "application/json-lines", "application/ndjson"};

bool IsJsonLines(std::string_view content_type) {
  if (content_type.empty()) return true;
  const MediaType type = ReadMediaType(content_type);
  return type.IsUtf8() &&
         std::ranges::any_of(kLineTypes, [&](std::string_view each) { return type.Is(each); });
}

// The lines that are not blank, each with its number; one more than may be if there are too many.
std::vector<NumberedJson> LinesOf(std::string_view body) {
  std::vector<NumberedJson> lines;
  for (uint32_t number = 1; !body.empty() && lines.size() <= kMaxPostsInBatch; ++number) {
    const size_t end = std::min(body.find('\n'), body.size());
    const std::string_view line = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    lines.push_back({line, number});
  }
  return lines;
}

// What a batch is asked for.
struct AskedBatch {
  Choices choices;
  std::vector<NumberedJson> lines;
};

// nullopt: the response says what is wrong.
std::optional<AskedBatch> ReadAsked(const Request& request, Response& response) {
  std::optional<Choices> choices =
      ChoicesOf(request, {Parameter::kOffsets, Parameter::kLang, Parameter::kChannel}, response);
  if (!choices) return std::nullopt;
  if (!IsJsonLines(request.content_type)) {
    AnswerError(Dialect::kOwn, kWrongType,
                "Send a post a line, as application/x-ndjson or application/jsonl in UTF-8.",
                response);
    return std::nullopt;
  }
  if (request.body.empty()) {
    AnswerError(Dialect::kOwn, kBadRequest, "The body is empty. Send a post a line.", response);
    return std::nullopt;
  }
  AskedBatch asked{std::move(*choices), LinesOf(request.body)};
  if (asked.lines.size() > kMaxPostsInBatch) {
    AnswerError(Dialect::kOwn, kTooLarge, "A batch has at most 10,000 posts.", response);
    return std::nullopt;
  }
  return asked;
}

// Verdicts in, the report out. Borrows all that it is made with.
class BatchAnswer final : public VerdictSink {
 public:
  BatchAnswer(const ReportContext& context, const Choices& choices, bool shows_fingerprints,
              Response& response)
      : context_(context),
        response_(response),
        report_(MakeJsonlReport(ReportOptionsFor(choices, shows_fingerprints))),
        whole_(context) {
    response_.content_type = kJsonLinesType;
    report_->Begin(context_, response_.body);
  }

  void Accept(const Post& post, Verdict verdict) override {
    totals_.Add(post, verdict, context_.patterns);
    whole_.Add(verdict);
    report_->Render(post, OriginOf(post), verdict, response_.body);
  }
  void Finish() {
    if (totals_.posts == 0) totals_.is_complete = false;
    report_->Finish(totals_, response_.body);
    response_.verdict = totals_.posts == 0 ? "incomplete" : whole_.word();
  }

 private:
  const ReportContext& context_;
  Response& response_;
  std::unique_ptr<ReportWriter> report_;
  RunTotals totals_;
  VerdictSummary whole_;
};

}  // namespace

void AnswerCheckBatch(Call& call) {
  const std::optional<AskedBatch> asked = ReadAsked(call.request, call.response);
  if (!asked) return;
  BatchAnswer answer(call.gate().context(asked->choices.language), asked->choices,
                     call.client.rights.Has(Right::kFingerprints), call.response);
  CountingSink sink(call, answer);
  ScanPiecewise(call, asked->choices, asked->lines, {}, sink);
  answer.Finish();
}

void AnswerCheckBatchLate(const Request& request, const Gate& gate, Response& response) {
  const std::optional<AskedBatch> asked = ReadAsked(request, response);
  if (!asked) return;
  BatchAnswer answer(gate.context(asked->choices.language), asked->choices, false, response);
  TellLate(asked->lines, answer);
  answer.Finish();
}

}  // namespace gatepost::service
