/** What a draft law or policy is made of; the first three are headings, the others are commented on. */
export type ProvisionKind = 'part' | 'chapter' | 'section' | 'article' | 'item' | 'appendix' | 'whole'

export interface Provision {
  kind: ProvisionKind
  /** As printed: "IV", "12a". */
  number: string
  title: string
  /** Its clauses and points, a line each. */
  body: string
}

const headings: readonly ProvisionKind[] = ['part', 'chapter', 'section']

/** Headings only order what stands below them. */
export const isHeading = ({ kind }: Pick<Provision, 'kind'>) => headings.includes(kind)

/** All its words, as they are compared with a proposed wording. */
export const textOf = ({ title, body }: Pick<Provision, 'title' | 'body'>) =>
  [title, body].filter((part) => part !== '').join('\n')

/** Something to look at before the text is opened; `index` is the provision's place. */
export interface ReadingDoubt {
  kind: 'noArticles' | 'unclosedQuote' | 'gap' | 'repeated' | 'empty' | 'clauseGap' | 'clauseRepeated' | 'pointGap'
  index: number
  /** What stands there, and what was expected. */
  found: string
  expected: string
}

export interface ReadDraft {
  /** What stands before the first provision: the issuer, the title, the legal bases. */
  preamble: string
  provisions: readonly Provision[]
  doubts: readonly ReadingDoubt[]
}
