const isDay = /^\d{4}-\d{2}-\d{2}$/

type Value = string | number | boolean | null | readonly string[]

function written(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'object') return value.map(written).join(', ')
  return typeof value === 'string' && isDay.test(value) ? value.split('-').reverse().join('/') : String(value)
}

/** Values as they stand in a sentence: days as 23/02/2023, lists with commas. */
export function writeDays(values: Readonly<Record<string, Value>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]))
}
