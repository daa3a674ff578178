#pragma once

// The second look at a field: where something in it may hide a value, skeletons of other views,
// each from the one before it.

#include "base/index.h"
#include "text/skeleton.h"

namespace gatepost {

// Appends to `batch` a skeleton for each view that something asks for (text/second_look_cues.h) and
// in which something changes; `plain` is the number of the field's plain one, which is the last of
// the batch. Linear time.
void LookAgain(SkeletonIndex plain, SkeletonBatch& batch);

}  // namespace gatepost
