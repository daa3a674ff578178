#include "report/report.h"
#include "scan/scanner.h"

namespace gatepost {

ReportContext ContextOf(const Scanner& scanner) {
  const PatternSet& set = scanner.set();
  const auto& keyring = scanner.options().keyring;
  return {set.patterns(),
          set.name(),
          set.hash(),
          scanner.policy().name,
          keyring ? keyring->current().id() : std::string(),
          scanner.options().language};
}

}  // namespace gatepost
