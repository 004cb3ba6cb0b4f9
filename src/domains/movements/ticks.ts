/** The boxes that were ticked in a form, by what follows the prefix of their names. */
export const tickedIds = (typed: Readonly<Record<string, unknown>>, prefix: string): string[] =>
  Object.entries(typed)
    .filter(([name, value]) => name.startsWith(prefix) && value === 'on')
    .map(([name]) => name.slice(prefix.length))

/** The fields that were filled in, by what follows the prefix of their names. */
export const filledFields = (typed: Readonly<Record<string, unknown>>, prefix: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name, value]) => name.startsWith(prefix) && typeof value === 'string' && value.trim() !== '')
      .map(([name, value]) => [name.slice(prefix.length), value]),
  )
