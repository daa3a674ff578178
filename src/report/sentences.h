#pragma once

// Every word that the text report says of its own, in both languages side by side, so that whoever
// knows the language can check one column. What policies, schemas and programs go by (block,
// review, ids, labels, codes, kinds of fields) is the same in all languages and is not here.

#include <array>
#include <string>
#include <string_view>

#include "base/language.h"
#include "base/problem.h"
#include "text/view.h"

namespace gatepost {

struct Sentence {
  std::string_view english;
  std::string_view welsh;

  [[nodiscard]] constexpr std::string_view In(Language language) const {
    return language == Language::kWelsh ? welsh : english;
  }
};

// clang-format off: a row a sentence.

// Labels of details; at most seven letters.
inline constexpr Sentence kWhyLabel{"why", "pam"};
inline constexpr Sentence kLabelsLabel{"labels", "labeli"};
inline constexpr Sentence kAdviceLabel{"advice", "cyngor"};
inline constexpr Sentence kAlsoAtLabel{"also at", "hefyd"};
inline constexpr Sentence kWithLabel{"with", "gyda"};
inline constexpr Sentence kUnreadLabel{"unread", "problem"};
inline constexpr Sentence kNoteLabel{"note", "nodyn"};

inline constexpr Sentence kTogether{"together", "gyda'i gilydd"};
inline constexpr Sentence kScore{"score", "sgôr"};
inline constexpr std::array<Sentence, 3> kBands{{
    // by Band
    {"weak", "gwan"},
    {"likely", "tebygol"},
    {"strong", "cryf"},
}};

// Reasons. {} is a phrase in quotes, or what stands beside.
inline constexpr Sentence kBase{"base", "sail"};
inline constexpr Sentence kChecksPassed{"checks passed", "gwiriadau'n gywir"};
inline constexpr Sentence kNear{"near {}", "ger {}"};
inline constexpr Sentence kButNear{"but near {}", "ond ger {}"};
inline constexpr Sentence kOwnPost{"in a post of one's own", "mewn neges eich hun"};
inline constexpr Sentence kReplyPost{"in a reply", "mewn ateb"};
inline constexpr Sentence kRepost{"in a repost", "mewn neges a ailrannwyd"};
inline constexpr Sentence kInboundPost{"in a message received", "mewn neges a ddaeth i law"};
inline constexpr Sentence kBeside{"beside {}", "wrth ymyl {}"};
inline constexpr Sentence kWordsAround{"the words around it", "y geiriau o'i gwmpas"};
inline constexpr Sentence kNamedWordsAround{"the words around it ({})",
                                            "y geiriau o'i gwmpas ({})"};
inline constexpr Sentence kValue{"value", "gwerth"};
inline constexpr Sentence kInsideLongerRun{"inside a longer run of digits",
                                           "o fewn rhes hirach o ddigidau"};
inline constexpr Sentence kObfuscated{"hidden: {}", "wedi'i guddio: {}"};
inline constexpr std::array<Sentence, kWays> kWayNames{{
    // by Way
    {NameOf(Way::kEntities), "endidau HTML"},
    {NameOf(Way::kPercent), "amgodio canran"},
    {NameOf(Way::kEscapes), "codau dianc"},
    {NameOf(Way::kQuotedPrintable), "quoted-printable"},
    {NameOf(Way::kSpelledDigits), "digidau mewn geiriau"},
    {NameOf(Way::kSpelledSigns), "arwyddion mewn geiriau"},
    {NameOf(Way::kLookAlikes), "llythrennau tebyg i ddigidau"},
    {NameOf(Way::kApart), "nodau ar wahân"},
    {NameOf(Way::kSeparators), "gwahanyddion anarferol"},
    {NameOf(Way::kOverLines), "wedi'i dorri dros linellau"},
    {NameOf(Way::kOverFields), "wedi'i dorri dros feysydd"},
    {NameOf(Way::kOverPosts), "wedi'i dorri dros bostiadau"},
}};
inline constexpr Sentence kPolicyPoints{"policy", "polisi"};

// The verdict. {} is an action, or a count of findings.
inline constexpr Sentence kReportOnly{"report only: it would be {}",
                                      "adrodd yn unig: {} fyddai fel arall"};
inline constexpr Sentence kLetThrough{"{} let through by the policy",
                                      "{}, a ganiateir gan y polisi"};
inline constexpr Sentence kHoldIncomplete{
    "Not all of this post could be looked at. Hold it until the problems named here are solved or "
    "somebody has read it.",
    "Nid oedd modd darllen y postiad hwn i gyd. Peidiwch â'i gyhoeddi nes bod y problemau a enwir "
    "yma wedi'u datrys neu nes bod rhywun wedi'i ddarllen."};

// What became of a post or conversation, in one sentence; {} names what was found in it.
inline constexpr Sentence kHeldBack{"Held back: {}.", "Wedi'i ddal yn ôl: {}."};
inline constexpr Sentence kFoundBeside{"Found: {}.", "Canfuwyd: {}."};
inline constexpr Sentence kToBeLookedAt{"To be looked at before it is published: {}.",
                                        "I'w weld cyn ei gyhoeddi: {}."};
inline constexpr Sentence kNotHeldBack{
    "Not held back, because its channel only reports: {}.",
    "Heb ei ddal yn ôl, am mai adrodd yn unig y mae ei sianel: {}."};
inline constexpr Sentence kMayBePublished{"Nothing was found that speaks against publishing it.",
                                          "Ni chanfuwyd dim yn erbyn ei gyhoeddi."};

// What may be posted; {} is the name of a field other than the post's text.
inline constexpr Sentence kSafeText{"Safe to post instead:", "Yn ddiogel i'w gyhoeddi yn ei le:"};
inline constexpr Sentence kSafeField{"Safe {} instead:", "Yn ddiogel i'w gyhoeddi yn ei le ({}):"};

// Inputs that could not be read.
inline constexpr Sentence kNotRead{"NOT READ", "NI DDARLLENWYD"};
inline constexpr Sentence kNote{"NOTE", "NODYN"};

// The last lines. Counts are "2 findings" in English; in Welsh, where a number changes the word
// that follows it, "canfyddiadau: 2".
inline constexpr Sentence kPosts{"post", "Postiadau"};
inline constexpr Sentence kOfPosts{": {}", " ({})"};  // what became of them
inline constexpr Sentence kFindings{"finding", "canfyddiadau"};
inline constexpr Sentence kProblems{"problem", "problemau"};
inline constexpr Sentence kPatterns{"patterns", "patrymau"};
inline constexpr Sentence kPolicy{"policy", "polisi"};
inline constexpr Sentence kKey{"key", "allwedd"};
inline constexpr Sentence kNothingRead{"nothing was looked at", "ni ddarllenwyd dim"};
inline constexpr Sentence kNotEverything{
    "Not everything could be looked at; what was not is named above.",
    "Nid oedd modd darllen popeth; enwir uchod yr hyn na ddarllenwyd."};

// clang-format on

// The sentence with what {} stands for in its place.
[[nodiscard]] std::string Filled(std::string_view sentence, std::string_view value);

// "1 finding", "2 findings"; "canfyddiadau: 2".
[[nodiscard]] std::string CountedIn(Language language, uint64_t count, const Sentence& noun);

// The way of hiding of that English name.
[[nodiscard]] std::string_view WayIn(Language language, std::string_view name);

// What is wrong and what to do. In Welsh a problem's own message stands in brackets behind the
// sentence if it says more than its code does.
[[nodiscard]] std::string MessageIn(Language language, const Problem& problem);

}  // namespace gatepost
