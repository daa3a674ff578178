#include "bench/corpora.h"

#include <array>
#include <cstdio>
#include <random>
#include <string_view>

#include "base/json_writer.h"
#include "base/utf8.h"

namespace gatepost::bench {
namespace {

constexpr uint32_t kPercentWithFinding = 3;

// Of a hundred posts, how many have each of these.
struct Trimming {
  uint32_t percent;
  std::string_view text;  // # is any digit
};
constexpr std::array<Trimming, 14> kTrimmings = {{{20, " #BinDay"},
                                                  {12, " #Consultation #HaveYourSay"},
                                                  {25, " @examplecouncil"},
                                                  {15, " https://www.example.gov.uk/news/####"},
                                                  {8, " It opens on 1# March."},
                                                  {6, " Tickets are £#.##."},
                                                  {6, " From 9.#0am to 5pm."},
                                                  {4, " Updated ##/##/202#."},
                                                  {5, " Thanks!"},
                                                  {5, " See page ##."},
                                                  {4, " About 1,### people came."},
                                                  {2, " Road closed for # weeks."},
                                                  {3, " Part # of #."},
                                                  {3, " RT @neighbour_##:"}}};

constexpr std::array<std::string_view, 12> kSigns = {
    " 😀", " 🎉", " ❤️", " 👍🏽", " “open”", " it’s", " café", " £50", "…", " – ", " dŵr", " Siân"};

constexpr std::array<std::string_view, 6> kForeign = {" Привет, звоните нам сегодня по номеру",
                                                      " 市議會星期二開會，請致電我們",
                                                      " مرحبا اتصل بنا اليوم",
                                                      " नमस्ते कृपया आज फ़ोन करें",
                                                      " zażółć gęślą jaźń proszę",
                                                      " 請致電我們的電話號碼 謝謝"};

// The letters and digits in mathematical bold.
std::string InBold(std::string_view text) {
  std::string bold;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') {
      AppendUtf8(0x1D400 + static_cast<char32_t>(c - 'A'), bold);
    } else if (c >= 'a' && c <= 'z') {
      AppendUtf8(0x1D41A + static_cast<char32_t>(c - 'a'), bold);
    } else {
      bold += c;
    }
  }
  return bold;
}

// In full width.
std::string InFullWidth(std::string_view text) {
  std::string wide;
  for (const char c : text) {
    if (c <= ' ' || c == '\x7F') {
      wide += c;
      continue;
    }
    AppendUtf8(0xFF01 + static_cast<char32_t>(c - '!'), wide);
  }
  return wide;
}

// With Cyrillic letters that look like the Latin ones.
std::string InLookAlikes(std::string_view text) {
  std::string look_alikes;
  for (const char c : text) {
    const size_t at = std::string_view("aceopxy").find(c);
    constexpr std::array<std::string_view, 7> kCyrillic = {"а", "с", "е", "о", "р", "х", "у"};
    if (at == std::string_view::npos) {
      look_alikes += c;
    } else {
      look_alikes += kCyrillic[at];
    }
  }
  return look_alikes;
}

class PostMaker {
 public:
  PostMaker(const CorpusRequest& request, const std::vector<std::string>& sentences,
            const std::vector<Pattern>& patterns)
      : request_(request), sentences_(sentences), random_(request.seed) {
    for (const Pattern& pattern : patterns) {
      for (const Example& example : pattern.examples) examples_.push_back(&example.text);
    }
  }

  std::string Make() {
    std::string text;
    for (size_t count = 1 + Below(2); count > 0; --count) {
      if (!text.empty()) text += ' ';
      text += sentences_[Below(sentences_.size())];
    }
    for (const Trimming& trimming : kTrimmings) {
      if (Happens(trimming.percent)) AppendTrimming(trimming.text, text);
    }
    if (request_.script == Script::kHeavy && Happens(97)) text = InOtherLetters(text);
    if (request_.script == Script::kMixed && Happens(25)) {
      for (size_t count = 1 + Below(3); count > 0; --count) text += kSigns[Below(kSigns.size())];
    }
    if (!examples_.empty() && Happens(kPercentWithFinding)) {
      text += ' ';
      text += *examples_[Below(examples_.size())];
    }
    if (request_.script == Script::kAscii) DropNonAscii(text);
    return text;
  }

