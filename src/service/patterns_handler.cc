// The patterns that a caller can look up.

#include "base/json_writer.h"
#include "report/patterns_json.h"
#include "service/handlers.h"

namespace gatepost::service {

void AnswerPatterns(Call& call) {
  JsonWriter json(call.response.body);
  WritePatterns(call.gate().set(), json);
}

}  // namespace gatepost::service
