#include "report/quotation.h"
#include "text/boundaries.h"
#include "text/lanes.h"
#include "text/tokens.h"
namespace report {
std::string quotation(const study::Study&, const model::Material&, const model::Source&, const text::Text& t,
                      const text::Span& s) {
    return std::string(t.view(s));
}
}  // namespace report
