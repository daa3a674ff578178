#pragma once

// A service from its start to its end.

#include "cli/exit_code.h"
#include "cli/serve_setup.h"

namespace gatepost {

// Serves until SIGTERM or SIGINT, then answers what is under way; a second one of these ends the
// program at once. SIGHUP reloads. What prevents the start is told on standard error, as is the
// log.
[[nodiscard]] ExitCode RunService(const ServeSetup& setup);

}  // namespace gatepost
