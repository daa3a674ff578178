#pragma once

// The service's log: a JSON object a line. It holds routes, statuses, sizes and times; never text,
// values, accounts, addresses of clients, or tokens.

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "http/answerer.h"

namespace gatepost::service {

enum class LogRequests : uint8_t {
  kNone,
  kErrors,  // answers of 500 and above, and late ones
  kAll,
};

enum class LogForm : uint8_t {
  kJson,
  kText,  // for a person at a terminal: events are sentences
};

// Thread-safe.
class RequestLog {
 public:
  // Lines go to the file descriptor, which stays the caller's. What cannot be written at once is
  // dropped: answers do not wait for whoever reads the log.
  RequestLog(int descriptor, LogRequests requests, LogForm form = LogForm::kJson)
      : descriptor_(descriptor), requests_(requests), form_(form) {}

  void TellRequest(std::string_view method, const Response& response, const Exchange& exchange);
  // "started", "reload", "stopping" …, and a sentence for people.
  void TellEvent(std::string_view level, std::string_view event, std::string_view message);

 private:
  void Write(const std::string& line);

  std::mutex mutex_;
  int descriptor_;
  LogRequests requests_;
  LogForm form_;
};

}  // namespace gatepost::service
