#pragma once

// The C++ API: what faces use. See scan/scanner.h for how a Scanner is made and used.

#include "base/fingerprint.h"
#include "base/key_file.h"
#include "base/post.h"
#include "base/problem.h"
#include "base/result.h"
#include "judge/verdict.h"
#include "pattern/policy.h"
#include "scan/scanner.h"
#include "set/pattern_set.h"
