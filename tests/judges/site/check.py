"""What other programs read in the calendars and feeds of OUT. Prints "ok …" and "FAIL …" lines. Usage: check.py OUT NAME"""
import glob, sys, warnings

warnings.simplefilter("ignore")
import feedparser, icalendar, vobject

out, name = sys.argv[1:3]


def verdict(what, wrong, about):
    print(f"FAIL {name}: {what}: {wrong[:3]}" if wrong else f"ok {name}: {what} {about}")


for path in sorted(glob.glob(f"{out}/*/workspace/*.ics")):
    raw = open(path, "rb").read()
    count = raw.count(b"BEGIN:VEVENT")
    calendar = icalendar.Calendar.from_ical(raw)
    events = list(calendar.walk("VEVENT"))
    wrong = [str(event.get("SUMMARY")) for event in events if not (event.get("UID") and event.get("DTSTAMP") and event.get("SUMMARY")) or event.errors
             or (event["DTEND"].dt - event["DTSTART"].dt).days != 1]
    verdict(f"icalendar reads {path[len(out) + 1:]}", wrong + ([] if len(events) == count else [f"{len(events)} of {count}"]), f"({count} dates)")
    component = vobject.readOne(raw.decode("utf-8"))
    component.validate(raiseException=True)
    read = getattr(component, "vevent_list", [])
    verdict(f"vobject reads {path[len(out) + 1:]}", [] if len(read) == count else [f"{len(read)} of {count}"], f"({count} dates)")
for path in sorted(glob.glob(f"{out}/*/workspace/*.xml")):
    feed = feedparser.parse(path)
    wrong = [str(feed.bozo_exception)] if feed.bozo else []
    wrong += [] if feed.version == "atom10" and feed.feed.get("id") and feed.feed.get("updated_parsed") else [feed.version]
    wrong += [entry.get("title") for entry in feed.entries if not (entry.get("id") and entry.get("title") and entry.get("updated_parsed"))]
    verdict(f"feedparser reads {path[len(out) + 1:]}", wrong, f"({len(feed.entries)} entries)")
