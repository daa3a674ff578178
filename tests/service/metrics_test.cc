#include "service/metrics.h"

#include <charconv>
#include <map>
#include <set>
#include <sstream>

#include "base/ascii.h"
#include "service/process_figures.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

struct Sample {
  std::string name;
  std::map<std::string, std::string> labels;
  double value = 0;
};

// Reads one line from its front.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : left_(line) {}

  bool Take(std::string_view text) {
    if (!left_.starts_with(text)) return false;
    left_.remove_prefix(text.size());
    return true;
  }
  // Of a metric, or of a label, which has no colon.
  std::string TakeName(bool is_label = false) {
    size_t size = 0;
    while (size < left_.size() &&
           (IsLetter(left_[size]) || left_[size] == '_' || (left_[size] == ':' && !is_label) ||
            (size > 0 && IsDigit(left_[size])))) {
      ++size;
    }
    REQUIRE(size > 0);
    return TakeFirst(size);
  }
  // As it is written, up to its closing quote.
  std::string TakeLabelValue() {
    size_t size = 0;
    for (; size < left_.size() && left_[size] != '"'; ++size) {
      if (left_[size] != '\\') continue;
      ++size;
      REQUIRE(size < left_.size());
      REQUIRE_THAT("\"\\n", ContainsSubstring(std::string(1, left_[size])));
    }
    std::string value = TakeFirst(size);
    REQUIRE(Take("\""));
    return value;
  }
  std::string TakeRest() { return TakeFirst(left_.size()); }

 private:
  std::string TakeFirst(size_t size) {
    const std::string first(left_.substr(0, size));
    left_.remove_prefix(size);
    return first;
  }

  std::string_view left_;
};

// A strict reader of Prometheus' text format, version 0.0.4, as its documentation says:
// https://prometheus.io/docs/instrumenting/exposition_formats/
class PageReader {
 public:
  explicit PageReader(const std::string& page) {
    REQUIRE(page.ends_with('\n'));
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      line.starts_with('#') ? ReadComment(line) : ReadSample(line);
    }
    for (const auto& [family, type] : types_) {
      if (type == "histogram") CheckHistograms(family);
    }
  }

  [[nodiscard]] double ValueOf(const std::string& series) const {
    REQUIRE(series_.contains(series));
    return series_.at(series);
  }
  [[nodiscard]] const std::vector<Sample>& samples() const { return samples_; }

 private:
  // "# HELP" and "# TYPE" of a family stand once, in this order, before its samples.
  void ReadComment(const std::string& text) {
    LineReader line(text);
    if (line.Take("# HELP ")) {
      family_ = line.TakeName();
      CHECK(helped_.insert(family_).second);
      CHECK(line.Take(" "));
      CHECK_FALSE(line.TakeRest().empty());
      return;
    }
    REQUIRE(line.Take("# TYPE "));
    CHECK(line.TakeName() == family_);
    CHECK(line.Take(" "));
    const std::string type = line.TakeRest();
    CHECK((type == "counter" || type == "gauge" || type == "histogram"));
    CHECK(types_.emplace(family_, type).second);
  }

  void ReadSample(const std::string& text) {
    LineReader line(text);
    Sample sample;
    sample.name = line.TakeName();
    if (line.Take("{")) ReadLabels(line, sample);
    REQUIRE(line.Take(" "));
    const std::string value = line.TakeRest();
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), sample.value);
    REQUIRE(error == std::errc());
    REQUIRE(end == value.data() + value.size());
    CheckName(sample.name);
    CHECK(sample.value >= 0);
    CHECK(series_.emplace(text.substr(0, text.rfind(' ')), sample.value).second);
    samples_.push_back(std::move(sample));
  }

  static void ReadLabels(LineReader& line, Sample& sample) {
    do {
      const std::string name = line.TakeName(true);
      REQUIRE(line.Take("=\""));
      CHECK(sample.labels.emplace(name, line.TakeLabelValue()).second);
    } while (line.Take(","));
    REQUIRE(line.Take("}"));
  }

  void CheckName(const std::string& name) const {
    const std::string& type = types_.at(family_);
    if (type == "histogram") {
      CHECK(
          (name == family_ + "_bucket" || name == family_ + "_sum" || name == family_ + "_count"));
    } else {
      CHECK(name == family_);
      CHECK(name.ends_with("_total") == (type == "counter"));
    }
  }

  // Buckets rise, the last is +Inf and equals the count.
  void CheckHistograms(const std::string& family) {
    std::map<std::string, std::vector<std::pair<std::string, double>>> buckets;
    for (const Sample& sample : samples_) {
      if (sample.name != family + "_bucket") continue;
      buckets[sample.labels.at("route")].emplace_back(sample.labels.at("le"), sample.value);
    }
    for (const auto& [route, counts] : buckets) {
      CAPTURE(route);
      for (size_t i = 1; i < counts.size(); ++i) {
        CHECK(counts[i - 1].second <= counts[i].second);
        if (counts[i].first != "+Inf") {
          CHECK(std::stod(counts[i - 1].first) < std::stod(counts[i].first));
        }
      }
      CHECK(counts.back().first == "+Inf");
      CHECK(ValueOf(family + "_count{route=\"" + route + "\"}") == counts.back().second);
      CHECK(ValueOf(family + "_sum{route=\"" + route + "\"}") >= 0);
    }
  }

  std::string family_;
  std::set<std::string> helped_;
  std::map<std::string, std::string> types_;
  std::map<std::string, double> series_;
  std::vector<Sample> samples_;
};

}  // namespace

