// How fast posts become skeletons, against ICU's NFKC with an offset map, the nearest thing that
// ICU does and one part of what a skeleton is, and against copying them. All run over the same
// corpora in the same run, in turns.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uversion.h>

#include "base/post.h"
#include "text/skeleton.h"
#include "text/skeletoniser.h"

namespace {

constexpr size_t kCorpusBytes = 1 << 20;
constexpr size_t kBatchBytes = 64 << 10;
constexpr int kRounds = 40;
constexpr uint64_t kSeed = 20240101;

struct Corpus {
  const char* name;
  std::vector<std::string> posts;
  size_t bytes = 0;
};

using Words = std::vector<std::string_view>;

const Words kAsciiWords = {"the",     "council", "will",   "meet",           "on",
                           "Tuesday", "at",      "10.30",  "call",           "07700 900123",
                           "or",      "write",   "to",     "jo@example.com", "about",
                           "your",    "bins",    "please", "#recycling",     "thanks"};

const Words kWelsh = {"dŵr",          "tŷ",  "Siân", "cyngor", "yn",
                      "ymgynghoriad", "môr", "sŵn",  "y",      "ffôn"};
const Words kPunctuated = {"it’s", "“open”", "–", "café", "£50", "…", "council", "meets", "today"};
const Words kEmoji = {"😀",     "☎\uFE0F", "👍🏽",   "0\uFE0F\u20E37\uFE0F\u20E3",
                      "thanks", "🇬🇧",      "➡\uFE0F"};
const Words kFancy = {"𝐜𝐚𝐥𝐥", "𝟎𝟕𝟕𝟎𝟎", "ⓒⓐⓛⓛ", "⓪⑦⑦⓪⓪", "０７７００", "ｃａｌｌ"};
const Words kPolish = {"zażółć", "gęślą", "jaźń", "proszę", "dzwonić", "do", "nas", "na", "numer"};
const Words kRussian = {"Привет", "звоните", "нам", "по", "номеру", "сегодня", "пожалуйста"};
const Words kArabic = {"مرحبا", "اتصل", "بنا", "على", "٠٧٧٠٠", "اليوم", "شكرا"};
const Words kHindi = {"नमस्ते", "कृपया", "आज", "०७७००", "पर", "फ़ोन", "करें"};
const Words kChinese = {"請致電", "我們的電話號碼", "市議會", "星期二", "開會", "謝謝"};
const std::vector<Words> kLanguages = {kWelsh,   kPunctuated, kEmoji, kFancy,  kPolish,
                                       kRussian, kArabic,     kHindi, kChinese};

struct Mix {
  uint64_t unicode_posts = 0;  // of a hundred
  uint64_t unicode_words = 0;  // of a hundred, in such posts
  bool mixes_languages = false;
};

// Posts of 60 to 500 bytes.
Corpus MakeCorpus(const char* name, Mix mix) {
  std::mt19937_64 random(kSeed);
  const auto pick = [&random](const auto& list) -> const auto& {
    return list[random() % list.size()];
  };
  Corpus corpus{name, {}, 0};
  while (corpus.bytes < kCorpusBytes) {
    const size_t size = 60 + random() % 440;
    const bool is_unicode = random() % 100 < mix.unicode_posts;
    const Words* language = &pick(kLanguages);
    std::string post;
    while (post.size() < size) {
      if (mix.mixes_languages) language = &pick(kLanguages);
      const bool is_ascii = !is_unicode || random() % 100 >= mix.unicode_words;
      post += pick(is_ascii ? kAsciiWords : *language);
      post += ' ';
    }
    corpus.bytes += post.size();
    corpus.posts.push_back(std::move(post));
  }
  return corpus;
}

std::vector<gatepost::Post> PostsOf(const Corpus& corpus) {
  std::vector<gatepost::Post> posts;
  for (const std::string& text : corpus.posts) {
    posts.emplace_back().fields.push_back({gatepost::FieldKind::kText, 0, text, nullptr});
  }
  return posts;
}

// What is compared, each over the same posts; a round gives the bytes that it wrote, which keeps
// the work from being left out.
class Contest {
 public:
  explicit Contest(const Corpus& corpus) : corpus_(&corpus), posts_(PostsOf(corpus)) {}

  // Plain skeletons, as all posts get them.
  size_t Fold() {
    return Batches([this](std::span<const gatepost::Post> some) {
      problems_.resize(some.size());
      gatepost::FoldPosts(some, batch_, problems_, gatepost::Looks::kOnce);
    });
  }

  // The same with the cues for a second look and the looks that they ask for.
  size_t FoldTwice() {
    return Batches([this](std::span<const gatepost::Post> some) {
      problems_.resize(some.size());
      gatepost::FoldPosts(some, batch_, problems_, gatepost::Looks::kTwice);
    });
  }

