"""Reads a calendar from standard input with Python's icalendar, and prints what it holds as JSON."""

import json
import sys
from datetime import datetime

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
if calendar.errors or any(event.errors for event in calendar.walk("VEVENT")):
    sys.exit(f"icalendar finds fault: {[event.errors for event in calendar.walk()]}")


def moment(value):
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S") + ("Z" if value.tzinfo else "")
    return value.isoformat()


def event(one):
    return {
        "uid": str(one["UID"]),
        "stamp": moment(one["DTSTAMP"].dt),
        "start": moment(one["DTSTART"].dt),
        "end": moment(one["DTEND"].dt),
        "summary": str(one["SUMMARY"]),
        "description": str(one.get("DESCRIPTION", "")),
        "categories": [str(category) for category in one["CATEGORIES"].cats],
        "transparent": str(one["TRANSP"]) == "TRANSPARENT",
    }


print(json.dumps({"title": str(calendar["X-WR-CALNAME"]), "events": [event(one) for one in calendar.walk("VEVENT")]}))
