#pragma once

// What a caller chooses in the query of the API's own paths.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

#include "base/language.h"
#include "http/request.h"
#include "http/response.h"
#include "pattern/policy.h"
#include "report/report.h"
#include "scan/redactor.h"

namespace gatepost::service {

enum class Parameter : uint8_t { kOffsets, kLang, kChannel, kEnforce, kAs, kLeast };

struct Choices {
  std::optional<SpanUnit> unit = {};       // offsets=bytes|codepoints|utf16; nothing: all three
  Language language = Language::kEnglish;  // lang=en|cy
  std::string channel = {};                // channel=, of posts that name none
  bool enforces = false;                   // enforce=true|false
  RedactAs way = RedactAs::kLabel;         // as=label|mask|remove|replace
  Action least = Action::kReview;          // least=review|block|pass
};

// nullopt for a parameter that is not one of `taken`, one given twice, and a value that it does not
// have: a misspelt choice is never passed over. Then the response says which, and no value.
[[nodiscard]] std::optional<Choices> ChoicesOf(const Request& request,
                                               std::initializer_list<Parameter> taken,
                                               Response& response);

}  // namespace gatepost::service
