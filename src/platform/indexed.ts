/** Things by each of their keys; an empty key finds nothing. */
export function indexed<Thing>(things: readonly Thing[], keysOf: (thing: Thing) => readonly string[]) {
  const index = new Map<string, Thing[]>()
  for (const thing of things) {
    for (const key of new Set(keysOf(thing))) {
      const held = index.get(key)
      if (held === undefined) index.set(key, [thing])
      else held.push(thing)
    }
  }
  index.delete('')
  return (key: string): readonly Thing[] => index.get(key) ?? []
}
