#include "service/presidio_request.h"

#include <charconv>

#include "service/languagetool_languages.h"

namespace gatepost::service {
namespace {

tl::unexpected<Error> Refused(std::string_view what) {
  return Fail(ErrorCode::kSyntax, std::string(what));
}

// Not there, or null, which is the same.
bool IsAbsent(JsonValue value) { return !value.exists() || value.type() == JsonValue::Type::kNull; }

// The strings of a list that may be absent.
Result<std::vector<std::string_view>> StringsOf(JsonValue list, std::string_view name) {
  std::vector<std::string_view> strings;
  if (IsAbsent(list)) return strings;
  if (!list.is_array()) return Refused("\"" + std::string(name) + "\" is a list of strings.");
  for (const JsonValue each : list.elements()) {
    if (!each.is_string()) return Refused("\"" + std::string(name) + "\" has strings alone.");
    strings.push_back(each.text());
  }
  return strings;
}

Status ReadTexts(JsonValue text, PresidioRequest& request) {
  request.is_list = text.is_array();
  if (text.is_string() && !text.text().empty()) {
    request.texts.push_back(text.text());
    return {};
  }
  if (!request.is_list || !text.first().exists()) return Refused("No text provided");
  auto texts = StringsOf(text, "text");
  if (!texts) return Fail(texts.error());
  request.texts = std::move(*texts);
  return {};
}

Status ReadThreshold(JsonValue value, double& threshold) {
  if (IsAbsent(value)) return {};
  const std::string_view literal = value.text();
  const auto read = std::from_chars(literal.data(), literal.data() + literal.size(), threshold);
  if (value.type() != JsonValue::Type::kNumber || read.ec != std::errc()) {
    return Refused("\"score_threshold\" is a number.");
  }
  return {};
}

// What would change the results in a way that is not offered.
Status RefuseOthers(JsonValue root) {
  const JsonValue recognizers = root["ad_hoc_recognizers"];
  if (!IsAbsent(recognizers) && !(recognizers.is_array() && !recognizers.first().exists())) {
    return Refused(
        "\"ad_hoc_recognizers\" are not run here. Add a pattern file to those of the service.");
  }
  const JsonValue match = root["allow_list_match"];
  if (!IsAbsent(match) && match.text() != "exact") {
    return Refused("\"allow_list_match\" can only be \"exact\".");
  }
  return {};
}

}  // namespace

Result<PresidioRequest> ReadPresidioRequest(std::string_view json, JsonTree& tree) {
  const Result<JsonOutcome> outcome = tree.Read(json);
  if (!outcome) return Refused("The body " + outcome.error().message);
  const JsonValue root = tree.root();
  if (root.has_repeated_key()) return Refused("A member stands twice in the body.");
  PresidioRequest request;
  request.was_repaired = outcome->was_repaired;
  if (Status read = ReadTexts(root["text"], request); !read) return Fail(read.error());
  const JsonValue language = root["language"];
  if (!language.is_string() || language.text().empty()) return Refused("No language provided");
  request.voice = VoiceOf(language.text());
  if (Status read = ReadThreshold(root["score_threshold"], request.score_threshold); !read) {
    return Fail(read.error());
  }
  if (Status refused = RefuseOthers(root); !refused) return Fail(refused.error());
  for (const auto& [name, strings] :
       {std::pair("entities", &request.entities), std::pair("context", &request.context),
        std::pair("allow_list", &request.allow_list)}) {
    auto read = StringsOf(root[name], name);
    if (!read) return Fail(read.error());
    *strings = std::move(*read);
  }
  request.explains = root["return_decision_process"].text() == "true";
  return request;
}

}  // namespace gatepost::service
