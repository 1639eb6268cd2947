// The JSON type by name only, for headers that need not know what is in it (the whole of it costs two seconds to compile).
#ifndef CROSSCHECK_BASE_JSON_FWD_H_
#define CROSSCHECK_BASE_JSON_FWD_H_

#include "nlohmann/json_fwd.hpp"

namespace crosscheck {

using Json = nlohmann::ordered_json;

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_JSON_FWD_H_
