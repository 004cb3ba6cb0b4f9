/** The languages on screen. Vietnamese is the source; English is checked against it by the compiler. */
export type Locale = 'vi' | 'en'

/** The shape a catalogue in another language must have: the same keys, the same parameters. */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends (...values: infer Values) => infer Said
      ? (...values: Values) => Said extends string ? string : Translation<Said>
      : Translation<Source[Key]>
}

/** Joins a domain's two catalogues; `words(locale)` is what its pages read. */
export function catalogue<const Source>(vi: Source, en: Translation<Source>) {
  const both: Record<Locale, Translation<Source>> = { vi: vi as Translation<Source>, en }
  return (locale: Locale): Translation<Source> => both[locale]
}

/** A sentence in both languages, for pure code that has no catalogue at hand. */
export type Bilingual = Readonly<Record<Locale, string>>
