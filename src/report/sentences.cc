#include "report/sentences.h"

#include <algorithm>

#include "report/terminal_text.h"

namespace gatepost {
namespace {

struct WelshProblem {
  std::string_view code;
  std::string_view sentence;
  bool keeps_message = false;  // only that says which file, member or fault
};

// clang-format off: a row a problem. In English a problem brings its message along.
constexpr std::array kWelshProblems = std::to_array<WelshProblem>({
    {"bad_field", "Nid oedd modd darllen un o'r meysydd.", true},
    {"bad_json", "Nid yw'r llinell yn JSON dilys.", true},
    {"bad_member", "Nid oedd modd defnyddio un o'r gwerthoedd.", true},
    {"bad_published",
     "Nid yw \"published\" yn ddyddiad nac yn amser dilys. Ni chafodd ei ddefnyddio."},
    {"bad_record", "Nid oedd modd darllen y cofnod.", true},
    {"deadline", "Nid oedd amser ar ôl i edrych ar y postiad. Gofynnwch eto, gyda llai ar y tro."},
    {"duplicate_member", "Mae un o'r enwau wedi'i roi fwy nag unwaith. Yr olaf sy'n cyfrif.", true},
    {"engine_failed", "Ni chafodd y postiad ei ddarllen oherwydd nam.", true},
    {"input_unreadable", "Nid oedd modd darllen y mewnbwn.", true},
    {"invalid_utf8",
     "Mae beitiau yma nad ydyn nhw'n UTF-8. Cadwch y testun fel UTF-8 a gwiriwch eto."},
    {"line_too_long",
     "Mae'r llinell yn rhy hir ac ni chafodd ei darllen. Codwch y terfyn â --max-post."},
    {"media_not_read", "Nid yw Gatepost yn darllen atodiadau: edrychwch arnyn nhw eich hun."},
    {"no_text",
     "Nid oes \"text\" na \"fields\" yn y cofnod. Rhowch y testun, neu \"\" os nad oes un."},
    {"nul_byte", "Mae beitiau NUL yn y testun. Tynnwch nhw a gwiriwch eto."},
    {"post_too_large",
     "Mae'r postiad yn rhy fawr ac ni chafodd ei ddarllen. Rhannwch ef, neu codwch y terfyn â "
     "--max-post."},
    {"raw_control", "Mae nodau rheoli amrwd yn y llinell. Cawson nhw eu cadw."},
    {"too_many_fields",
     "Mae gormod o destunau yn y postiad ac ni chafodd pob un ei ddarllen. Rhannwch y postiad."},
    {"too_many_matches",
     "Mae gormod o ganfyddiadau posibl i farnu pob un. Rhannwch y postiad i weld y lleill."},
    {"unknown_field_kind",
     "Nid yw'r math hwn o faes yn hysbys. Mae'n cael ei ddarllen fel \"other\"."},
    {"unknown_kind",
     "Nid yw \"kind\" yn own, reply, repost nac inbound. Mae'r postiad yn cael ei drin fel un y "
     "cyfrif ei hun."},
});
// clang-format on

}  // namespace

std::string Filled(std::string_view sentence, std::string_view value) {
  constexpr std::string_view kGap = "{}";
  std::string filled(sentence);
  if (const size_t at = filled.find(kGap); at != std::string::npos) {
    filled.replace(at, kGap.size(), value);
  }
  return filled;
}

std::string CountedIn(Language language, uint64_t count, const Sentence& noun) {
  if (language == Language::kEnglish) return Counted(count, noun.english);
  return std::string(noun.welsh) + ": " + std::to_string(count);
}

std::string_view WayIn(Language language, std::string_view name) {
  const auto way = std::ranges::find(kWayNames, name, &Sentence::english);
  return way == kWayNames.end() ? name : way->In(language);
}

std::string MessageIn(Language language, const Problem& problem) {
  if (language == Language::kEnglish) return problem.message;
  const auto welsh =
      std::ranges::find(kWelshProblems, std::string_view(problem.code), &WelshProblem::code);
  if (welsh == kWelshProblems.end()) return problem.message;
  std::string message(welsh->sentence);
  if (welsh->keeps_message) message += " (" + problem.message + ")";
  return message;
}

}  // namespace gatepost
