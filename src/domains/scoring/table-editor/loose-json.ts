/** An object of a draft before its schema has looked at it. */
export type Loose = Record<string, unknown>

/** A box of JSON as an object: empty is nothing to add; undefined is no object. */
export function readJson(text: string): Loose | undefined {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** … and back: nothing to say is an empty box. */
export const writeJson = (value: Loose) => (Object.keys(value).length === 0 ? '' : JSON.stringify(value, null, 2))

export const omit = (from: Loose, keys: readonly string[]): Loose =>
  Object.fromEntries(Object.entries(from).filter(([key, value]) => !keys.includes(key) && value !== undefined))

/** "points.late" lies one deeper. */
export function getAt(from: Loose, key: string): unknown {
  const [head = '', ...rest] = key.split('.')
  const value = from[head]
  return rest.length === 0 ? value : (Object(value) as Loose)[rest.join('.')]
}

export function setAt(into: Loose, key: string, value: unknown): void {
  const [head = '', ...rest] = key.split('.')
  into[head] = rest.length === 0 ? value : { ...(Object(into[head]) as Loose), [rest.join('.')]: value }
}
