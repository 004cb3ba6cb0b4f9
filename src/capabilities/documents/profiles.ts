/** Sizes in points, lengths in millimetres. */
type Profile = {
  font: string
  page: { width: number; height: number; top: number; bottom: number; left: number; right: number }
  /** `lines` stand at the upper right: the first plain caps, the last with a rule as long as the text; the second may be empty. */
  motto: { lines: readonly [string, string]; sizes: readonly [number, number] }
  /** Under the issuer's name stands a rule, or a `mark` ("***") in its place. */
  issuer: { size: number; ruleShare: number; width: number; mark: string }
  placeAndDate: number
  number: number
  title: number
  about: { size: number; ruleShare: number }
  body: { size: number; indent: number; lineHeight: number; paragraphSpacing: number }
  table: number
  pageNumber: number
  signatures: { size: number; roomHeight: number; gutter: number }
  recipients: { head: number; item: number }
  foot: number
}

/** Annex I of Decree 30/2020/NĐ-CP. */
const state = {
  font: 'Tinos',
  page: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 },
  motto: { lines: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'], sizes: [12, 13] },
  issuer: { size: 12, ruleShare: 0.4, width: 72, mark: '' },
  placeAndDate: 13,
  number: 13,
  title: 14,
  about: { size: 14, ruleShare: 0.4 },
  body: { size: 14, indent: 12.7, lineHeight: 18, paragraphSpacing: 6 },
  table: 13,
  pageNumber: 13,
  signatures: { size: 13, roomHeight: 28, gutter: 6 },
  recipients: { head: 12, item: 11 },
  foot: 8,
} as const satisfies Profile

/**
 * The look of an issuer's papers: of the state; of the Front's committees, who write as the state does; of the Youth
 * Union, with its own name at the right and three stars; of the other associations, with one star.
 */
export const profiles = {
  state,
  front: state,
  youth: {
    ...state,
    motto: { lines: ['ĐOÀN TNCS HỒ CHÍ MINH', ''], sizes: [13, 13] },
    issuer: { ...state.issuer, mark: '***' },
  },
  association: { ...state, issuer: { ...state.issuer, mark: '*' } },
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof profiles
