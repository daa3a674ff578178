// The paths of Presidio's analyzer. Where it answers 500 for a request that is not right, this
// answers 400, because callers that repeat what failed with 500 would repeat it in vain.

#include <algorithm>
#include <string>

#include "base/json_writer.h"
#include "http/media_type.h"
#include "report/verdict_summary.h"
#include "service/handlers.h"
#include "service/piecewise.h"
#include "service/presidio_entities.h"
#include "service/presidio_reply.h"
#include "service/presidio_request.h"
#include "service/refusing.h"
#include "service/text_check.h"

namespace gatepost::service {
namespace {

void Refuse(const ErrorKind& kind, std::string_view detail, Response& response) {
  AnswerError(Dialect::kPresidio, kind, detail, response);
}

// A name that nothing here has would never be found: its caller believed it was looked for.
bool AreKnown(const std::vector<std::string_view>& entities, const Gate& gate) {
  const std::vector<std::string> known = EntitiesOf(gate.set().patterns());
  return std::ranges::all_of(entities, [&known](std::string_view entity) {
    return std::ranges::binary_search(known, entity);
  });
}

// A caller would take a result for the whole: there is no room in it to say that something was not
// looked at. So there is none.
void AnswerResults(const PresidioRequest& request, Call& call) {
  JsonWriter json(call.response.body);
  if (request.is_list) json.BeginArray();
  const ReportContext& context = call.gate().context(request.voice);
  VerdictSummary whole(context);
  for (const std::string_view text : request.texts) {
    if (call.is_late()) {
      call.response.verdict = LateVerdict().word();
      return Refuse(kOverloaded, "The time was up. Ask again, with less at a time.", call.response);
    }
    const Verdict verdict = CheckText(
        call, {.text = text, .was_repaired = request.was_repaired, .voice = request.voice});
    if (!verdict.is_complete) {
      return Refuse(kFault, WhyIncomplete(verdict, request.voice), call.response);
    }
    whole.Add(verdict);
    WriteResults(text, verdict, request, context, json);
  }
  if (request.is_list) json.EndArray();
  call.response.verdict = whole.word();
}

void WriteStrings(const std::vector<std::string>& strings, std::string& out) {
  JsonWriter json(out);
  json.BeginArray();
  for (const std::string& each : strings) json.String(each);
  json.EndArray();
}

}  // namespace

void AnswerPresidioAnalyze(Call& call) {
  if (!ReadMediaType(call.request.content_type).Is(kJsonType)) {
    return Refuse(kWrongType, "Send application/json.", call.response);
  }
  JsonTree tree;
  const auto request = ReadPresidioRequest(call.request.body, tree);
  if (!request) return Refuse(kBadRequest, request.error().message, call.response);
  if (!AreKnown(request->entities, call.gate())) {
    return Refuse(kBadRequest,
                  "No such entity is looked for; /supportedentities lists those that are.",
                  call.response);
  }
  AnswerResults(*request, call);
}

void AnswerPresidioEntities(Call& call) {
  WriteStrings(EntitiesOf(call.gate().set().patterns()), call.response.body);
}

void AnswerPresidioRecognizers(Call& call) {
  std::vector<std::string> ids;
  for (const Pattern& pattern : call.gate().set().patterns()) ids.push_back(pattern.id);
  WriteStrings(ids, call.response.body);
}

void AnswerPresidioHealth(Call& call) {
  call.response.content_type = kTextType;
  call.response.body = "Presidio Analyzer's API is served by Gatepost, which is up";
}

}  // namespace gatepost::service
