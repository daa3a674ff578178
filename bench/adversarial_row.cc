#include <algorithm>

#include "bench/adversarial.h"
#include "bench/rows.h"

namespace gatepost::bench {
namespace {

constexpr size_t kQuickStep = 10;
constexpr size_t kFirstBytes = 30'000;  // of each text, to see which are slow
constexpr size_t kTextBytes = 300'000;  // of those that are
constexpr size_t kSlowest = 10;         // timed in earnest, in turns with the corpus
constexpr size_t kNamed = 5;
constexpr size_t kProseBytes = 8'000'000;  // of the post that is one line

struct Suspect {
  const AdversarialText* text = nullptr;
  double bytes_per_second = 0;
};

bool IsSlower(const Suspect& a, const Suspect& b) {
  return a.bytes_per_second < b.bytes_per_second;
}

// By one look at the beginning of each, the slowest first.
std::vector<Suspect> Suspects(const Run& run, const std::vector<AdversarialText>& texts) {
  std::vector<Suspect> suspects;
  for (const AdversarialText& text : texts) {
    run.Say("adversarial text " + std::to_string(suspects.size() + 1) + " of " +
            std::to_string(texts.size()));
    const std::vector<std::string> posts = text.Posts(kFirstBytes);
    TextScan scan(run.scanner(), posts);
    const double start = CpuSeconds();
    static_cast<void>(scan.CountFindings());
    suspects.push_back({&text, static_cast<double>(BytesOf(posts)) / (CpuSeconds() - start)});
  }
  std::sort(suspects.begin(), suspects.end(), IsSlower);
  suspects.resize(std::min(suspects.size(), kSlowest));
  return suspects;
}

// Times the suspects in turns with the ASCII corpus and sorts them again; gives the corpus's speed.
double TimeSuspects(Run& run, std::vector<Suspect>& suspects) {
  run.Say("the slowest adversarial texts");
  std::vector<std::vector<std::string>> posts;
  for (const Suspect& suspect : suspects) posts.push_back(suspect.text->Posts(kTextBytes));
  std::vector<TextScan> scans;
  scans.reserve(posts.size() + 1);
  std::vector<Contender> contenders;
  const auto add = [&](const std::string& name, const std::vector<std::string>& texts) {
    TextScan& scan = scans.emplace_back(run.scanner(), texts);
    contenders.push_back({name, BytesOf(texts), [&scan] { return scan.CountFindings(); }});
  };
  for (size_t i = 0; i < posts.size(); ++i) add(suspects[i].text->name, posts[i]);
  add("ASCII", run.ascii().texts);
  const auto timings = run.Time(contenders, run.options().rounds);
  for (size_t i = 0; i < suspects.size(); ++i) {
    suspects[i].bytes_per_second = timings[i].bytes_per_second;
  }
  std::sort(suspects.begin(), suspects.end(), IsSlower);
  return timings.back().bytes_per_second;
}

}  // namespace

Status MeasureAdversarial(Run& run) {
  const auto prose = FirstBytes(run.ascii().texts, kProseBytes);
  const auto texts = AdversarialTexts(run.set().patterns(), prose,
                                      run.options().is_quick ? kQuickStep : size_t{1});
  std::vector<Suspect> suspects = Suspects(run, texts);
  const double ascii_speed = TimeSuspects(run, suspects);
  run.Add(
      Row{"slowest adversarial text, against ASCII",
          "\"" + suspects.front().text->name + "\", of " + std::to_string(texts.size()) + " texts",
          suspects.front().bytes_per_second / ascii_speed, 1.0 / 50, 1.0 / 20});
  suspects.resize(std::min(suspects.size(), kNamed));
  for (const Suspect& suspect : suspects) {
    run.Add(Speed{"adversarial: " + suspect.text->name, suspect.bytes_per_second / 1e6});
  }
  return {};
}

}  // namespace gatepost::bench
