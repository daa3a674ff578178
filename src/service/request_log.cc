#include "service/request_log.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <ctime>

#include "base/json_writer.h"

namespace gatepost::service {
namespace {

// "2026-03-31T09:30:00.123Z". A log is of the hour it is written in: here the clock is read.
std::string TimeText() {
  using std::chrono::milliseconds;
  const auto now = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
  const std::time_t time = std::chrono::system_clock::to_time_t(seconds);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::string text(32, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts));
  const std::string millis = std::to_string((now - seconds).count());
  return text + "." + std::string(3 - millis.size(), '0') + millis + "Z";
}

JsonWriter& Begin(std::string_view level, std::string_view event, JsonWriter& json) {
  return json.BeginObject()
      .Member("time", TimeText())
      .Member("level", level)
      .Member("event", event);
}

constexpr int kFirstFault = 500;

}  // namespace

void RequestLog::TellRequest(std::string_view method, const Response& response,
                             const Exchange& exchange) {
  const bool is_fault = response.status >= kFirstFault || exchange.was_late;
  if (requests_ == LogRequests::kNone || (requests_ == LogRequests::kErrors && !is_fault)) return;
  std::string line;
  JsonWriter json(line);
  Begin(is_fault ? "warning" : "info", "request", json).Member("method", method);
  json.Member("route", response.route).Member("status", int64_t{response.status});
  if (!response.verdict.empty()) json.Member("verdict", response.verdict);
  if (!response.client.empty()) json.Member("token", response.client);
  if (exchange.was_late) json.Member("late", true);
  json.Member("bytes_in", static_cast<int64_t>(exchange.body_bytes));
  json.Member("bytes_out", static_cast<int64_t>(response.content().size()));
  json.Key("milliseconds")
      .Decimal(std::chrono::duration<double, std::milli>(exchange.took).count(), 3)
      .EndObject();
  Write(line);
}

void RequestLog::TellEvent(std::string_view level, std::string_view event,
                           std::string_view message) {
  std::string line;
  if (form_ == LogForm::kText) {
    line.append("gatepost: ").append(event).append(": ").append(message);
  } else {
    JsonWriter json(line);
    Begin(level, event, json).Member("message", message).EndObject();
  }
  Write(line);
}

void RequestLog::Write(const std::string& line) {
  const std::string whole = line + '\n';
  const std::lock_guard lock(mutex_);
  std::string_view left = whole;
  while (!left.empty()) {
    pollfd log{descriptor_, POLLOUT, 0};
    if (::poll(&log, 1, 0) <= 0) return;
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    left.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace gatepost::service
