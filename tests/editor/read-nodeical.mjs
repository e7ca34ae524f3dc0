// Prints what node-ical reads in a calendar: start, end, title and place of every meeting in a range.
import ical from "node-ical";

const [, , file, from, to] = process.argv;
const two = (number) => String(number).padStart(2, "0");
const day = (time) => `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
const text = (time, whole) => (whole ? day(time) : `${day(time)}T${two(time.getHours())}:${two(time.getMinutes())}`);
const rows = [];
const range = { from: new Date(`${from}T00:00:00`), to: new Date(`${to}T23:59:59`) };
for (const event of Object.values(ical.sync.parseFile(file))) {
  if (event.type !== "VEVENT") continue;
  const whole = event.datetype === "date";
  for (const one of ical.expandRecurringEvent(event, range)) {
    if (day(one.start) >= from) rows.push([text(one.start, whole), text(one.end, whole), one.summary, event.location ?? ""]);
  }
}
console.log(JSON.stringify(rows));
