#pragma once

// UK postcodes: which letters may stand where, and which areas there are.

#include <string_view>

namespace gatepost {

// A whole postcode without its space, in any case: area, district, and the inward digit and two
// letters, by the letter rules of Royal Mail's Programmers' Guide to the Postcode Address File. The
// area is one of
//   the 124 geographic ones, of which GY, IM and JE are Crown dependencies,
//   BF (British forces), BX (banks, HMRC), XX (returns), XM (XM4 5HQ, Father Christmas), GIR 0AA,
//   AA and ZZ, which forms and statistics use where there is no postcode (AA1 1AA; ZZ99 9ZZ and
//   other ZZ99, whose letters follow no rule).
// A district that was withdrawn (AB1) or never opened is not told from one in use: that changes
// every month.
[[nodiscard]] bool IsUkPostcode(std::string_view value);

}  // namespace gatepost
