#pragma once

// A service without sockets, for tests: what is asked goes in, what is answered comes out.

#include <fcntl.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "sample_patterns.h"
#include "service/service.h"

namespace gatepost::service {

inline Pattern SampleNumber() {
  return SamplePattern("t.number",
                       "edges = \"number\"\nreplacement = \"[number]\"\n"
                       "[[variant]]\nregex = '''\\d{3}[ -]?\\d{3}'''\nbase = 80");
}

struct SampleOptions {
  std::vector<Pattern> patterns = {SampleNumber()};
  std::string policy = {};
  ScanOptions scan = {};
  std::string tokens = {};  // the text of a file; empty: there are none
};

// An area, "zz1", and a number call for nothing each, and must not stand in one conversation.
inline SampleOptions AreaWithNumber() {
  SampleOptions options;
  options.patterns.push_back(SamplePattern(
      "t.area", "replacement = \"[area]\"\n[[variant]]\nregex = '''zz\\d'''\nbase = 20"));
  options.policy = R"(
[category.sample]
review = 100
block = 200
[[combination]]
name = "area with number"
all = [{pattern = "t.area"}, {pattern = "t.number"}]
action = "block"
advice = "Leave one out."
)";
  return options;
}

// A body that is sent when its time is up.
inline Request LateRequest(std::string_view path, std::string_view body) {
  Request request;
  request.method = Method::kPost;
  request.path = path;
  request.body = body;
  request.deadline = Request::Clock::now();
  return request;
}

inline std::shared_ptr<const Gate> SampleGate(const SampleOptions& options) {
  auto set = PatternSet::Compile("sample", "00", options.patterns);
  if (!set) FAIL(set.error().ToString());
  Result<Policy> policy = ParsePolicy("name = \"sample\"\n" + options.policy, "policy.toml");
  if (!policy) FAIL(policy.error().ToString());
  return std::make_shared<const Gate>(ScanParts{*set, std::move(*policy), options.scan});
}

class SampleService {
 public:
  explicit SampleService(const SampleOptions& options = {})
      : gate(SampleGate(options)), log_(-1, LogRequests::kNone) {
    if (!options.tokens.empty()) {
      Result<TokenBook> book = TokenBook::Parse(options.tokens, "tokens");
      if (!book) FAIL(book.error().ToString());
      tokens_ =
          std::make_unique<CurrentTokens>(std::make_shared<const TokenBook>(std::move(*book)));
    }
    service_ =
        std::make_unique<const Service>(ServiceParts{gate, reloads, metrics, log_, tokens_.get()});
    worker_ = service_->MakeWorker();
  }

  // As a server would: the header is looked at first, then the whole.
  Response Ask(const Request& request) {
    Response response;
    Request head = request;
    head.body = {};
    const Admission admission = service_->Admit(head, response);
    if (!admission.is_admitted) return Told(request, std::move(response), nullptr);
    if (request.body.size() > admission.max_body_bytes) {
      service_->Refuse(Refusal::kTooLarge, request, response);
      return Told(request, std::move(response), nullptr);
    }
    service_->Answer(request, *worker_, response);
    return Told(request, std::move(response), worker_.get());
  }
  Response Get(std::string_view path, std::string_view query = {}) {
    Request request;
    request.path = path;
    request.query = query;
    return Ask(request);
  }
  Response Post(std::string_view path, std::string_view body, std::string_view query = {},
                std::string_view content_type = kJsonType) {
    Request request;
    request.method = Method::kPost;
    request.path = path;
    request.query = query;
    request.content_type = content_type;
    request.body = body;
    return Ask(request);
  }
  [[nodiscard]] const Service& service() const { return *service_; }

  CurrentGate gate;
  ReloadState reloads;
  Metrics metrics;

 private:
  Response Told(const Request& request, Response response, AnswerWorker* worker) const {
    service_->Tell(request, response, {}, worker);
    return response;
  }

  RequestLog log_;
  std::unique_ptr<CurrentTokens> tokens_;
  std::unique_ptr<const Service> service_;
  std::unique_ptr<AnswerWorker> worker_;
};

}  // namespace gatepost::service