  // Plain skeletons with the way back of each, which a scan works out only where it asks for it.
  size_t FoldWithEdits() {
    size_t edits = 0;
    const size_t bytes = Batches([&](std::span<const gatepost::Post> some) {
      problems_.resize(some.size());
      gatepost::FoldPosts(some, batch_, problems_, gatepost::Looks::kOnce);
      for (size_t i = 0; i < batch_.size(); ++i) {
        edits += batch_[gatepost::SkeletonIndex(i)].edits().size();
      }
    });
    return bytes + edits;
  }

  // What no stage can do without: the posts end to end, and where each is.
  size_t Copy() {
    return Batches([this](std::span<const gatepost::Post> some) {
      for (size_t i = 0; i < some.size(); ++i) {
        const std::string_view text = some[i].fields.front().text;
        batch_.buffer() += text;
        batch_.Close(gatepost::PostIndex(i), gatepost::FieldIndex(0), gatepost::View::kPlain, text);
      }
    });
  }

  // ICU's NFKC with an offset map.
  size_t Nfkc() {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const folder = icu::Normalizer2::getNFKCInstance(error);
    size_t bytes = 0;
    for (const std::string& post : corpus_->posts) {
      normalized_.clear();
      edits_.reset();
      icu::StringByteSink<std::string> sink(&normalized_);
      folder->normalizeUTF8(0, post, sink, &edits_, error);
      bytes += normalized_.size();
    }
    return U_SUCCESS(error) ? bytes : 0;
  }

 private:
  // Batches as a scan makes them.
  template <class Use>
  size_t Batches(Use use) {
    size_t bytes = 0;
    for (std::span<const gatepost::Post> posts(posts_); !posts.empty();) {
      size_t count = 0;
      for (uint64_t size = 0; count < posts.size() && size < kBatchBytes; ++count) {
        size += gatepost::BytesOf(posts[count]);
      }
      batch_.Clear();
      use(posts.first(count));
      bytes += batch_.text().size();
      posts = posts.subspan(count);
    }
    return bytes;
  }

  const Corpus* corpus_;
  std::vector<gatepost::Post> posts_;
  gatepost::SkeletonBatch batch_;
  std::vector<std::vector<gatepost::Problem>> problems_;
  std::string normalized_;
  icu::Edits edits_;
};

struct Contender {
  const char* name;
  size_t (Contest::*round)();
};
constexpr Contender kContenders[] = {{"skeleton", &Contest::Fold},
                                     {"and way back", &Contest::FoldWithEdits},
                                     {"and second look", &Contest::FoldTwice},
                                     {"NFKC", &Contest::Nfkc},
                                     {"copy", &Contest::Copy}};
constexpr size_t kNfkc = 3, kCopy = 4;

// Of each contender the best of several rounds, in MB of the original a second. They take turns, so
// that a slow moment of the machine is nobody's.
std::vector<double> MegabytesPerSecond(const Corpus& corpus) {
  Contest contest(corpus);
  std::vector<double> best(std::size(kContenders), 0);
  for (int i = 0; i < kRounds; ++i) {
    for (size_t c = 0; c < best.size(); ++c) {
      const std::clock_t begin = std::clock();  // processor time: other programs do not count
      const size_t written = (contest.*kContenders[c].round)();
      const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
      if (written == 0) return {};
      best[c] = std::max(best[c], static_cast<double>(corpus.bytes) / 1e6 / seconds);
    }
  }
  return best;
}

std::string ProcessorName() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown processor";
}

}  // namespace

int main() {
  std::printf("%s; compiler %s; ICU %s; seed %llu\n", ProcessorName().c_str(), __VERSION__,
              U_ICU_VERSION, static_cast<unsigned long long>(kSeed));
  std::printf("%-28s %-16s %10s %8s %8s\n", "corpus", "", "MB/s", "x NFKC", "x copy");
  for (const Corpus& corpus :
       {MakeCorpus("ASCII", {}), MakeCorpus("a quarter of posts not ASCII", {25, 30}),
        MakeCorpus("nearly all not ASCII", {95, 90}),
        MakeCorpus("the same, languages mixed", {95, 90, true})}) {
    const std::vector<double> speeds = MegabytesPerSecond(corpus);
    if (speeds.empty()) return 1;
    for (size_t c = 0; c < speeds.size(); ++c) {
      std::printf("%-28s %-16s %10.0f %8.2f %8.2f\n", c == 0 ? corpus.name : "",
                  kContenders[c].name, speeds[c], speeds[c] / speeds[kNfkc],
                  speeds[c] / speeds[kCopy]);
    }
  }
  return 0;
}
