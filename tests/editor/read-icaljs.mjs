// Prints what ical.js reads in a calendar: start, end, title and place of every meeting in a range.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [, , file, from, to] = process.argv;
const root = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const rows = [];
const text = (time) => (time.isDate ? time.toString() : time.toString().slice(0, 16));
const add = (event, start, end) => {
  const day = start.toString().slice(0, 10);
  if (day >= from && day <= to) rows.push([text(start), text(end), event.summary, event.location ?? ""]);
};
for (const one of root.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(one);
  if (event.startDate.zone.tzid === "floating" && !event.startDate.isDate) throw new Error("floating");
  if (!event.isRecurring()) { add(event, event.startDate, event.endDate); continue; }
  const days = event.iterator();
  for (let day = days.next(); day && day.toString().slice(0, 10) <= to; day = days.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(day);
    add(event, startDate, endDate);
  }
}
console.log(JSON.stringify(rows));
