#pragma once

// How an HTML report looks. Colours of text have a contrast of 4.5 or more (WCAG 2.1, 1.4.3) on
// what they stand on; nothing is said by colour alone.

#include <string_view>

namespace gatepost {

inline constexpr std::string_view kHtmlStyle = R"css(
:root{--ink:#16202b;--quiet:#51606e;--line:#d5dce3;--pale:#f4f6f8;--blue:#1d4e79}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:1rem/1.55 "Segoe UI","Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;overflow-wrap:break-word}
.page{max-width:60rem;margin:0 auto;padding:0 1.25rem 4rem}
h1,h2,.figure dd{font-family:Georgia,"Times New Roman","Liberation Serif",serif;font-weight:400;line-height:1.2}
h1{font-size:2.3rem;margin:.3rem 0 .6rem}
h2{font-size:1.6rem;margin:0 0 1rem}
h3{font-size:1.05rem;margin:2rem 0 .6rem}
p{margin:0 0 .8rem;max-width:44rem}
a{color:var(--blue)}
a:focus-visible,.wide:focus-visible{outline:3px solid #b45f06;outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
header{border-top:.5rem solid var(--blue);padding:2rem 0 1.5rem}
.kicker{color:var(--quiet);font-size:.85rem;letter-spacing:.06em;text-transform:uppercase;margin:0}
.lead{font-size:1.15rem}
section{border-top:1px solid var(--line);padding:2rem 0 1rem}
nav ol{list-style:none;padding:0;margin:0 0 1.5rem;display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;font-size:.95rem}
.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.3rem 1.5rem;margin:0 0 1rem;max-width:48rem}
.facts dt{color:var(--quiet)}
.facts dd{margin:0;min-width:0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1rem 1.5rem;margin:0 0 1.5rem}
.figure{display:flex;flex-direction:column-reverse;justify-content:flex-end;border-top:3px solid var(--ink);padding-top:.5rem}
.figure dt{color:var(--quiet);font-size:.9rem;line-height:1.35}
.figure dd{margin:0;font-size:2.1rem}
.note{border-left:.3rem solid #8a5a00;background:#fdf7e7;padding:.8rem 1rem;margin:0 0 1rem;max-width:48rem}
.note p:last-child{margin:0}
.note.good{border-color:#1e6b3a;background:#eef7f0}
figure{margin:0 0 1.25rem;max-width:44rem}
svg{display:block;width:100%;overflow:visible;font-size:.875rem}
svg text{fill:var(--ink)}
svg .quiet{fill:var(--quiet)}
.bar{fill:var(--blue)}
.track{fill:#e6ebf0}
.axis{stroke:#8c98a4}
.wide{overflow-x:auto;margin:0 0 1.5rem}
table{border-collapse:collapse;width:100%;font-size:.925rem;line-height:1.4;font-variant-numeric:tabular-nums}
table.narrow{max-width:44rem}
caption{text-align:left;color:var(--quiet);padding:0 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);min-width:0}
thead th{font-weight:600;border-bottom:2px solid var(--ink);vertical-align:bottom}
tbody th{font-weight:400;min-width:7rem}
.stack tbody th{min-width:8.5rem}
.n{text-align:right;white-space:nowrap}
td:last-child,th:last-child{padding-right:0}
bdi,code{overflow-wrap:anywhere}
code{font-family:"SFMono-Regular",Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;font-size:.92em;background:var(--pale);padding:.05em .3em;border-radius:.2em}
.tag{display:inline-block;font-size:.8rem;line-height:1.5;padding:0 .5em;border-radius:.2em;border:1px solid currentColor;white-space:nowrap;color:#2b3a48;background:#fff}
.critical{color:#fff;background:#8a1020;border-color:#8a1020}
.high{color:#8a1020;background:#fdf0f0}
.medium{color:#6b4700;background:#fdf7e7}
.quiet{color:var(--quiet)}
.whose{display:inline-block;min-width:11rem;color:var(--quiet)}
.text{white-space:pre-wrap;background:var(--pale);padding:.6rem .8rem;margin:.4rem 0 0;overflow-wrap:anywhere;font:inherit;font-size:.9rem}
.places{margin:.3rem 0 0;padding-left:1.1rem;overflow-wrap:anywhere}
.fill td{height:3.2rem}
footer{border-top:1px solid var(--line);padding-top:1rem;color:var(--quiet);font-size:.9rem}
@media (max-width:44rem){
h1{font-size:1.8rem}
h2{font-size:1.4rem}
.facts{grid-template-columns:1fr;gap:0}
.facts dd{margin-bottom:.6rem}
.figures{grid-template-columns:1fr 1fr}
.figure dd{font-size:1.7rem}
.stack,.stack tbody,.stack tr,.stack th,.stack td,.stack caption{display:block;width:100%}
.stack thead{position:absolute;left:-99rem}
.stack tr{border-bottom:1px solid var(--line);padding:.6rem 0}
.stack th,.stack td{border:0;padding:.1rem 0;min-width:0}
.stack td[data-label]::before{content:attr(data-label) ": ";color:var(--quiet)}
.stack td:empty{display:none}
.fill td{height:auto}
.fill td:empty{display:block;height:3rem}
.fill td:empty::before{content:none}
.stack .n{text-align:left;white-space:normal}
}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
@media print{
:root{--ink:#000;--quiet:#333;--line:#999;--pale:#fff;--blue:#000}
body{font-size:10pt}
.page{max-width:none;padding:0}
header{border-top-width:2pt;padding-top:6mm}
h1{font-size:22pt}
h2{font-size:15pt}
nav,.skip{display:none}
.figures{grid-template-columns:repeat(4,1fr)}
section{padding:7mm 0 2mm}
h2,h3,caption,.figures{break-after:avoid}
tbody tr:first-child{break-before:avoid}
tr,figure,.note,.figure,.facts{break-inside:avoid}
thead{display:table-header-group}
.wide{overflow:visible}
table{font-size:8.5pt}
p,.facts,.note,figure{max-width:none}
.note,.note.good,code,.text{background:none}
.note,.note.good{border-color:#000}
.tag{color:#000;background:none;border-color:#000}
.critical,.high{font-weight:700}
.bar{fill:#444}
.track{fill:#e8e8e8}
a{color:#000}
}
)css";

}  // namespace gatepost
