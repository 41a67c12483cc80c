#include "text/lanes.h"
#include "text/boundaries.h"
#include "report/quotation.h"
#include "text/tokens.h"
namespace text {
std::vector<std::size_t> lanes(const std::vector<Span>& spans, std::size_t most){ std::vector<Position> ends; std::vector<std::size_t> r; for(auto&s:spans){ std::size_t l=0; while(l<ends.size()&&ends[l]>s.begin) ++l; if(l==most){r.push_back(most);continue;} if(l==ends.size()) ends.push_back(0); ends[l]=s.end; r.push_back(l);} return r;}
Span word_at(const Text& t, Position p){ for(auto& w: words(t)) if(w.end>p) return w; return {p,p}; }
Span sentence_at(const Text& t, Position p){ auto b=t.byte_of(p); auto& u=t.utf8(); auto s=u.rfind('.', b?b-1:0); auto e=u.find('.',b); if(e==std::string::npos)e=u.size(); auto nl=u.rfind('\n',b?b-1:0); if(s==std::string::npos||(nl!=std::string::npos&&nl>s)) s=nl; return {s==std::string::npos?0:t.position_of(s+1),t.position_of(e)+1}; }
Span snapped(const Text&, const Span& s){return s;}
Position next_word_boundary(const Text&t, Position p){return std::min(p+5,t.size());} Position previous_word_boundary(const Text&, Position p){return std::max<Position>(0,p-5);} bool has_right_to_left(const Text&, const Span&){return false;}
}
namespace report { std::string quotation(const study::Study&, const model::Material&, const model::Source&, const text::Text& t, const text::Span& s){ return std::string(t.view(s)); } }
