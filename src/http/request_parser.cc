#include "http/request_parser.h"

// Asio 1.74 needs it before its own headers.
#include <utility>

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <limits>

#include "base/ascii.h"

namespace gatepost {
namespace {

namespace http = boost::beast::http;
using ErrorCode = boost::beast::error_code;
using Text = boost::beast::string_view;

bool IsControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

std::string_view View(Text text) { return {text.data(), text.size()}; }

// The path and query of the absolute form "http://host/path?query"; nothing if it is not one.
std::string_view WithoutAuthority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!EqualsLower(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(scheme.size());
    const size_t path = target.find_first_of("/?");
    if (path == 0 || target.empty()) return {};  // no host
    return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
  }
  return {};
}

Method MethodOf(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::kGet;
    case http::verb::post:
      return Method::kPost;
    case http::verb::head:
      return Method::kHead;
    case http::verb::options:
      return Method::kOptions;
    default:
      return Method::kOther;
  }
}

}  // namespace

class RequestParser::Parser final : public http::basic_parser<true> {
 public:
  explicit Parser(uint32_t max_header_bytes) {
    header_limit(max_header_bytes);
    body_limit(std::numeric_limits<uint64_t>::max());  // until it is known who asks
  }

  // Where what is parsed goes.
  void Into(RequestJob& job) { job_ = &job; }
  // Beast 1.74 asserts that where no other chunk is before it, the last one comes to its end in no
  // smaller pieces than this.
  [[nodiscard]] bool IsTooEarly(std::string_view bytes) const {
    constexpr std::string_view kEnd = "0\r\n\r\n";
    return chunked() && !has_chunk_ && bytes.size() < kEnd.size() && bytes.starts_with("0\r\n");
  }
  // Behind the last chunk; in the bytes that were given last, once it is done.
  [[nodiscard]] const char* trailers() const { return trailers_; }

 private:
  void on_request_impl(http::verb verb, Text /*name*/, Text target, int version,
                       ErrorCode& error) override {
    head().request.method = MethodOf(verb);
    head().is_http_1_0 = version < 11;
    if (!UseTarget(View(target))) error = http::error::bad_target;
  }

  void on_field_impl(http::field field, Text /*name*/, Text text, ErrorCode& error) override {
    if (is_header_done()) return;  // a trailer
    if (!Use(field, View(text))) error = http::error::bad_field;
  }

  void on_header_impl(ErrorCode& error) override {
    const bool is_ambiguous = head().is_http_1_0 ? chunked() : !has_host_;
    if (is_ambiguous) error = http::error::bad_field;
    head().is_chunked = chunked();
    head().content_length = content_length().value_or(0);
    head().keeps_alive = keep_alive();
    head().request.path = path_.In(job_->head_text);
    head().request.query = query_.In(job_->head_text);
    head().request.content_type = content_type_.In(job_->head_text);
    head().request.authorization = authorization_.In(job_->head_text);
    head().request.origin = origin_.In(job_->head_text);
  }

  void on_response_impl(int /*status*/, Text /*reason*/, int /*version*/,
                        ErrorCode& /*error*/) override {}
  void on_body_init_impl(const boost::optional<uint64_t>& /*size*/, ErrorCode& /*error*/) override {
  }
  size_t on_body_impl(Text body, ErrorCode& /*error*/) override {
    job_->body.append(body.data(), body.size());
    return body.size();
  }
  // Beast takes anything in a quoted value, and others end the line at a line feed there.
  void on_chunk_header_impl(uint64_t size, Text extension, ErrorCode& error) override {
    has_chunk_ = true;
    if (size == 0) trailers_ = extension.end();
    if (std::ranges::any_of(extension, IsControl)) error = http::error::bad_chunk_extension;
  }
  size_t on_chunk_body_impl(uint64_t /*left*/, Text body, ErrorCode& error) override {
    return on_body_impl(body, error);
  }
  void on_finish_impl(ErrorCode& /*error*/) override {}

  // False for a field that may be there once and is there twice, and for a framing that Beast
  // knows, but other readers may not.
  bool Use(http::field field, std::string_view value) {
    switch (field) {
      case http::field::host:
        return Once(has_host_);
      case http::field::content_length:
        return AreDigits(value) && Once(has_length_);
      case http::field::transfer_encoding:
        return EqualsLower(value, "chunked");
      case http::field::content_type:
        return Keep(value, content_type_);
      case http::field::authorization:
        return Keep(value, authorization_);
      case http::field::origin:
        return Keep(value, origin_);
      case http::field::expect:
        head().expects_continue = EqualsLower(value, "100-continue");
        return true;
      default:
        return true;
    }
  }
  static bool Once(bool& is_there) { return !std::exchange(is_there, true); }
  // A part of the job's text of the head.
  struct Part {
    bool is_there = false;
    size_t begin = 0;
    size_t size = 0;

