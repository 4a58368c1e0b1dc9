/** EDTF texts of the kinds that the library accepts, for properties. */
import fc from "fast-check";
import { daysInMonth } from "../../src/time/calendar.ts";

const two = (number: number): string => String(number).padStart(2, "0");
const yearText = (year: number): string => `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;

/** Years near ours, ancient ones and those around year 0, `-9999` to `9999`. */
export const years = fc.oneof(
  fc.integer({ min: 1900, max: 2100 }),
  fc.integer({ min: -9999, max: 9999 }),
  fc.integer({ min: -5, max: 5 }),
);

/** `2023-11-05` and the like, with days that exist. */
export const wholeDates = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }), fc.nat())
  .map(([year, month, seed]) => {
    const day = 1 + (seed % daysInMonth(year, month));
    return `${yearText(year)}-${two(month)}-${two(day)}`;
  });

const months = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${yearText(year)}-${two(month)}`);

/** Dates of level 0 and before year 0: year, month or day. */
export const plainDates = fc.oneof(wholeDates, months, years.map(yearText));

/** Dates with unspecified digits at the end. */
export const maskedDates = fc.oneof(
  years.map((year) => `${yearText(year).slice(0, -1)}X`),
  years.map((year) => `${yearText(year).slice(0, -2)}XX`),
  years.map((year) => `${yearText(year)}-XX`),
  years.map((year) => `${yearText(year)}-XX-XX`),
  months.map((month) => `${month}-XX`),
);

/** Every date that is accepted. */
export const dates = fc
  .tuple(fc.oneof(plainDates, maskedDates), fc.constantFrom("", "", "~", "?", "%"))
  .map(([text, qualifier]) => `${text}${qualifier}`);
