/** A number under ten with its zero, as papers of the state write it. */
export const twoDigits = (text: string) => text.padStart(2, '0')

/** Decree 30/2020/NĐ-CP: a zero stands before a day under 10 and before the months 1 and 2. */
export function longDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)))
  return `ngày ${twoDigits(date)} tháng ${Number(month) < 3 ? twoDigits(month) : month} năm ${year}`
}
