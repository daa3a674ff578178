#include "report/phrases_json.h"

#include "base/json_writer.h"

namespace gatepost {

void AppendPhrasesJson(const PhrasesOfFinding& finding, std::string& out) {
  JsonWriter json(out);
  json.BeginObject().Member("pattern", finding.pattern).Member("origin", finding.origin);
  json.Member("split", NameOf(finding.split)).Member("score", int64_t{finding.score});
  json.Member("is_right", finding.is_right).Key("phrases").BeginArray();
  for (const std::string& phrase : finding.phrases) json.String(phrase);
  json.EndArray().EndObject();
  out += '\n';
}

}  // namespace gatepost
