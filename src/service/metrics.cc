#include "service/metrics.h"

#include <array>
#include <charconv>
#include <utility>

#include "service/process_figures.h"

namespace gatepost::service {
namespace {

// Appends one family of metrics after the other.
class Exposition {
 public:
  explicit Exposition(std::string& out) : out_(out) {}

  void Begin(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    out_.append("# HELP ").append(name).append(" ").append(help);
    out_.append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
  }
  using Labels = std::vector<std::pair<std::string_view, std::string_view>>;
  void Add(const Labels& labels, const std::string& value, std::string_view suffix = {}) {
    out_.append(name_).append(suffix);
    char separator = '{';
    for (const auto& [key, text] : labels) {
      out_ += separator;
      out_.append(key).append("=\"");
      AddEscaped(text);
      out_ += '"';
      separator = ',';
    }
    if (!labels.empty()) out_ += '}';
    out_.append(" ").append(value).append("\n");
  }
  void Add(const Labels& labels, uint64_t value, std::string_view suffix = {}) {
    Add(labels, std::to_string(value), suffix);
  }

 private:
  void AddEscaped(std::string_view text) {
    for (const char c : text) {
      if (c == '\n') {
        out_ += "\\n";
        continue;
      }
      if (c == '"' || c == '\\') out_ += '\\';
      out_ += c;
    }
  }

  std::string& out_;
  std::string_view name_;
};

// The shortest digits that are this number again: a sum must not lose what is added to it.
std::string Written(double number) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  return {text.data(), end};
}

void AddDurations(const Counts& counts, Exposition& page) {
  page.Begin("gatepost_http_request_duration_seconds", "histogram",
             "From the whole request read to the answer made, by route.");
  for (const auto& [route, durations] : counts.durations) {
    uint64_t below = 0;
    for (size_t i = 0; i < kDurationBounds.size(); ++i) {
      below += durations.counts[i];
      page.Add({{"route", route}, {"le", Written(kDurationBounds[i])}}, below, "_bucket");
    }
    below += durations.counts.back();
    page.Add({{"route", route}, {"le", "+Inf"}}, below, "_bucket");
    page.Add({{"route", route}}, Written(durations.sum_seconds), "_sum");
    page.Add({{"route", route}}, below, "_count");
  }
}

void AddCounts(const Counts& counts, Exposition& page) {
  page.Begin("gatepost_http_requests_total", "counter", "Answers, by route and status.");
  for (const auto& [key, count] : counts.answers) {
    page.Add({{"route", key.first}, {"code", std::to_string(key.second)}}, count);
  }
  AddDurations(counts, page);
  page.Begin("gatepost_verdicts_total", "counter",
             "Posts checked, by verdict and channel of the policy.");
  for (const auto& [channel, words] : counts.verdicts) {
    for (const auto& [word, count] : words)
      page.Add({{"verdict", word}, {"channel", channel}}, count);
  }
  page.Begin("gatepost_findings_total", "counter", "Findings, by pattern.");
  for (const auto& [pattern, count] : counts.findings) page.Add({{"pattern", pattern}}, count);
  page.Begin("gatepost_checked_posts_total", "counter", "Posts looked at.");
  page.Add({}, counts.checked_posts);
  page.Begin("gatepost_checked_bytes_total", "counter", "Bytes of text looked at.");
  page.Add({}, counts.checked_bytes);
  page.Begin("gatepost_late_answers_total", "counter",
             "Answers given before all was looked at, because the time was up.");
  page.Add({}, counts.late);
}

void AddServer(const HttpCounts& server, Exposition& page) {
  page.Begin("gatepost_connections_open", "gauge", "Connections open now.");
  page.Add({}, server.connections_open);
  page.Begin("gatepost_connections_total", "counter", "Connections taken.");
  page.Add({}, server.connections_accepted);
  page.Begin("gatepost_connections_refused_total", "counter", "Connections over the limit.");
  page.Add({}, server.connections_refused);
  page.Begin("gatepost_queued_requests", "gauge", "Requests waiting for a thread.");
  page.Add({}, server.queued);
  page.Begin("gatepost_shed_requests_total", "counter", "Requests answered 503, overloaded.");
  page.Add({}, server.shed);
}

// Under the names that Prometheus' own clients give them.
void AddProcess(const ProcessFigures& process, Exposition& page) {
  page.Begin("process_cpu_seconds_total", "counter", "Processor time, of user and system.");
  page.Add({}, Written(process.cpu_seconds));
  page.Begin("process_start_time_seconds", "gauge", "When it was started, in seconds since 1970.");
  page.Add({}, Written(process.start_seconds));
  page.Begin("process_resident_memory_bytes", "gauge", "Memory in use.");
  page.Add({}, process.resident_bytes);
  page.Begin("process_open_fds", "gauge", "File descriptors open now.");
  page.Add({}, process.open_descriptors);
  page.Begin("process_max_fds", "gauge", "File descriptors that may be open.");
  page.Add({}, process.max_descriptors);
}

}  // namespace

std::shared_ptr<WorkerCounts> Metrics::AddWorker() {
  auto counts = std::make_shared<WorkerCounts>();
  const std::lock_guard lock(mutex_);
  workers_.push_back(counts);
  return counts;
}

void Metrics::SetServer(std::function<HttpCounts()> counts) {
  const std::lock_guard lock(mutex_);
  server_ = std::move(counts);
}

void Metrics::CountReload(bool was_taken) {
  const std::lock_guard lock(mutex_);
  ++(was_taken ? reloads_taken_ : reloads_refused_);
  last_was_taken_ = was_taken;
}

Counts Metrics::Total() const {
  Counts total = shared_->Get();
  for (const auto& worker : workers_) total.Add(worker->Get());
  return total;
}

std::string Metrics::Page(const Gate& gate) const {
  std::string out;
  Exposition page(out);
  page.Begin("gatepost_build_info", "gauge", "What serves: always 1.");
  page.Add({{"version", GATEPOST_VERSION},
            {"patterns", gate.set().name()},
            {"patterns_hash", gate.set().hash()},
            {"policy", gate.policy().name},
            {"policy_hash", gate.policy().hash}},
           1);
  const std::lock_guard lock(mutex_);
  AddCounts(Total(), page);
  if (server_) AddServer(server_(), page);
  page.Begin("gatepost_reloads_total", "counter", "Reloads of patterns and policy, by outcome.");
  page.Add({{"outcome", "taken"}}, reloads_taken_);
  page.Add({{"outcome", "refused"}}, reloads_refused_);
  page.Begin("gatepost_last_reload_taken", "gauge",
             "0 while what was loaded last is not fit to be used, and the old serves on; else 1.");
  page.Add({}, last_was_taken_ ? 1 : 0);
  if (const auto process = ReadProcessFigures()) AddProcess(*process, page);
  return out;
}

}  // namespace gatepost::service
