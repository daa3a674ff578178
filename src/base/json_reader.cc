#include "base/json_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/ascii.h"
#include "base/byte_order_mark.h"
#include "base/json_repair.h"

namespace gatepost {
namespace {

namespace ondemand = simdjson::ondemand;

size_t DigitsAt(std::string_view text, size_t at) {
  const size_t end = text.find_first_not_of("0123456789", at);
  return (end == std::string_view::npos ? text.size() : end) - at;
}

// RFC 8259, section 6. simdjson checks a number only when it is converted, and numbers are not: an
// identifier of 30 digits must come through as written.
bool IsNumber(std::string_view text) {
  size_t at = text.starts_with('-') ? 1 : 0;
  const size_t digits = DigitsAt(text, at);
  if (digits == 0 || (digits > 1 && text[at] == '0')) return false;
  at += digits;
  if (at < text.size() && text[at] == '.') {
    const size_t fraction = DigitsAt(text, at + 1);
    if (fraction == 0) return false;
    at += 1 + fraction;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const size_t exponent = DigitsAt(text, at);
    if (exponent == 0) return false;
    at += exponent;
  }
  return at == text.size();
}

std::string MessageOf(simdjson::error_code error) {
  switch (error) {
    case simdjson::EMPTY:
      return "is not valid JSON: it is empty.";
    case simdjson::UNCLOSED_STRING:
      return "is not valid JSON: a string is not closed. Add the missing quotation mark, or see "
             "whether "
             "the text was cut off.";
    case simdjson::UTF8_ERROR:
      return "is not valid JSON: bytes outside its strings are not UTF-8. Save it as UTF-8.";
    case simdjson::STRING_ERROR:
      return "is not valid JSON: a string holds an unknown escape. Write a backslash as \\\\.";
    case simdjson::DEPTH_ERROR:
      return "is nested deeper than " + std::to_string(kMaxJsonDepth) + " levels.";
    case simdjson::TRAILING_CONTENT:
      return "is not valid JSON: something follows after its end. Put one document there.";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "is not valid JSON: a bracket is not closed. See whether the text was cut off.";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "is too large to be read as JSON.";
    default:
      return "is not valid JSON. Check commas, quotation marks and brackets at this place.";
  }
}

// Hands one parsed document to the handler, checking all that on-demand parsing leaves unchecked
// until it is asked for.
class Walk {
 public:
  Walk(std::string_view document, JsonHandler& handler) : document_(document), handler_(handler) {}

  simdjson::error_code Run(ondemand::document& root) {
    if (const auto error = Value(root)) return error;
    const char* rest = nullptr;
    const bool is_at_end = root.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
    return is_root_number_ || is_at_end ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
  }

 private:
  // `T` is a value or, at the root, the document itself: simdjson gives no value of a root scalar.
  template <class T>
  simdjson::error_code Value(T& value) {
    ondemand::json_type type{};
    if (const auto error = value.type().get(type)) return error;
    switch (type) {
      case ondemand::json_type::object:
        return Object(value);
      case ondemand::json_type::array:
        return Array(value);
      case ondemand::json_type::string:
        return String(value);
      case ondemand::json_type::number:
        return Number(value);
      case ondemand::json_type::boolean:
        return Boolean(value);
      case ondemand::json_type::null:
        return Null(value);
    }
    return simdjson::TAPE_ERROR;
  }

  template <class T>
  simdjson::error_code Object(T& value) {
    if (++depth_ > kMaxJsonDepth) return simdjson::DEPTH_ERROR;
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) return error;
    handler_.OnBeginObject();
    for (auto member : object) {
      std::string_view key;
      if (const auto error = member.unescaped_key().get(key)) return error;
      handler_.OnKey(key);
      ondemand::value inner;
      if (const auto error = member.value().get(inner)) return error;
      if (const auto error = Value(inner)) return error;
    }
    handler_.OnEndObject();
    --depth_;
    return simdjson::SUCCESS;
  }