 private:
  size_t Below(size_t limit) { return random_() % limit; }
  bool Happens(uint32_t percent) { return Below(100) < percent; }

  void AppendTrimming(std::string_view trimming, std::string& text) {
    for (const char c : trimming) {
      const bool is_placeholder = c == '#' && !text.ends_with(' ');
      text += is_placeholder ? static_cast<char>('0' + Below(10)) : c;
    }
  }

  std::string InOtherLetters(const std::string& text) {
    switch (Below(4)) {
      case 0:
        return InBold(text);
      case 1:
        return InFullWidth(text);
      case 2:
        return InLookAlikes(text);
      default:
        break;
    }
    std::string foreign(text.substr(0, text.find(' ')));
    for (size_t count = 2 + Below(4); count > 0; --count)
      foreign += kForeign[Below(kForeign.size())];
    return foreign;
  }

  static void DropNonAscii(std::string& text) {
    std::erase_if(text, [](char c) { return static_cast<uint8_t>(c) >= 0x80; });
  }

  CorpusRequest request_;
  const std::vector<std::string>& sentences_;
  std::vector<const std::string*> examples_;
  std::mt19937_64 random_;
};

std::string NameOf(Script script) {
  switch (script) {
    case Script::kAscii:
      return "ASCII";
    case Script::kMixed:
      return "a quarter not ASCII";
    case Script::kHeavy:
      break;
  }
  return "nearly all not ASCII";
}

// `text` as a JSON string, with \u escapes for all that is not ASCII.
void AppendEscaped(std::string_view text, std::string& json) {
  std::string plain;
  JsonWriter(plain).String(text);
  for (size_t at = 0; at < plain.size();) {
    const CodePoint point = DecodeUtf8(plain, at);
    if (point.size == 1) {
      json += plain[at++];
      continue;
    }
    at += point.size;
    const uint32_t code_point = point.value;
    std::array<char, 16> escape{};
    if (code_point >= 0x10000) {
      const uint32_t rest = code_point - 0x10000;
      std::snprintf(escape.data(), escape.size(), "\\u%04x\\u%04x", 0xD800 + (rest >> 10),
                    0xDC00 + (rest & 0x3FF));
    } else {
      std::snprintf(escape.data(), escape.size(), "\\u%04x", code_point);
    }
    json += escape.data();
  }
}

}  // namespace

Corpus MakeCorpus(const CorpusRequest& request, const std::vector<std::string>& sentences,
                  const std::vector<Pattern>& patterns) {
  PostMaker maker(request, sentences, patterns);
  Corpus corpus{NameOf(request.script), {}, 0};
  while (corpus.text_bytes < request.text_bytes) {
    corpus.texts.push_back(maker.Make());
    corpus.text_bytes += corpus.texts.back().size();
  }
  return corpus;
}

std::string ToJsonl(const Corpus& corpus) {
  std::string jsonl;
  jsonl.reserve(corpus.text_bytes * 2);
  for (size_t i = 0; i < corpus.texts.size(); ++i) {
    jsonl +=
        R"({"id":")" + std::to_string(1'000'000'000 + i) +
        R"(","account":"examplecouncil","published":"2024-03-01T09:30:00Z","language":"en","text":)";
    if (i % 20 == 0) {
      AppendEscaped(corpus.texts[i], jsonl);
    } else {
      JsonWriter(jsonl).String(corpus.texts[i]);
    }
    jsonl += "}\n";
  }
  return jsonl;
}

}  // namespace gatepost::bench
