#pragma once
#include <vector>
#include "text/span.h"
namespace text { std::vector<std::size_t> lanes(const std::vector<Span>& spans, std::size_t most); }
