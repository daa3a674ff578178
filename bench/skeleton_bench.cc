// How fast posts become skeletons, against ICU's NFKC with an offset map, the nearest thing that
// ICU does and one part of what a skeleton is, and against copying them. All run over the same
// corpora in the same run.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
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

// Batches as a scan makes them.
template <class Use>
void ForEachBatch(std::span<const gatepost::Post> posts, Use use) {
  while (!posts.empty()) {
    size_t count = 0;
    for (uint64_t bytes = 0; count < posts.size() && bytes < kBatchBytes; ++count) {
      bytes += gatepost::BytesOf(posts[count]);
    }
    use(posts.first(count));
    posts = posts.subspan(count);
  }
}

// The best of several rounds, in MB of the original a second; `written` keeps the work from being
// left out.
template <class Round>
double MegabytesPerSecond(const Corpus& corpus, size_t& written, Round round) {
  double best = 0;
  for (int i = 0; i < kRounds; ++i) {
    const std::clock_t begin = std::clock();  // processor time: other programs do not count
    written = round();
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(corpus.bytes) / 1e6 / seconds);
  }
  return best;
}

// The whole stage: folding, the cues for a second look, and the looks that they ask for.
double SkeletonSpeed(const Corpus& corpus, size_t& written) {
  const std::vector<gatepost::Post> posts = PostsOf(corpus);
  gatepost::SkeletonBatch batch;
  std::vector<std::vector<gatepost::Problem>> problems;
  return MegabytesPerSecond(corpus, written, [&] {
    size_t bytes = 0;
    ForEachBatch(posts, [&](std::span<const gatepost::Post> some) {
      problems.resize(some.size());
      batch.Clear();
      gatepost::FoldPosts(some, batch, problems);
      bytes += batch.text().size();
    });
    return bytes;
  });
}

// What no stage can do without: the posts end to end, and where each is.
double CopySpeed(const Corpus& corpus, size_t& written) {
  const std::vector<gatepost::Post> posts = PostsOf(corpus);
  gatepost::SkeletonBatch batch;
  return MegabytesPerSecond(corpus, written, [&] {
    size_t bytes = 0;
    ForEachBatch(posts, [&](std::span<const gatepost::Post> some) {
      batch.Clear();
      for (size_t i = 0; i < some.size(); ++i) {
        const std::string_view text = some[i].fields.front().text;
        batch.buffer() += text;
        batch.Close(gatepost::PostIndex(i), gatepost::FieldIndex(0), gatepost::View::kPlain, text);
      }
      bytes += batch.text().size();
    });
    return bytes;
  });
}

double IcuSpeed(const Corpus& corpus, size_t& written) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const folder = icu::Normalizer2::getNFKCInstance(error);
  std::string text;
  icu::Edits edits;
  return MegabytesPerSecond(corpus, written, [&] {
    size_t bytes = 0;
    for (const std::string& post : corpus.posts) {
      text.clear();
      edits.reset();
      icu::StringByteSink<std::string> sink(&text);
      folder->normalizeUTF8(0, post, sink, &edits, error);
      bytes += text.size();
    }
    return U_SUCCESS(error) ? bytes : 0;
  });
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
  std::printf("%-28s %14s %10s %10s %8s %8s %14s\n", "corpus", "skeleton MB/s", "NFKC MB/s",
              "copy MB/s", "x NFKC", "x copy", "skeleton bytes");
  bool is_complete = true;
  for (const Corpus& corpus :
       {MakeCorpus("ASCII", {}), MakeCorpus("a quarter of posts not ASCII", {25, 30}),
        MakeCorpus("nearly all not ASCII", {95, 90}),
        MakeCorpus("the same, languages mixed", {95, 90, true})}) {
    size_t skeleton_bytes = 0;
    size_t icu_bytes = 0;
    size_t copied_bytes = 0;
    const double icu = IcuSpeed(corpus, icu_bytes);
    const double copy = CopySpeed(corpus, copied_bytes);
    const double skeleton = SkeletonSpeed(corpus, skeleton_bytes);
    std::printf("%-28s %14.0f %10.0f %10.0f %8.2f %8.2f %14zu\n", corpus.name, skeleton, icu, copy,
                skeleton / icu, skeleton / copy, skeleton_bytes);
    is_complete = is_complete && skeleton_bytes > 0 && icu_bytes > 0 && copied_bytes > 0;
  }
  return is_complete ? 0 : 1;
}