TEST_CASE("the page of metrics keeps to the format and counts what was answered",
          "[service][metrics]") {
  SampleService service;
  service.Get("/healthz");
  service.Get("/healthz");
  service.Get("/nowhere");
  service.metrics.SetServer([] { return HttpCounts{1, 2, 3, 4, 5}; });
  const Response response = service.Get("/metrics");
  CHECK(response.content_type == "text/plain; version=0.0.4; charset=utf-8");
  const PageReader page(response.body);
  CHECK(page.ValueOf(R"(gatepost_http_requests_total{route="/healthz",code="200"})") == 2);
  CHECK(page.ValueOf(R"(gatepost_http_requests_total{route="unknown",code="404"})") == 1);
  CHECK(page.ValueOf(R"(gatepost_http_request_duration_seconds_count{route="/healthz"})") == 2);
  CHECK(page.ValueOf("gatepost_connections_open") == 1);
  CHECK(page.ValueOf("gatepost_connections_total") == 2);
  CHECK(page.ValueOf("gatepost_connections_refused_total") == 3);
  CHECK(page.ValueOf("gatepost_queued_requests") == 4);
  CHECK(page.ValueOf("gatepost_shed_requests_total") == 5);
}

TEST_CASE("counts of all threads are added, and labels are escaped", "[service][metrics]") {
  const auto gate = SampleGate({.policy = "[channel.\"a\\\"b\\\\c\"]\n"});
  Metrics metrics;
  Post post;
  post.channel = "a\"b\\c";
  post.fields.push_back({FieldKind::kText, 0, "Ring 123 456", nullptr});
  Worker worker(gate->scanner(Language::kEnglish));
  const Verdict verdict = gate->scanner(Language::kEnglish).Scan(post, worker);
  for (int i = 0; i < 2; ++i) {
    const auto counts = metrics.AddWorker();
    counts->AddVerdict(post, verdict, gate->set().patterns(), gate->policy());
    counts->AddAnswer("/v1/check", 200, std::chrono::milliseconds(3), i == 0);
  }
  metrics.CountReload(true);
  metrics.CountReload(false);
  const PageReader page(metrics.Page(*gate));
  const std::string word(verdict.word());
  CHECK(page.ValueOf("gatepost_verdicts_total{verdict=\"" + word + R"(",channel="a\"b\\c"})") == 2);
  CHECK(page.ValueOf(R"(gatepost_findings_total{pattern="t.number"})") == 2);
  CHECK(page.ValueOf("gatepost_checked_posts_total") == 2);
  CHECK(page.ValueOf("gatepost_checked_bytes_total") == 24);
  CHECK(page.ValueOf("gatepost_late_answers_total") == 1);
  CHECK(page.ValueOf(
            R"(gatepost_http_request_duration_seconds_bucket{route="/v1/check",le="0.0025"})") ==
        0);
  CHECK(page.ValueOf(
            R"(gatepost_http_request_duration_seconds_bucket{route="/v1/check",le="0.005"})") == 2);
  CHECK(page.ValueOf(R"(gatepost_reloads_total{outcome="taken"})") == 1);
  CHECK(page.ValueOf(R"(gatepost_reloads_total{outcome="refused"})") == 1);
  CHECK(page.ValueOf("gatepost_last_reload_taken") == 0);
}

TEST_CASE("a channel that the policy does not know is no label", "[service][metrics]") {
  const auto gate = SampleGate({});
  Metrics metrics;
  Post post;
  post.channel = "whatever a client says";
  metrics.shared().AddVerdict(post, {}, gate->set().patterns(), gate->policy());
  const PageReader page(metrics.Page(*gate));  // outlives the loop
  for (const Sample& sample : page.samples()) {
    if (sample.name == "gatepost_verdicts_total") CHECK(sample.labels.at("channel") == "other");
  }
}

TEST_CASE("a large sum keeps the small times that are added to it", "[service][metrics]") {
  const auto gate = SampleGate({});
  Metrics metrics;
  metrics.shared().AddAnswer("/v1/check", 200, std::chrono::hours(1000), false);
  metrics.shared().AddAnswer("/v1/check", 200, std::chrono::milliseconds(1), false);
  const PageReader page(metrics.Page(*gate));
  const double sum =
      page.ValueOf(R"(gatepost_http_request_duration_seconds_sum{route="/v1/check"})");
  CHECK(sum > 3'600'000.0009);
  CHECK(sum < 3'600'000.0011);
}

TEST_CASE("the process is told of: memory, descriptors, time", "[service][process_figures]") {
  const auto figures = ReadProcessFigures();
  REQUIRE(figures.has_value());
  CHECK(figures->resident_bytes > 1 << 20);
  CHECK(figures->open_descriptors >= 3);
  CHECK(figures->max_descriptors >= figures->open_descriptors);
  const auto now =
      std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch());
  CHECK(figures->start_seconds <= now.count() + 1);
  CHECK(figures->start_seconds > now.count() - 3600);
}
