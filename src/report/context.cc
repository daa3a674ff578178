#include "report/report.h"
#include "scan/scanner.h"

namespace gatepost {

ReportContext ContextOf(const Scanner& scanner) {
  const PatternSet& set = scanner.set();
  return {set.patterns(), set.name(), set.hash(), scanner.policy().name};
}

}  // namespace gatepost
