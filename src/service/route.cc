#include "service/route.h"

#include <array>

#include "service/handlers.h"

namespace gatepost::service {
namespace {

// A batch may be as large as so many checks.
constexpr uint32_t kBatchBodies = 4;

constexpr std::array kRoutes = {
    Route{"/", Method::kGet, Right::kNone, Dialect::kOwn, 0, AnswerPage},
    Route{"/docs", Method::kGet, Right::kNone, Dialect::kOwn, 0, AnswerPage},
    Route{"/page.css", Method::kGet, Right::kNone, Dialect::kOwn, 0, AnswerPage},
    Route{"/page.js", Method::kGet, Right::kNone, Dialect::kOwn, 0, AnswerPage},
    Route{"/icon.svg", Method::kGet, Right::kNone, Dialect::kOwn, 0, AnswerPage},
    Route{"/healthz", Method::kGet, Right::kNone, Dialect::kOwn, 0, AnswerHealth},
    Route{"/readyz", Method::kGet, Right::kNone, Dialect::kOwn, 0, AnswerReady},
    Route{"/metrics", Method::kGet, Right::kMetrics, Dialect::kOwn, 0, AnswerMetrics},
    Route{"/v1/version", Method::kGet, Right::kNone, Dialect::kOwn, 0, AnswerVersion},
    Route{"/v1/check", Method::kPost, Right::kCheck, Dialect::kOwn, 1, AnswerCheck,
          AnswerCheckLate},
    Route{"/v1/check:batch", Method::kPost, Right::kCheck, Dialect::kOwn, kBatchBodies,
          AnswerCheckBatch, AnswerCheckBatchLate},
    Route{"/v1/redact", Method::kPost, Right::kCheck, Dialect::kOwn, 1, AnswerRedact,
          AnswerRedactLate},
    Route{"/v1/patterns", Method::kGet, Right::kCheck, Dialect::kOwn, 0, AnswerPatterns},
    Route{"/openapi.json", Method::kGet, Right::kNone, Dialect::kOwn, 0, AnswerPage},

    // LanguageTool's, with and without the "/v2" that some clients' settings end in. What is
    // percent-encoded takes three times the room.
    Route{"/v2/check", Method::kPost, Right::kCheck, Dialect::kLanguageTool, 3,
          AnswerLanguageToolCheck, AnswerLanguageToolLate},
    Route{"/v2/check", Method::kGet, Right::kCheck, Dialect::kLanguageTool, 0,
          AnswerLanguageToolCheck, AnswerLanguageToolLate},
    Route{"/v2/languages", Method::kGet, Right::kNone, Dialect::kLanguageTool, 0,
          AnswerLanguageToolLanguages},
    Route{"/check", Method::kPost, Right::kCheck, Dialect::kLanguageTool, 3,
          AnswerLanguageToolCheck, AnswerLanguageToolLate},
    Route{"/languages", Method::kGet, Right::kNone, Dialect::kLanguageTool, 0,
          AnswerLanguageToolLanguages},

    Route{"/analyze", Method::kPost, Right::kCheck, Dialect::kPresidio, 1, AnswerPresidioAnalyze},
    Route{"/supportedentities", Method::kGet, Right::kCheck, Dialect::kPresidio, 0,
          AnswerPresidioEntities},
    Route{"/recognizers", Method::kGet, Right::kCheck, Dialect::kPresidio, 0,
          AnswerPresidioRecognizers},
    Route{"/health", Method::kGet, Right::kNone, Dialect::kPresidio, 0, AnswerPresidioHealth},
};

}  // namespace

std::span<const Route> Routes() { return kRoutes; }

}  // namespace gatepost::service