  template <class T>
  simdjson::error_code Array(T& value) {
    if (++depth_ > kMaxJsonDepth) return simdjson::DEPTH_ERROR;
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) return error;
    handler_.OnBeginArray();
    for (auto element : array) {
      ondemand::value inner;
      if (const auto error = element.get(inner)) return error;
      if (const auto error = Value(inner)) return error;
    }
    handler_.OnEndArray();
    --depth_;
    return simdjson::SUCCESS;
  }

  template <class T>
  simdjson::error_code String(T& value) {
    std::string_view text;
    if (const auto error = value.get_string().get(text)) return error;
    handler_.OnString(text);
    return simdjson::SUCCESS;
  }

  // The raw token runs on to the next structural character. A root number is all of the document:
  // its token is not trusted to end there.
  simdjson::error_code Number(ondemand::document& /*root*/) { return Literal(document_); }
  simdjson::error_code Number(ondemand::value& value) { return Literal(value.raw_json_token()); }

  simdjson::error_code Literal(std::string_view token) {
    const std::string_view literal = Trimmed(token);
    if (!IsNumber(literal)) return simdjson::NUMBER_ERROR;
    is_root_number_ = depth_ == 0;
    handler_.OnNumber(literal);
    return simdjson::SUCCESS;
  }

  template <class T>
  simdjson::error_code Boolean(T& value) {
    bool is_true = false;
    if (const auto error = value.get_bool().get(is_true)) return error;
    handler_.OnBool(is_true);
    return simdjson::SUCCESS;
  }

  template <class T>
  simdjson::error_code Null(T& value) {
    bool is_null = false;
    if (const auto error = value.is_null().get(is_null)) return error;
    if (!is_null) return simdjson::N_ATOM_ERROR;
    handler_.OnNull();
    return simdjson::SUCCESS;
  }

  std::string_view document_;
  JsonHandler& handler_;
  int depth_ = 0;
  bool is_root_number_ = false;
};

}  // namespace

struct JsonReader::State {
  ondemand::parser parser;
  std::string buffer;  // the document and the padding that simdjson reads over
  std::string_view document;

  void Load(std::string_view text) {
    buffer.reserve(text.size() + simdjson::SIMDJSON_PADDING);
    buffer.assign(text);
    Pad();
  }

  void Pad() {
    const size_t size = buffer.size();
    buffer.append(simdjson::SIMDJSON_PADDING, ' ');
    document = std::string_view(buffer).substr(0, size);
  }

  JsonOutcome Repair(std::string_view text) {
    const JsonRepair repair = RepairJson(text, buffer);
    Pad();
    return {repair.has_replaced, repair.has_escaped};
  }

  simdjson::error_code Parse(ondemand::document& root) {
    return parser.iterate(document.data(), document.size(), buffer.size()).get(root);
  }

  SourcePlace PlaceOf(ondemand::document& root) const {
    const char* at = nullptr;
    if (root.current_location().get(at)) return {};
    const auto offset = std::min(static_cast<size_t>(at - document.data()), document.size());
    const std::string_view before = document.substr(0, offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const size_t line_begin = before.rfind('\n') + 1;  // npos + 1 = 0
    return {"", static_cast<uint32_t>(lines + 1), static_cast<uint32_t>(offset - line_begin + 1)};
  }
};

JsonReader::JsonReader() : state_(std::make_unique<State>()) {}
JsonReader::~JsonReader() = default;
JsonReader::JsonReader(JsonReader&&) noexcept = default;
JsonReader& JsonReader::operator=(JsonReader&&) noexcept = default;

Result<JsonOutcome> JsonReader::Read(std::string_view text, JsonHandler& handler) {
  text = WithoutByteOrderMark(text);
  JsonOutcome outcome;
  if (HasLoneSurrogate(text)) {
    outcome = state_->Repair(text);
  } else {
    state_->Load(text);
  }
  ondemand::document root;
  auto error = state_->Parse(root);
  if (error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS) {
    outcome = state_->Repair(text);
    error = state_->Parse(root);
  }
  if (error) return Fail(ErrorCode::kSyntax, MessageOf(error));
  error = Walk(state_->document, handler).Run(root);
  if (error) return Fail(ErrorCode::kSyntax, MessageOf(error), state_->PlaceOf(root));
  return outcome;
}

}  // namespace gatepost
