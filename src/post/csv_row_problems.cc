#include "post/csv_row_problems.h"

namespace gatepost {

void AddRowProblems(const CsvRow& row, PostMaker& maker) {
  if (row.is_unclosed) {
    maker.AddUnread("bad_row",
                    "a quote in the row is not closed, so its cells may not be what they were "
                    "looked at as. Close it, and double the quotes within.");
  }
  if (row.has_stray_quote) {
    maker.AddNote("stray_quote",
                  "something stands behind the quotes of a cell. It was taken as part of it.");
  }
}

}  // namespace gatepost
