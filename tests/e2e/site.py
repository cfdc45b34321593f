"""The workspace as a reader gets it: every link of every page leads to a file that is there, within its own audience; the calendar and
the feed keep the rules of their formats; what is written for those inside is in nothing that the public gets. Prints "ok …" and "FAIL …".
Usage: site.py OUT [CANARY…]     CANARY: words that no file of OUT/public may hold, and one of OUT/internal must"""
import glob, html.parser, os, re, sys, urllib.parse, xml.etree.ElementTree as tree

out, canaries = sys.argv[1], sys.argv[2:]
pages = sorted(glob.glob(f"{out}/*/workspace/**/*.html", recursive=True))


def verdict(name, wrong, about=""):
    print(f"FAIL {name}: {wrong[:5]}" if wrong else f"ok {name}{about}")


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.ids, self.current, self.menu = [], set(), 0, []
        self.feed(open(path, encoding="utf-8").read())

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.ids.add(attrs.get("id"))
        self.current += attrs.get("aria-current") == "page"
        if tag in ("a", "link") and "href" in attrs:
            self.links.append(attrs["href"])


read = {path: Page(path) for path in pages}

# ---- links ----
lost, abroad, count = [], [], 0
for path, page in read.items():
    for link in page.links:
        place, _, anchor = link.partition("#")
        if re.match(r"(https?|mailto):", link):
            continue
        count += 1
        to = os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(place))) if place else path
        audience = path[len(out):].lstrip("/").split("/")[0]
        reached = {"internal": ("internal", "partners", "public"), "partners": ("partners", "public"), "public": ("public",)}[audience]
        if not to.startswith(tuple(os.path.join(out, name) + "/" for name in reached)):
            abroad.append((path, link))
        elif not os.path.isfile(to):
            lost.append((path, link))
        elif anchor and to.endswith(".html") and urllib.parse.unquote(anchor) not in (read[to] if to in read else Page(to)).ids:
            lost.append((path, link))
verdict("workspace: links lead to what is there", lost or ([] if count else ["no link"]), f" ({count} links, {len(pages)} pages)")
verdict("workspace: links lead to nothing that is for fewer readers", abroad)
inside = [link for path, page in read.items() if path.startswith(f"{out}/internal/") for link in page.links]
made = [name for name in ("partners", "public") if glob.glob(f"{out}/{name}/*/*/*.pdf")]
verdict("workspace: those inside are led to what others are given", [name for name in made if not any(f"/{name}/" in link for link in inside)])
verdict("workspace: a page of the menu says that it is the one", [p for p in pages if os.path.dirname(p).endswith("workspace") and read[p].current != 1])
reached = {os.path.normpath(os.path.join(os.path.dirname(p), l.partition("#")[0])) for p in pages for l in read[p].links if l.partition("#")[0]}
verdict("workspace: every page is led to", [p for p in pages if p not in reached])

# ---- calendar: RFC 5545 ----
for path in glob.glob(f"{out}/*/workspace/*.ics"):
    raw = open(path, "rb").read()
    lines = raw.split(b"\r\n")
    wrong = [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line]
    wrong += [] if raw.endswith(b"END:VCALENDAR\r\n") else ["no end"]
    text = raw.decode("utf-8").replace("\r\n ", "")
    events = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", text, re.S)
    uids = [re.findall(r"^UID:(.*?)\r$", event, re.M) for event in events]
    wrong += [u for u in uids if len(u) != 1] + (["a UID twice"] if len({u[0] for u in uids}) != len(uids) else [])
    for event in events:
        for name in ("DTSTAMP:[0-9]{8}T000000Z", "DTSTART;VALUE=DATE:[0-9]{8}", "SUMMARY:.+"):
            wrong += [] if len(re.findall(rf"^{name}\r$", event, re.M)) == 1 else [(name, event)]
        wrong += [value for value in re.findall(r"^(?:SUMMARY|DESCRIPTION|LOCATION):(.*?)\r$", event, re.M) if re.search(r"(?<!\\)(?:\\\\)*[;,]", value)]
    verdict(f"calendar: {path[len(out) + 1:]}", wrong or ([] if events else ["no event"]), f" ({len(events)} dates)")

# ---- feed: RFC 4287 ----
atom = "{http://www.w3.org/2005/Atom}"
for path in glob.glob(f"{out}/*/workspace/*.xml"):
    feed = tree.parse(path).getroot()
    wrong = [] if feed.tag == atom + "feed" else [feed.tag]
    for at in [feed] + feed.findall(atom + "entry"):
        wrong += [(name, at.findtext(atom + "title")) for name in ("id", "title", "updated") if len(at.findall(atom + name)) != 1]
        wrong += [at.findtext(atom + "updated")] if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", at.findtext(atom + "updated") or "") else []
        wrong += ["no author"] if not (at.find(atom + "author") is not None or feed.find(atom + "author") is not None) else []
    ids = [entry.findtext(atom + "id") for entry in feed.findall(atom + "entry")]
    wrong += ["an id twice"] if len(set(ids)) != len(ids) else []
    wrong += [link.get("href") for link in feed.iter(atom + "link") if not os.path.isfile(os.path.join(os.path.dirname(path), link.get("href").partition("#")[0]))]
    verdict(f"feed: {path[len(out) + 1:]}", wrong or ([] if ids else ["no entry"]), f" ({len(ids)} entries)")

# ---- what is for those inside ----
for canary in canaries:
    needle = canary.encode()
    holding = [path for path in glob.glob(f"{out}/**/*", recursive=True) if os.path.isfile(path) and needle in open(path, "rb").read()]
    outside = [path for path in holding if path.startswith(f"{out}/public/")]
    verdict(f"workspace: {canary} is in nothing public", outside or ([] if any(p.startswith(f"{out}/internal/") for p in holding) else ["nor inside: the search finds nothing"]))
