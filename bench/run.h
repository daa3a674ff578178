#pragma once

// One run of the benchmark: what all rows share, and what they have measured so far.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "bench/corpora.h"
#include "bench/measure.h"
#include "bench/results.h"
#include "scan/scanner.h"

namespace gatepost::bench {

struct RunOptions {
  std::filesystem::path sentences;
  std::filesystem::path gatepost;  // the program
  std::filesystem::path out;       // the folder of the results, and of what is needed on the way
  std::filesystem::path about;  // lines of "key: value" that belong into the results; may be empty
  size_t megabytes = 100;       // of text in each corpus
  int rounds = 5;
  bool is_quick = false;     // a tenth of the adversarial texts
  bool only_checks = false;  // the slowest adversarial text alone, against its last resort
};

class Run {
 public:
  // Reads the sentences and the patterns and makes the corpus in ASCII.
  [[nodiscard]] static Result<std::unique_ptr<Run>> Start(const RunOptions& options);

  [[nodiscard]] const RunOptions& options() const { return options_; }
  [[nodiscard]] const PatternSet& set() const { return scanner_->set(); }
  [[nodiscard]] const Scanner& scanner() const { return *scanner_; }
  [[nodiscard]] const std::vector<std::string>& sentences() const { return sentences_; }
  [[nodiscard]] const Corpus& ascii() const { return ascii_; }
  [[nodiscard]] const Results& results() const { return results_; }
  // Whatever was done twice gave the same.
  [[nodiscard]] bool is_sound() const { return is_sound_; }

  [[nodiscard]] Corpus MakeCorpus(Script script, size_t text_bytes) const;
  // A scanner of other patterns with the run's policy and day.
  [[nodiscard]] Result<std::unique_ptr<Scanner>> ScannerOf(
      const std::vector<std::filesystem::path>& folders) const;

  // Times them in turns; what is not steady makes the run unsound.
  std::vector<Timing> Time(const std::vector<Contender>& contenders, int rounds);
  // The results are not what they must be.
  void Doubt(const std::string& why);
  void Add(Row row);
  void Add(Speed speed);
  void Note(std::string note);
  // A line of progress, on a terminal only.
  void Say(const std::string& what) const;

 private:
  Run() = default;

  RunOptions options_;
  std::vector<std::string> sentences_;
  std::unique_ptr<Scanner> scanner_;
  Corpus ascii_;
  Results results_;
  bool is_sound_ = true;
};

// Scans texts that are in memory, again and again. Borrows both.
class TextScan {
 public:
  TextScan(const Scanner& scanner, const std::vector<std::string>& texts);
  // The number of findings.
  [[nodiscard]] size_t CountFindings();

 private:
  const Scanner& scanner_;
  Worker worker_;
  std::vector<Post> posts_;
};

// Each text a post.
[[nodiscard]] std::vector<Post> PostsOf(const std::vector<std::string>& texts);
[[nodiscard]] size_t BytesOf(const std::vector<std::string>& texts);
// The first of the texts that come to `bytes`.
[[nodiscard]] std::vector<std::string> FirstBytes(const std::vector<std::string>& texts,
                                                  size_t bytes);
// "100 MB"
[[nodiscard]] std::string Megabytes(size_t bytes);

}  // namespace gatepost::bench
