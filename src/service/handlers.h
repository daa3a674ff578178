#pragma once

// What answers at each path; route.cc says where.

#include "http/request.h"
#include "http/response.h"
#include "service/call.h"

namespace gatepost::service {

// The pages for people, and the description of the API for programs.
void AnswerPage(Call& call);

// The service itself.
void AnswerHealth(Call& call);  // GET /healthz: that it runs
void AnswerReady(
    Call& call);  // GET /readyz: what it checks with, and what became of the last reload
void AnswerMetrics(Call& call);  // GET /metrics
void AnswerVersion(Call& call);  // GET /v1/version

// The API's own paths.
void AnswerCheck(Call& call);       // POST /v1/check: a post or a conversation
void AnswerCheckBatch(Call& call);  // POST /v1/check:batch: posts as JSONL
void AnswerRedact(Call& call);      // POST /v1/redact: a post
void AnswerPatterns(Call& call);    // GET /v1/patterns
// The first three where there is no time to look at what is asked about.
void AnswerCheckLate(const Request& request, const Gate& gate, Response& response);
void AnswerCheckBatchLate(const Request& request, const Gate& gate, Response& response);
void AnswerRedactLate(const Request& request, const Gate& gate, Response& response);

// LanguageTool's.
void AnswerLanguageToolCheck(Call& call);      // GET and POST /v2/check
void AnswerLanguageToolLanguages(Call& call);  // GET /v2/languages
void AnswerLanguageToolLate(const Request& request, const Gate& gate, Response& response);

// Presidio's.
void AnswerPresidioAnalyze(Call& call);      // POST /analyze
void AnswerPresidioEntities(Call& call);     // GET /supportedentities
void AnswerPresidioRecognizers(Call& call);  // GET /recognizers
void AnswerPresidioHealth(Call& call);       // GET /health

}  // namespace gatepost::service
