// The paths of LanguageTool's API.

#include <optional>
#include <utility>

#include "service/handlers.h"
#include "service/languagetool_languages.h"
#include "service/languagetool_reply.h"
#include "service/languagetool_request.h"
#include "service/piecewise.h"
#include "service/refusing.h"
#include "service/text_check.h"

namespace gatepost::service {
namespace {

// nullopt: the response says what is wrong.
std::optional<LanguageToolRequest> ReadAsked(const Request& asked, Response& response) {
  auto request = ReadLanguageToolRequest(asked.method == Method::kPost ? asked.body : asked.query);
  if (request) return std::move(*request);
  AnswerError(Dialect::kLanguageTool, kBadRequest, request.error().message, response);
  return std::nullopt;
}

void Reply(const LanguageToolRequest& request, const Verdict& verdict, const Gate& gate,
           Response& response) {
  response.verdict = verdict.word();
  WriteReply({request.text.source(), request.language, request.voice,
              MatchesOf(request.text, verdict, gate.context(request.voice)),
              WhyIncomplete(verdict, request.voice)},
             response.body);
}

// Of what is asked about a second time, with matches.
void ReplyWithout(const LanguageToolRequest& request, Response& response) {
  WriteReply({request.text.source(), request.language, request.voice}, response.body);
}

}  // namespace

void AnswerLanguageToolCheck(Call& call) {
  if (call.is_late()) return AnswerLanguageToolLate(call.request, call.gate(), call.response);
  const auto request = ReadAsked(call.request, call.response);
  if (!request) return;
  if (!request->wants_matches) return ReplyWithout(*request, call.response);
  const Verdict verdict = CheckText(call, {request->text.text(), request->language,
                                           request->text.was_repaired(), request->voice});
  Reply(*request, verdict, call.gate(), call.response);
}

void AnswerLanguageToolLate(const Request& asked, const Gate& gate, Response& response) {
  const auto request = ReadAsked(asked, response);
  if (!request) return;
  if (!request->wants_matches) return ReplyWithout(*request, response);
  Reply(*request, LateVerdict(), gate, response);
}

void AnswerLanguageToolLanguages(Call& call) { WriteLanguages(call.response.body); }

}  // namespace gatepost::service
