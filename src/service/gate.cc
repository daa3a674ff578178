#include "service/gate.h"

#include <utility>

namespace gatepost::service {

Gate::Gate(const ScanParts& parts)
    : voices_{MakeVoice(parts, Language::kEnglish), MakeVoice(parts, Language::kWelsh)} {}

Gate::Voice Gate::MakeVoice(const ScanParts& parts, Language language) {
  ScanOptions options = parts.options;
  options.language = language;
  Voice voice;
  voice.scanner = std::make_unique<const Scanner>(parts.set, parts.policy, std::move(options));
  voice.context = ContextOf(*voice.scanner);
  return voice;
}

}  // namespace gatepost::service
