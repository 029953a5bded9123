// Reads a calendar with ical.js, and returns what it holds in the shape of read.py.
import ICAL from 'ical.js';

export function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const value = (name) => component.getFirstPropertyValue(name);
    return {
      uid: value('uid'),
      stamp: value('dtstamp').toString(),
      start: value('dtstart').toString(),
      end: value('dtend').toString(),
      summary: value('summary'),
      description: value('description') ?? '',
      categories: component.getFirstProperty('categories').getValues(),
      transparent: value('transp') === 'TRANSPARENT',
    };
  });
  return { title: calendar.getFirstPropertyValue('x-wr-calname'), events };
}
