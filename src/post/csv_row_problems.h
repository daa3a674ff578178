#pragma once

// What may be wrong with a row of CSV, whatever its columns are for.

#include "post/csv_reader.h"
#include "post/post_maker.h"

namespace gatepost {

// Tells of quotes in the row that are not as they should be.
void AddRowProblems(const CsvRow& row, PostMaker& maker);

}  // namespace gatepost
