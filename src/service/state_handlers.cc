// The paths that tell of the service itself.

#include <optional>
#include <string>

#include "base/json_writer.h"
#include "report/audit_words.h"
#include "report/verdict_json.h"
#include "service/handlers.h"

namespace gatepost::service {
namespace {

// Whoever asks is told, so not of keys.
constexpr ReportOptions kWithoutKey{.shows_fingerprints = false};
constexpr std::string_view kMetricsType = "text/plain; version=0.0.4; charset=utf-8";

// Errors name files, and what stands in them is not for everybody.
void WriteReload(const ReloadOutcome& outcome, bool shows_errors, JsonWriter& json) {
  json.Key("reload").BeginObject().Member("taken", outcome.was_taken);
  json.Member("at", IsoTime(outcome.at));
  if (!outcome.was_taken && shows_errors) {
    json.Key("errors").BeginArray();
    for (const std::string& error : outcome.errors) json.String(error);
    json.EndArray();
  }
  json.EndObject();
}

}  // namespace

void AnswerHealth(Call& call) {
  call.response.content_type = kTextType;
  call.response.body = "ok\n";
}

void AnswerReady(Call& call) {
  JsonWriter json(call.response.body);
  json.BeginObject().Member("ready", true);
  WriteRun(call.gate().context(Language::kEnglish), kWithoutKey, json);
  if (const std::optional<ReloadOutcome> outcome = call.reloads.Get()) {
    WriteReload(*outcome, call.client.rights.Has(Right::kMetrics), json);
  }
  json.EndObject();
}

void AnswerMetrics(Call& call) {
  call.response.content_type = kMetricsType;
  call.response.body = call.metrics.Page(call.gate());
}

void AnswerVersion(Call& call) {
  JsonWriter json(call.response.body);
  json.BeginObject();
  WriteRun(call.gate().context(Language::kEnglish), kWithoutKey, json);
  json.EndObject();
}

}  // namespace gatepost::service
