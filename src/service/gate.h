#pragma once

// The patterns and the policy that a service goes by: one Gate is in use at a time, and another
// takes its place while requests under way keep theirs.
//
//   CurrentGate current(std::make_shared<const Gate>(std::move(parts)));
//   current.Replace(std::make_shared<const Gate>(std::move(others)));

#include <array>
#include <memory>

#include "base/language.h"
#include "report/report.h"
#include "scan/scan_parts.h"
#include "scan/scanner.h"
#include "service/current.h"

namespace gatepost::service {

// Const, shared by all threads.
class Gate {
 public:
  // The policy must have passed CheckPolicyAgainst; options.language is not looked at.
  explicit Gate(const ScanParts& parts);

  // Findings have fingerprints if there is a keyring; who may not see them is not shown them.
  [[nodiscard]] const Scanner& scanner(Language language) const {
    return *VoiceOf(language).scanner;
  }
  [[nodiscard]] const ReportContext& context(Language language) const {
    return VoiceOf(language).context;
  }
  [[nodiscard]] const PatternSet& set() const { return scanner(Language::kEnglish).set(); }
  [[nodiscard]] const Policy& policy() const { return scanner(Language::kEnglish).policy(); }

 private:
  struct Voice {
    std::unique_ptr<const Scanner> scanner;
    ReportContext context;
  };
  [[nodiscard]] const Voice& VoiceOf(Language language) const {
    return voices_[static_cast<size_t>(language)];
  }
  static Voice MakeVoice(const ScanParts& parts, Language language);

  std::array<Voice, 2> voices_;  // by Language
};

using CurrentGate = Current<Gate>;

}  // namespace gatepost::service
