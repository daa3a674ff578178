#include "report/table.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("columns are as wide as their widest cell, counted in characters", "[report][table]") {
  Table table;
  table.AddRow({"NAME", "N", "95 %"});
  table.AddRow({"a", "100", "1–2"});
  table.AddRow({"ŵy"});
  std::string out;
  table.AppendTo(out);
  CHECK(out ==
        "NAME    N  95 %\n"
        "a     100   1–2\n"
        "ŵy\n");
}

}  // namespace
}  // namespace gatepost