    [[nodiscard]] std::string_view In(std::string_view text) const {
      return is_there ? text.substr(begin, size) : std::string_view();
    }
  };
  // The bytes that come may move before all of the head is there, so what is wanted is copied.
  bool Keep(std::string_view value, Part& part) {
    if (part.is_there) return false;
    part = {true, job_->head_text.size(), value.size()};
    job_->head_text.append(value);
    return true;
  }
  bool UseTarget(std::string_view target) {
    if (!target.starts_with('/') && target != "*") target = WithoutAuthority(target);
    if (target.empty()) return false;
    const size_t end = std::min(target.find('?'), target.size());
    return Keep(end == 0 ? "/" : target.substr(0, end), path_) &&
           Keep(target.substr(std::min(end + 1, target.size())), query_);
  }
  RequestHead& head() { return job_->head; }

  RequestJob* job_ = nullptr;
  bool has_host_ = false;
  bool has_length_ = false;
  bool has_chunk_ = false;
  const char* trailers_ = nullptr;
  Part path_, query_, content_type_, authorization_, origin_;
};

namespace {

// A field that goes on in the next line (RFC 9112, 5.2), which nobody sends and some read wrongly.
bool HasFoldedField(std::string_view head) {
  return head.find("\r\n ") != std::string_view::npos ||
         head.find("\r\n\t") != std::string_view::npos;
}

RequestParser::Outcome OutcomeOf(const ErrorCode& error) {
  if (error == http::error::need_more) return RequestParser::Outcome::kMore;
  if (error == http::error::header_limit) return RequestParser::Outcome::kHeaderTooLarge;
  if (error == http::error::body_limit) return RequestParser::Outcome::kBodyTooLarge;
  return RequestParser::Outcome::kBad;
}

}  // namespace

RequestParser::RequestParser(uint32_t max_header_bytes) : max_header_bytes_(max_header_bytes) {
  BeginNext();
}
RequestParser::~RequestParser() = default;

void RequestParser::BeginNext() {
  parser_ = std::make_unique<Parser>(max_header_bytes_);
  head_bytes_ = 0;
}

void RequestParser::AllowBody(uint64_t max_bytes) {
  parser_->body_limit(max_bytes);
  parser_->eager(true);
}

RequestParser::Step RequestParser::Read(std::string_view bytes, RequestJob& job) {
  if (parser_->is_done()) return {Outcome::kWhole};
  parser_->Into(job);
  return parser_->is_header_done() ? ReadBody(bytes) : ReadHead(bytes);
}

// Beast's own limit is on what it has not taken yet, so it is shown no more than the rest of ours.
RequestParser::Step RequestParser::ReadHead(std::string_view bytes) {
  bytes = bytes.substr(0, max_header_bytes_ - head_bytes_);
  const bool is_at_limit = head_bytes_ + bytes.size() == max_header_bytes_;
  ErrorCode error;
  const size_t taken = parser_->put({bytes.data(), bytes.size()}, error);
  head_bytes_ += taken;
  if (HasFoldedField(bytes.substr(0, taken))) return {Outcome::kBad, taken};
  if (!error) return {Outcome::kHead, taken};
  const Outcome outcome = OutcomeOf(error);
  return {outcome == Outcome::kMore && is_at_limit ? Outcome::kHeaderTooLarge : outcome, taken};
}

// What Beast does not take at once, the head of a chunk or trailers, waits in memory. That has the
// limit of a head: it is shown no more at a time.
RequestParser::Step RequestParser::ReadBody(std::string_view bytes) {
  size_t taken = 0;
  for (;;) {
    const std::string_view left = bytes.substr(taken);
    const std::string_view shown = left.substr(0, max_header_bytes_);
    if (parser_->IsTooEarly(shown)) return {Outcome::kMore, taken};
    ErrorCode error;
    const size_t size = parser_->put({shown.data(), shown.size()}, error);
    taken += size;
    if (error && error != http::error::need_more) return {OutcomeOf(error), taken};
    if (parser_->is_done()) {
      return {HasFoldedTrailer(shown.substr(0, size)) ? Outcome::kBad : Outcome::kWhole, taken};
    }
    if (size == 0 && shown.size() == max_header_bytes_) return {Outcome::kBad, taken};
    if (shown.size() == left.size()) return {Outcome::kMore, taken};
  }
}

bool RequestParser::HasFoldedTrailer(std::string_view end) const {
  if (parser_->trailers() == nullptr) return false;
  return HasFoldedField(end.substr(static_cast<size_t>(parser_->trailers() - end.data())));
}

}  // namespace gatepost
